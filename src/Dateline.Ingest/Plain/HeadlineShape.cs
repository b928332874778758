namespace Dateline.Ingest.Plain;

/// <summary>What headlines and sub-headings look like: short, begun with a capital, without a closing point.</summary>
internal static class HeadlineShape
{
    /// <summary>Whether a line of its own may be a headline.</summary>
    public static bool MayBeHeadline(ReadOnlySpan<char> line)
    {
        line = line[NumberLength(line)..];
        return line.Length is >= 2 and <= 220 && BeginsWell(line) && EndsOpen(line);
    }

    /// <summary>Whether a line that stands alone between paragraphs may be a sub-heading.</summary>
    public static bool MayBeHeading(ReadOnlySpan<char> line) =>
        line.Length is >= 2 and <= 100 && CountWords(line) <= 14 && BeginsWell(line) && EndsOpen(line);

    /// <summary>Length of “1. ” or “1) ” at the beginning, or 0.</summary>
    public static int NumberLength(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits < 3 && char.IsAsciiDigit(line[digits]))
            digits++;
        if (digits is 0 or > 2 || digits + 2 >= line.Length || line[digits] is not ('.' or ')') || !char.IsWhiteSpace(line[digits + 1]))
            return 0;
        return digits + 2;
    }

    static bool BeginsWell(ReadOnlySpan<char> line)
    {
        var k = 0;
        while (k < line.Length && line[k] is '“' or '"' or '‘' or '\'' or '«' or '(' or '[' or '¿' or '¡' or '\u00A0' or ' ' or '„')
            k++;
        return k < line.Length && (char.IsUpper(line[k]) || char.IsDigit(line[k]) || char.GetUnicodeCategory(line[k]) == System.Globalization.UnicodeCategory.OtherLetter
            || line[k] is '€' or '$' or '£');
    }

    static bool EndsOpen(ReadOnlySpan<char> line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is '”' or '"' or '’' or '\'' or '»' or ')' or ']' or '\u00A0' or ' ')
            end--;
        if (end == 0)
            return false;
        var last = line[end - 1];
        // “U.S.” and “Jr.” may end a headline, a sentence's point may not.
        if (last == '.')
            return end >= 4 && line[end - 3] == '.' && char.IsUpper(line[end - 2]);
        return last is not (',' or ';' or ':' or '…' or '。');
    }

    static int CountWords(ReadOnlySpan<char> line)
    {
        var words = 0;
        var inside = false;
        foreach (var c in line)
        {
            var space = char.IsWhiteSpace(c);
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }
}
