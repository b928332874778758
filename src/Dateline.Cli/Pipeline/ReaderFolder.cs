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
    /// <param name="overlay">
    /// A user's own folder, laid over the lexicons: <c>LANGUAGE/acts.tsv</c>, <c>LANGUAGE/roles.tsv</c> and <c>actors/*.tsv</c>; null for none.
    /// </param>
    /// <exception cref="InvalidDataException">A model is damaged.</exception>
    public static Reader Open(string folder, string? overlay = null)
    {
        // Side by side, since somebody waits: most of a start is reading tables and compiling what reads them.
        var lexicons = Path.Combine(folder, "lexicons");
        var gazetteer = Task.Run(() => Places(folder));
        var attributions = Task.Run(() => Attributions(lexicons));
        var acts = Array.ConvertAll(Languages, language => Task.Run(() => Acts(lexicons, language, overlay)));
        var actors = ActorLexicon.Read(overlay is null ? ActorTables(folder) : ActorTables(folder).Concat(TablesOfActors(overlay)));
        var places = gazetteer.GetAwaiter().GetResult();
        var annotators = Array.ConvertAll(Languages, language => Task.Run(() => Annotators(folder, language, actors, places)));
        var readers =
            from i in Enumerable.Range(0, Languages.Length)
            let language = Languages[i]
            let row = annotators[i].GetAwaiter().GetResult()
            where row.Length > 0
            let happening = ModelFiles.OpenHappening(language, Path.Combine(folder, "models"))
            select new LanguageReader(
                language, new Analyzer(row), attributions.GetAwaiter().GetResult(), new QuantityReader(),
                new EventExtractor(acts[i].GetAwaiter().GetResult(), happening), Casing(folder, language, actors));
        return new Reader([.. readers], text => LanguageDetector.Detect(text).Code);
    }

    /// <summary>What reads the text of a language, in its order; empty where its model is missing.</summary>
    internal static IAnnotator[] Annotators(string folder, string language, ActorLexicon actors, Gazetteer gazetteer)
    {
        var models = Path.Combine(folder, "models");
        return ModelFiles.Open(language, models) is not { } model ? []
            : [new TokenAnnotator(), new LanguageModelAnnotator(model, ModelFiles.OpenNames(language, actors, gazetteer, models)), new TimeAnnotator(), new EntityAnnotator(actors), new PlaceAnnotator(gazetteer)];
    }

    /// <summary>Who says what, in every language.</summary>
    internal static AttributionReader Attributions(string lexicons) => new(Cues(lexicons, "en"), Cues(lexicons, "fr"));

    /// <summary>The tables that say who is who, of all languages.</summary>
    /// <param name="folder">The folder that holds <c>lexicons</c>.</param>
    public static IReadOnlyList<LexiconTable> ActorTables(string folder) => [.. TablesOfActors(Path.Combine(folder, "lexicons"))];

    private static bool IsAboutActors(LexiconTable table) => Path.GetFileName(table.Path) is "roles.tsv" or "heads.tsv";

    /// <summary>The places of the world; none where their file is missing.</summary>
    public static Gazetteer Places(string folder)
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

    /// <summary>The acts of a language, with a user's own laid over them.</summary>
    internal static ActLexicon Acts(string lexicons, string language, string? overlay = null)
    {
        var tables = Tables(Path.Combine(lexicons, language), "acts.tsv").ToList();
        if (overlay is not null) tables.AddRange(Tables(Path.Combine(overlay, language), "acts.tsv"));
        return tables.Count == 0 ? ActLexicon.Empty : ActLexicon.Read(tables);
    }

    private static IEnumerable<LexiconTable> TablesOfActors(string folder) =>
        Tables(Path.Combine(folder, "actors")).Concat(Languages.SelectMany(language => Tables(Path.Combine(folder, language)).Where(IsAboutActors)));

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
