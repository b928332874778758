using System.Collections.Frozen;

namespace Dateline.Ingest;

/// <summary>Languages by the words that press databases write for them.</summary>
internal static class LanguageNames
{
    static readonly FrozenDictionary<string, string> Tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["anglais"] = "en", ["englisch"] = "en", ["french"] = "fr", ["français"] = "fr", ["französisch"] = "fr", ["german"] = "de", ["deutsch"] = "de", ["allemand"] = "de",
        ["spanish"] = "es", ["español"] = "es", ["espagnol"] = "es", ["portuguese"] = "pt", ["português"] = "pt", ["italian"] = "it", ["italiano"] = "it", ["dutch"] = "nl", ["nederlands"] = "nl",
        ["arabic"] = "ar", ["arabe"] = "ar", ["russian"] = "ru", ["chinese"] = "zh", ["turkish"] = "tr", ["swedish"] = "sv", ["norwegian"] = "no", ["danish"] = "da", ["polish"] = "pl",
        ["japanese"] = "ja", ["korean"] = "ko", ["hausa"] = "ha", ["swahili"] = "sw", ["hebrew"] = "he", ["persian"] = "fa", ["ukrainian"] = "uk",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag for “ENGLISH”, “FRENCH; Français” or “en”; null when the words name no language that is known.</summary>
    public static string? Tag(string? words)
    {
        foreach (var part in (words ?? "").Split([';', ',', '/', '('], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Tags.TryGetValue(part, out var tag) || part.Length is 2 or 5 && (tag = LanguageTags.Normalize(part)) is not null)
                return tag;
        }
        return null;
    }
}
