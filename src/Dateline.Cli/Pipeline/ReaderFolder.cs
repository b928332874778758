using Dateline.Chronology;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Learning;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Times;

namespace Dateline.Cli.Pipeline;

/// <summary>Composes the reader from the lexicons and models in a folder.</summary>
internal static class ReaderFolder
{
    private static readonly string[] Languages = ["en", "fr"];

    /// <summary>Opens every language whose model is there.</summary>
    /// <param name="folder">The folder that holds <c>lexicons</c> and <c>models</c>.</param>
    /// <exception cref="InvalidDataException">A model or lexicon is damaged.</exception>
    public static Reader Open(string folder)
    {
        var readers = Languages.Select(language => OpenLanguage(folder, language)).OfType<LanguageReader>().ToList();
        return new Reader(readers, _ => "en");
    }

    private static LanguageReader? OpenLanguage(string folder, string language)
    {
        if (ModelFiles.Open(language, Path.Combine(folder, "models")) is not { } model) return null;
        var annotators = new IAnnotator[]
        {
            new TokenAnnotator(),
            new LanguageModelAnnotator(model),
            new TimeAnnotator(),
        };
        return new LanguageReader(language, new Analyzer(annotators), new EventExtractor(Acts(folder, language)));
    }

    private static ActLexicon Acts(string folder, string language)
    {
        var path = Path.Combine(folder, "lexicons", language, "acts.tsv");
        if (!File.Exists(path)) return ActLexicon.Empty;
        using var file = File.OpenText(path);
        return ActLexicon.Read(file, path);
    }
}
