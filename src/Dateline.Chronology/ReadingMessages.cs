using Dateline.Text;

namespace Dateline.Chronology;

/// <summary>Every message about reading: what is wrong; what to do.</summary>
internal static class ReadingMessages
{
    public static Diagnostic LanguageNotRead(string language, IEnumerable<string> known) => new(
        "DL3001",
        Severity.Warning,
        $"the text is in '{language}', which is not read; it is kept unread (languages read: {string.Join(", ", known.Order())}), give `language` if that is wrong");

    public static Diagnostic NoModel(string path) => new(
        "DL3002",
        Severity.Error,
        "the language model is missing or damaged, so nothing can be read in this language; restore the file from the release or run `dateline train`",
        path);

    public static Diagnostic NoLexicon(string path) => new(
        "DL3003",
        Severity.Error,
        "the lexicon is missing; restore the folder from the release",
        path);
}
