namespace Dateline.Ingest;

/// <summary>Brings the language that a page or feed names to the usual spelling of BCP 47.</summary>
internal static class LanguageTags
{
    const int Longest = 35;

    /// <summary>“fr_ca” becomes fr-CA; null when the words cannot be a tag.</summary>
    public static string? Normalize(string? words)
    {
        var text = words?.Trim().Replace('_', '-');
        if (text is null || text.Length is < 2 or > Longest || !text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return null;
        var parts = text.Split('-', StringSplitOptions.RemoveEmptyEntries);
        // Two or three letters name a language; “english” does not.
        if (parts.Length == 0 || parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter))
            return null;
        parts[0] = parts[0].ToLowerInvariant();
        for (var k = 1; k < parts.Length; k++)
        {
            parts[k] = parts[k].Length switch
            {
                2 => parts[k].ToUpperInvariant(),
                4 when char.IsAsciiLetter(parts[k][0]) => char.ToUpperInvariant(parts[k][0]) + parts[k][1..].ToLowerInvariant(),
                _ => parts[k].ToLowerInvariant(),
            };
        }
        return string.Join('-', parts);
    }
}
