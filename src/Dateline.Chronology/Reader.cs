using System.Collections.Frozen;
using Dateline.Text;

namespace Dateline.Chronology;

/// <summary>
/// Reads articles: finds the language, runs that language's readers, and gathers what they found.
/// </summary>
/// <remarks>Immutable; one instance serves any number of threads.</remarks>
public sealed class Reader
{
    private readonly FrozenDictionary<string, LanguageReader> _languages;
    private readonly Func<string, string> _detect;

    /// <summary>Composes a reader.</summary>
    /// <param name="languages">A reader for each language that can be read, by BCP 47 primary subtag.</param>
    /// <param name="detect">Tells the language of a text that does not say, “und” when it is none of those known.</param>
    public Reader(IEnumerable<LanguageReader> languages, Func<string, string> detect)
    {
        _languages = languages.ToFrozenDictionary(language => language.Language);
        _detect = detect;
    }

    /// <summary>Reads one article. An article in a language that cannot be read comes back unread, with a diagnostic that says so.</summary>
    public Reading Read(Article article)
    {
        var stated = article.Language is { Length: >= 2 } tag ? tag.Split('-', '_')[0].ToLowerInvariant() : null;
        var language = stated is not null && _languages.ContainsKey(stated) ? stated : _detect(article.Text);
        var document = new Document(article.Text, article.DocumentTime, language) { Passages = article.Passages };
        if (_languages.TryGetValue(language, out var reader)) return reader.Read(article, document);

        document.Report(ReadingMessages.LanguageNotRead(language, _languages.Keys));
        return new Reading(article, document, [], [], []);
    }
}
