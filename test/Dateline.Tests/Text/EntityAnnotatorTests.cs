using Dateline.Cli.Pipeline;
using Dateline.Learning;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Lexicons;
using Dateline.Text.Mentions;

namespace Dateline.Tests.Text;

public sealed class EntityAnnotatorTests
{
    private static readonly ActorLexicon Lexicon = LexiconFolder.Actors(Path.Combine(Repository.Root, "lexicons"));
    private static readonly Analyzer? English = Open("en");
    private static readonly Analyzer? French = Open("fr");

    private static Analyzer? Open(string language) => ModelFiles.Open(language, Path.Combine(Repository.Root, "models")) is { } model
        ? new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(model), new EntityAnnotator(Lexicon))
        : null;

    private static Document Read(string text, string date = "2025-11-19", string language = "en")
    {
        var analyzer = language == "fr" ? French : English;
        Assert.NotNull(analyzer);
        return analyzer.Analyze(new Document(text, new DocumentTime(DateOnly.ParseExact(date, "yyyy-MM-dd")), language));
    }

    private static Entity EntityAt(Document document, string words, int occurrence = 0)
    {
        var fitting = document.Mentions.Where(mention => document.TextAt(mention.Span) == words).ToList();
        Assert.True(fitting.Count > occurrence, $"no mention '{words}' among: {string.Join(" | ", document.Mentions.Select(mention => document.TextAt(mention.Span)))}");
        var index = fitting[occurrence].Entity;
        Assert.True(index >= 0, $"'{words}' stays open");
        return document.Entities[index];
    }

    [Theory]
    [InlineData("French troops left the base on Monday.", "French troops", "FRA MIL")]
    [InlineData("Nigerian police arrested a trader in the market.", "Nigerian police", "NGA COP")]
    [InlineData("The Malian army captured the village.", "The Malian army", "MLI MIL")]
    [InlineData("Mali's foreign ministry rejected the report.", "Mali's foreign ministry", "MLI GOV")]
    [InlineData("JNIM fighters attacked a convoy near the border.", "JNIM fighters", "MLI REB")]
    [InlineData("Gunmen killed two farmers.", "Gunmen", "UAF")]
    [InlineData("Kenya's parliament passed the bill.", "Kenya's parliament", "KEN LEG")]
    [InlineData("Residents of the town fled.", "Residents of the town", "CVL")]
    [InlineData("The former president of Bolivia was arrested.", "The former president of Bolivia", "BOL ELI")]
    [InlineData("The European Union imposed sanctions.", "European Union", "EUR")]
    public void A_description_has_the_code_that_country_and_role_compose(string text, string words, string code) =>
        Assert.Equal(code, EntityAt(Read(text), words).Code);

    [Theory]
    [InlineData("L'armée malienne a repris le village.", "L'armée malienne", "MLI MIL")]
    [InlineData("Les soldats français ont quitté la base.", "Les soldats français", "FRA MIL")]
    [InlineData("Des hommes armés ont attaqué un convoi.", "Des hommes armés", "UAF")]
    public void French_descriptions_have_codes_too(string text, string words, string code) =>
        Assert.Equal(code, EntityAt(Read(text, language: "fr"), words).Code);

    [Theory]
    [InlineData("Twenty-four Malian soldiers were freed.", "Malian soldiers")]
    [InlineData("At least 24 Malian soldiers were freed.", "Malian soldiers")]
    public void How_many_they_were_is_no_part_of_their_name(string text, string name) =>
        Assert.Contains(name, Read(text).Entities.Select(static entity => entity.Name));

    [Fact]
    public void A_capital_that_acts_is_its_government_and_one_that_is_travelled_to_is_a_town()
    {
        var document = Read("Bamako accused the envoy of lying. The convoy arrived in Bamako on Friday.");

        Assert.Equal("mli-government", EntityAt(document, "Bamako").Id);
        Assert.Equal(MentionKind.Place, EntityAt(document, "Bamako", 1).Kind);
    }

    [Fact]
    public void An_apposition_gives_a_name_its_code()
    {
        var document = Read("Samba Kouyou, the leader of Burkina Faso, spoke on Tuesday.");

        Assert.Equal("BFA GOV", EntityAt(document, "Samba Kouyou").Code);
    }

    [Fact]
    public void A_surname_finds_the_full_name()
    {
        var document = Read("Harold Wimbleton met the farmers. Wimbleton promised them seed.");

        Assert.Equal(EntityAt(document, "Harold Wimbleton").Id, EntityAt(document, "Wimbleton").Id);
    }

    [Fact]
    public void Acronym_and_name_are_one_body()
    {
        var document = Read("The Economic Community of West African States (ECOWAS) met on Sunday. ECOWAS lifted the measures.");

        Assert.Equal("ecowas", EntityAt(document, "Economic Community of West African States").Id);
        Assert.Equal("ecowas", EntityAt(document, "ECOWAS").Id);
    }

    [Fact]
    public void The_bloc_and_the_West_African_country_take_up_what_was_named()
    {
        var document = Read("ECOWAS imposed sanctions on Mali. The bloc closed its borders. The West African country protested.");

        Assert.Equal("ecowas", EntityAt(document, "The bloc").Id);
        Assert.Equal("mli", EntityAt(document, "The West African country").Id);
    }

    [Fact]
    public void A_country_inside_the_name_of_a_university_is_no_mention()
    {
        var document = Read("Researchers at the China University of Geosciences published the study.");

        Assert.DoesNotContain(document.Mentions, mention => document.TextAt(mention.Span) == "China");
    }

    [Fact]
    public void A_pronoun_between_two_equal_candidates_stays_open()
    {
        var document = Read("Robert Smallwood and Peter Grandison met. Then he left.");

        Assert.DoesNotContain(document.Mentions, mention => mention.Level == MentionLevel.Pronoun && mention.Entity >= 0);
    }

    [Fact]
    public void A_lone_subject_is_taken_up_by_he()
    {
        var document = Read("Robert Smallwood resigned on Monday. He left the capital.");

        Assert.Equal(EntityAt(document, "Robert Smallwood").Id, EntityAt(document, "He").Id);
    }

    [Fact]
    public void The_pronoun_us_is_no_country() =>
        Assert.DoesNotContain(Read("They told us to leave.").Entities, entity => entity.Id == "usa");

    [Theory]
    [InlineData("Jama'at Nasr al-Islam wal-Muslimin claimed the attack.")]
    [InlineData("Jama’at Nasr al-Islam wal-Muslimin claimed the attack.")]
    [InlineData("JNIM claimed the attack.")]
    [InlineData("The attack was claimed by GSIM.")]
    public void Every_spelling_of_a_group_is_the_group(string text) => Assert.Contains(Read(text).Entities, entity => entity.Id == "jnim");

    [Fact]
    public void Shipped_lexicons_pass_the_check() => Assert.Empty(LexiconCheck.Check(LexiconFolder.Read(Path.Combine(Repository.Root, "lexicons"))));

    [Fact]
    public void No_two_shipped_tables_give_one_key_to_two_actors()
    {
        var tables = LexiconFolder.Read(Path.Combine(Repository.Root, "lexicons", "actors"));

        Assert.Empty(tables.SelectMany(table => table.Rows).GroupBy(row => row["key"]).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData("2015-06-01", "DEU GOV")]
    [InlineData("2023-06-01", "DEU ELI")]
    public void An_office_counts_on_its_days_only(string date, string code) =>
        Assert.Equal(code, EntityAt(Read("Angela Merkel spoke on Tuesday.", date), "Angela Merkel").Code);

    [Fact]
    public void A_wrong_code_is_reported_with_its_line()
    {
        var table = LexiconTable.Read(new StringReader("key\tkind\tname\tcode\tcountry\taliases_en\taliases_fr\nx\tgroup\tX\tMali\t\t\t\n"), "own.tsv");

        var diagnostic = Assert.Single(LexiconCheck.Check([table]));
        Assert.Equal("DL2103", diagnostic.Code);
        Assert.Equal("own.tsv:2", diagnostic.Place);
    }

    [Fact]
    public void An_overlay_replaces_a_row_by_its_key()
    {
        const string Header = "key\tkind\tname\tcode\tcountry\taliases_en\taliases_fr\n";
        var shipped = LexiconTable.Read(new StringReader(Header + "blue\tgroup\tBlue Band\tFRA REB\tFRA\t\t\n"), "a.tsv");
        var own = LexiconTable.Read(new StringReader(Header + "blue\tgroup\tBlue Band\tFRA PTY\tFRA\t\t\n"), "b.tsv");

        Assert.Equal("PTY", ActorLexicon.Read([shipped, own]).Find("blue")!.Sectors);
    }
}
