using System.Collections.Frozen;

namespace Dateline.Ingest.Dates;

/// <summary>Offsets as written after a clock time: <c>Z</c>, <c>+02:00</c>, <c>GMT+1</c>, or a zone's usual letters.</summary>
/// <remarks>Letters that several zones share (IST, CST) have the meaning of RFC 822 where it gives one, else none: a wrong offset is worse than none.</remarks>
internal static class TimeZones
{
    static readonly FrozenDictionary<string, string> Offsets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = "Z",
        ["UT"] = "Z",
        ["UTC"] = "Z",
        ["GMT"] = "Z",
        ["WET"] = "Z",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["AKST"] = "-09:00",
        ["AKDT"] = "-08:00",
        ["HST"] = "-10:00",
        ["AST"] = "-04:00",
        ["ADT"] = "-03:00",
        ["NST"] = "-03:30",
        ["NDT"] = "-02:30",
        ["BRT"] = "-03:00",
        ["ART"] = "-03:00",
        ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
        ["MEZ"] = "+01:00",
        ["MESZ"] = "+02:00",
        ["WEST"] = "+01:00",
        ["WAT"] = "+01:00",
        ["CAT"] = "+02:00",
        ["SAST"] = "+02:00",
        ["EET"] = "+02:00",
        ["EEST"] = "+03:00",
        ["EAT"] = "+03:00",
        ["MSK"] = "+03:00",
        ["TRT"] = "+03:00",
        ["GST"] = "+04:00",
        ["PKT"] = "+05:00",
        ["NPT"] = "+05:45",
        ["WIB"] = "+07:00",
        ["ICT"] = "+07:00",
        ["SGT"] = "+08:00",
        ["HKT"] = "+08:00",
        ["PHT"] = "+08:00",
        ["AWST"] = "+08:00",
        ["JST"] = "+09:00",
        ["KST"] = "+09:00",
        ["ACST"] = "+09:30",
        ["AEST"] = "+10:00",
        ["AEDT"] = "+11:00",
        ["NZST"] = "+12:00",
        ["NZDT"] = "+13:00",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Offsets.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads at the beginning of the text, white space before it allowed.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string offset, out int length)
    {
        offset = "";
        length = 0;
        var trimmed = text.TrimStart(" \t\u00A0(");
        var lead = text.Length - trimmed.Length;
        var letters = 0;
        while (letters < trimmed.Length && letters < 6 && char.IsAsciiLetter(trimmed[letters]))
            letters++;
        if (letters is > 0 and < 6)
        {
            if (!Lookup.TryGetValue(trimmed[..letters], out var named) || letters > 1 && !IsUpper(trimmed[..letters]))
                return false;
            offset = named;
            length = lead + letters;
            // “GMT+1”: the letters only say what the number counts from.
            if (named == "Z" && TryNumeric(trimmed[letters..], out var further, out var more))
            {
                offset = further;
                length += more;
            }
            if (length < text.Length && text[length] == ')')
                length++;
            return true;
        }
        if (!TryNumeric(trimmed, out offset, out var digits))
            return false;
        length = lead + digits;
        return true;
    }

    /// <summary>The offset for a zone's letters, or null.</summary>
    public static string? Find(ReadOnlySpan<char> letters) => Lookup.TryGetValue(letters, out var offset) ? offset : null;

    static bool IsUpper(ReadOnlySpan<char> letters) => !letters.ContainsAnyInRange('a', 'z');

    static bool TryNumeric(ReadOnlySpan<char> text, out string offset, out int length)
    {
        offset = "";
        length = 0;
        if (text.IsEmpty || text[0] is not ('+' or '-' or '−'))
            return false;
        var position = 1;
        var hours = 0;
        while (position < text.Length && position < 3 && char.IsAsciiDigit(text[position]))
            hours = hours * 10 + (text[position++] - '0');
        if (position == 1 || hours > 14)
            return false;
        var minutes = 0;
        var next = position < text.Length && text[position] == ':' ? position + 1 : position;
        if (next + 2 <= text.Length && char.IsAsciiDigit(text[next]) && char.IsAsciiDigit(text[next + 1]))
        {
            minutes = (text[next] - '0') * 10 + (text[next + 1] - '0');
            position = next + 2;
        }
        if (minutes > 59 || position < text.Length && char.IsAsciiDigit(text[position]))
            return false;
        offset = hours == 0 && minutes == 0 ? "Z" : $"{(text[0] == '+' ? '+' : '-')}{hours:D2}:{minutes:D2}";
        length = position;
        return true;
    }
}
