using System.Text.RegularExpressions;

namespace Dateline.Learning.Scoring;

/// <summary>The names in a byline, levelled for comparison.</summary>
internal static partial class Bylines
{
    /// <summary>Cuts at commas, semicolons, bars, slashes, ampersands, line ends and “and” in four languages; “by” in four languages is dropped.</summary>
    public static HashSet<string> NamesIn(string? byline)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Separator().Split(byline ?? string.Empty))
        {
            var name = string.Join(' ', LevelledText.Words(LevelledText.Fold(By().Replace(part, string.Empty))));
            if (name.Length > 0) names.Add(name);
        }

        return names;
    }

    [GeneratedRegex(@"\s*[,;|/&\n]\s*|\s+(and|und|et|y)\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(by|von|par|por)\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex By();
}
