using System.Globalization;

namespace Dateline.Ingest.Dates;

/// <summary>Reads the time of day that follows a written date: “, 14:30 GMT”, “ at 3.45 pm”, “T10:00:00Z”, “ à 10h30”.</summary>
internal static class ClockTimes
{
    /// <summary>Reads at the beginning of the text.</summary>
    /// <param name="text">What follows the date.</param>
    /// <param name="iso"><c>THH:mm:ss</c> and the offset where a zone is written.</param>
    /// <param name="length">How many code units were read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out string iso, out int length)
    {
        iso = "";
        length = 0;
        var position = SkipLead(text);
        if (position == 0 || !TryNumber(text, ref position, 2, out var hour) || hour > 24)
            return false;
        int minute = 0, second = 0;
        var hasMinutes = position < text.Length && text[position] is ':' or 'h' or 'H' or '.';
        if (hasMinutes)
        {
            var separator = text[position];
            var mark = position++;
            if (!TryNumber(text, ref position, 2, out minute) || minute > 59 || position - mark != 3)
            {
                // “10h” stands for the full hour; “10.” is the end of a sentence.
                if (separator is not ('h' or 'H') || position < text.Length && char.IsLetterOrDigit(text[position]) && position != mark + 1)
                    return false;
                minute = 0;
                position = mark + 1;
            }
            else if (position < text.Length && text[position] == ':')
            {
                mark = position++;
                if (!TryNumber(text, ref position, 2, out second) || second > 59)
                {
                    second = 0;
                    position = mark;
                }
                else if (position + 1 < text.Length && text[position] is '.' or ',' && char.IsAsciiDigit(text[position + 1]))
                {
                    position++;
                    while (position < text.Length && char.IsAsciiDigit(text[position]))
                        position++;
                }
            }
        }
        var half = Half(text, ref position);
        if (!hasMinutes && half == 0)
            return false;
        if (half != 0 && hour is >= 1 and <= 12)
            hour = hour % 12 + (half == 2 ? 12 : 0);
        if (hour > 23 || position < text.Length && char.IsLetterOrDigit(text[position]) && half == 0 && !ZoneFollows(text[position..]))
            return false;
        iso = string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}:{second:D2}");
        length = position;
        if (TimeZones.TryRead(text[position..], out var offset, out var zoneLength))
        {
            iso += offset;
            length += zoneLength;
        }
        return true;
    }

    static bool ZoneFollows(ReadOnlySpan<char> text) => TimeZones.TryRead(text, out _, out _);

    // White space, commas, dashes and “at”; nothing at all is no lead, so that “2025-10-05123” is no time.
    static int SkipLead(ReadOnlySpan<char> text)
    {
        if (text is ['T' or 't', >= '0' and <= '9', ..])
            return 1;
        var position = 0;
        while (position < text.Length && position < 6 && (char.IsWhiteSpace(text[position]) || text[position] is ',' or '-' or '–' or '|' or '@' or '·' or '•'))
            position++;
        if (position == 0)
            return 0;
        foreach (var word in (ReadOnlySpan<string>)["at ", "à ", "um ", "a las ", "às ", "alle ", "kl. ", "kl ", "om ", "ore "])
        {
            if (text[position..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return position + word.Length;
        }
        return position;
    }

    // 0 none, 1 before noon, 2 after noon
    static int Half(ReadOnlySpan<char> text, ref int position)
    {
        var rest = text[position..];
        var trimmed = rest.TrimStart(" \u00A0\u202F");
        var result = 0;
        var taken = 0;
        foreach (var (mark, half) in (ReadOnlySpan<(string, int)>)[("a.m.", 1), ("p.m.", 2), ("a.m", 1), ("p.m", 2), ("am", 1), ("pm", 2)])
        {
            if (trimmed.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && (trimmed.Length == mark.Length || !char.IsLetter(trimmed[mark.Length])))
            {
                (result, taken) = (half, mark.Length);
                break;
            }
        }
        if (result != 0)
            position += rest.Length - trimmed.Length + taken;
        return result;
    }

    static bool TryNumber(ReadOnlySpan<char> text, ref int position, int most, out int value)
    {
        value = 0;
        var digits = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            if (++digits > most)
                return false;
            value = value * 10 + (text[position++] - '0');
        }
        return digits > 0;
    }
}
