using Dateline.Chronology;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Attributions;
using Dateline.Chronology.Extraction.Numbers;
using Dateline.Learning;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Casing;
using Dateline.Text.Languages;
using Dateline.Text.Lexicons;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Cli.Pipeline;

/// <summary>Composes the reader from the lexicons and models in a folder.</summary>
internal static class ReaderFolder
{
    private static readonly string[] Languages = ["en", "fr"];

    /// <summary>Opens every language whose model is there.</summary>
    /// <param name="folder">The folder that holds <c>lexicons</c> and <c>models</c>.</param>
    /// <exception cref="InvalidDataException">A model is damaged.</exception>
    public static Reader Open(string folder)
    {
        var lexicons = Path.Combine(folder, "lexicons");
        var actors = ActorLexicon.Read(Tables(Path.Combine(lexicons, "actors")).Concat(Languages.SelectMany(language => Tables(Path.Combine(lexicons, language)).Where(IsAboutActors))));
        var places = new PlaceAnnotator(Places(folder));
        var attributions = new AttributionReader(Cues(lexicons, "en"), Cues(lexicons, "fr"));
        var readers =
            from language in Languages
            let model = ModelFiles.Open(language, Path.Combine(folder, "models"))
            where model is not null
            let analyzer = new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(model), new TimeAnnotator(), new EntityAnnotator(actors), places)
            select new LanguageReader(language, analyzer, attributions, new QuantityReader(), new EventExtractor(Acts(lexicons, language)), Casing(folder, language, actors));
        return new Reader([.. readers], text => LanguageDetector.Detect(text).Code);
    }

    private static bool IsAboutActors(LexiconTable table) => Path.GetFileName(table.Path) is "roles.tsv" or "heads.tsv";

    private static Gazetteer Places(string folder)
    {
        var path = Path.Combine(folder, "models", "gazetteer.places");
        if (!File.Exists(path)) return Gazetteer.Of([]);
        using var file = File.OpenRead(path);
        return Gazetteer.Read(file);
    }

    private static CaseRestorer? Casing(string folder, string language, ActorLexicon actors)
    {
        var path = Path.Combine(folder, "models", language + ".case");
        return File.Exists(path) ? CaseRestorer.Open(File.ReadAllBytes(path), actors) : null;
    }

    private static ActLexicon Acts(string lexicons, string language)
    {
        var path = Path.Combine(lexicons, language, "acts.tsv");
        if (!File.Exists(path)) return ActLexicon.Empty;
        using var file = File.OpenText(path);
        return ActLexicon.Read(file, path);
    }

    private static CueLexicon Cues(string lexicons, string language) =>
        Tables(Path.Combine(lexicons, language), "cues.tsv").FirstOrDefault() is { } table ? CueLexicon.Read(table, language is "fr") : CueLexicon.Empty;

    // In the order of their names, so that the same folder always makes the same lexicon.
    private static IEnumerable<LexiconTable> Tables(string folder, string pattern = "*.tsv")
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            using var file = File.OpenText(path);
            yield return LexiconTable.Read(file, path);
        }
    }
}
