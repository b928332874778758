using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Cli.Petrarch;
using Dateline.Tests.Chronology.Extraction;
using Dateline.Text.Lexicons;

namespace Dateline.Tests.Cli;

public sealed class PetrarchImportTests : IDisposable
{
    private const string Verbs = """
        <!-- A small dictionary -->
        &FRUIT
        +APPLE
        +BLOOD ORANGE
        --- TRADE [061] ---
        TRADE {TRADED TROD} # a remark
        +SWAP
        - * &FRUIT FOR PEACE [057]
        - REFUSED_TO_* [121]
        - % * [046]
        - * &NUTS [071]
        - * FOR PEACE [082:083]

        --- GLOAM [999] ---
        GLOAM
        --- ATTACK [777] ---
        ATTACK
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("petrarch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PetrarchImport.Result Convert(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(_folder, name), text);
        return PetrarchImport.Convert(_folder, Path.Combine(_folder, "out"), EnglishActs.Lexicon);
    }

    private LexiconTable Table(params string[] path)
    {
        using var reader = File.OpenText(Path.Combine([_folder, "out", .. path]));
        return LexiconTable.Read(reader, string.Join('/', path));
    }

    private ActLexicon Laid()
    {
        using var shipped = File.OpenText(EnglishActs.Path);
        return ActLexicon.Read([LexiconTable.Read(shipped, "acts.tsv"), Table("en", "acts.tsv")]);
    }

    [Fact]
    public void Verbs_synonyms_and_patterns_become_frames_with_the_dictionarys_codes()
    {
        Convert(("my.verbs.txt", Verbs));
        var lexicon = Laid();
        Assert.Empty(lexicon.Diagnostics);
        Assert.Equal(
            ["attack  777", "swap  061", "swap words.after=apple,blood orange>for>peace 057", "swap words.after=for>peace 082", "swap words.before=_refused>_to 121", "trade  061",
                "trade words.after=apple,blood orange>for>peace 057", "trade words.after=for>peace 082", "trade words.before=_refused>_to 121"],
            Table("en", "acts.tsv").Rows.Where(row => row["pos"] == "verb").Select(row => $"{row["predicate"]} {row["needs"].Replace("blood orange|apple", "apple,blood orange", StringComparison.Ordinal)} {row["cameo"]}").Order(StringComparer.Ordinal));
        Assert.Equal(["trod"], Table("en", "acts.tsv").Rows.Where(row => row["pos"] == "form").SelectMany(row => row.List("needs")).Where(form => form == "trod"));
    }

    [Fact]
    public void What_cannot_be_converted_is_told_with_its_line()
    {
        var remarks = Convert(("my.verbs.txt", Verbs)).Remarks;
        Assert.Equal(
            ["DL2303 :10", "DL2304 :11", "DL2305 :15", "DL2306 :12"],
            remarks.Select(remark => $"{remark.Code} {remark.Place![remark.Place!.LastIndexOf(':')..]}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_code_outside_cameo_keeps_its_digits_under_the_event_that_the_verb_has()
    {
        Convert(("my.verbs.txt", Verbs));
        var frame = Assert.Single(Laid().Frames, frame => frame.Predicate == "attack");
        Assert.Equal((EventKind.Assault, "777"), (frame.Kind, frame.Cameo));
    }

    [Fact]
    public void A_frame_laid_over_the_lexicon_is_read_with_its_own_code_planned_or_not()
    {
        Convert(("my.verbs.txt", Verbs));
        var document = TreeTable.Read("""
            Arcadia Arcadia PROPN 3 nsubj
            will will AUX 3 aux
            trade trade VERB 0 root VerbForm=Inf
            a a DET 5 det
            blood blood NOUN 6 compound
            orange orange NOUN 3 obj
            for for ADP 8 case
            peace peace NOUN 3 obl
            with with ADP 10 case
            Ruritania Ruritania PROPN 3 obl
            """);
        var found = Assert.Single(new EventExtractor(Laid()).Extract(document).Events, found => found.IsShown);
        Assert.Equal((EventKind.Support, "057", Standing.Planned), (found.Kind, found.Cameo, found.Factuality.Standing));
    }

    [Fact]
    public void Actors_and_agents_become_names_and_roles()
    {
        var result = Convert(
            ("my.actors.txt", "RURITANIA [RUR] # a kingdom\n+STRELSAU\nRUDOLF_RASSENDYLL [GBR]\n\t[RURGOV 18940101-18941231]\nNOBODY\n"),
            ("my.agents.txt", "!FOLK! = MAN, WOMAN\nCOAST_GUARD {} [~MIL]\nSALES!FOLK! [~BUS]\nGOOSE_HERD {GOOSE_HERDS}\n"));
        Assert.Equal(["Ruritania RUR Strelsau", "Rudolf Rassendyll GBR "], Table("actors", "dictionary.tsv").Rows.Select(row => $"{row["name"]} {row["code"]} {row["aliases_en"]}"));
        Assert.Equal(["coast guard MIL", "salesman|saleswoman BUS"], Table("en", "roles.tsv").Rows.Select(row => $"{row["words"]} {row["sector"]}"));
        Assert.Equal(["DL2310", "DL2311", "DL2311"], result.Remarks.Select(remark => remark.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_two_dictionaries_of_a_kind_the_plain_one_is_taken_and_the_other_named()
    {
        var result = Convert(("my.verbs.2.0.txt", "--- GO [042] ---\nGO\n"), ("my.verbs.txt", "--- COME [042] ---\nCOME\n"));
        Assert.Equal("DL2302", Assert.Single(result.Remarks).Code);
        Assert.Equal("come", Assert.Single(Table("en", "acts.tsv").Rows, row => row["pos"] == "verb")["predicate"]);
    }

    [Fact]
    public void Discards_of_one_word_count_as_foreign_talk()
    {
        var result = Convert(("my.verbs.txt", "--- GO [042] ---\nGO\n"), ("my.discards.txt", "BASEBALL\nWORLD CUP\n"));
        Assert.Equal("DL2312", Assert.Single(result.Remarks).Code);
        Assert.Contains(Table("en", "acts.tsv").Rows, row => row["predicate"] == "foreign" && row["needs"] == "baseball");
    }

    [Fact]
    public void A_folder_without_dictionaries_is_told() => Assert.Equal("DL2301", Assert.Single(Convert().Remarks).Code);
}
