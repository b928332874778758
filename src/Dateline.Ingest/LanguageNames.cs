using System.Collections.Frozen;

namespace Dateline.Ingest;

/// <summary>Languages by the words that press databases write for them.</summary>
internal static class LanguageNames
{
    const string Names =
        "en=english/anglais/englisch fr=french/français/französisch de=german/deutsch/allemand es=spanish/español/espagnol/spanisch pt=portuguese/português "
        + "it=italian/italiano nl=dutch/nederlands/niederländisch ar=arabic/arabe/arabisch ru=russian/russisch/russe zh=chinese/chinesisch/chinois tr=turkish sv=swedish "
        + "no=norwegian da=danish pl=polish ja=japanese ko=korean ha=hausa sw=swahili he=hebrew fa=persian uk=ukrainian";

    static readonly FrozenDictionary<string, string> Tags = Names.Split(' ').Select(static row => row.Split('='))
        .SelectMany(static row => row[1].Split('/').Select(name => (name, tag: row[0]))).ToFrozenDictionary(static n => n.name, static n => n.tag, StringComparer.OrdinalIgnoreCase);

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
