using System.Buffers;

namespace Dateline.Text;

/// <summary>The opening of an agency's dispatch.</summary>
/// <param name="Place">The place as written; null when none is named.</param>
/// <param name="Agency">The agency as written; null when none is named.</param>
/// <param name="Length">Characters up to and with the dash and the blanks after it; 0 when there is no dateline.</param>
public readonly record struct DatelineOpening(string? Place, string? Agency, int Length);

/// <summary>
/// Reads the dateline of an opening paragraph: “BAMAKO, Oct 5 (Reuters) –”, “Paris (AFP) –”, “NIAMEY, Niger (AP) —”.
/// </summary>
/// <remarks>It says where a dispatch was written; it is no part of its first sentence. Thread-safe.</remarks>
public static class DatelineReader
{
    private const int Longest = 100;

    private static readonly SearchValues<char> NeverInAgencies = SearchValues.Create("(;:?!“”\"");

    /// <summary>The dateline that <paramref name="paragraph"/> opens with.</summary>
    public static DatelineOpening Read(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length < 4 || !char.IsUpper(paragraph[0])) return default;
        var whole = paragraph[..Math.Min(paragraph.Length, Longest)];
        var dash = FindDash(whole);
        if (dash <= 0) return default;
        var head = whole[..dash].Trim();
        string? agency = null;
        var open = head.IndexOf('(');
        if (open >= 0)
        {
            if (head[^1] != ')') return default;
            var inside = head[(open + 1)..^1].Trim();
            if (!IsAgency(inside)) return default;
            agency = inside.ToString();
            head = head[..open].Trim();
        }

        var comma = head.IndexOf(',');
        var place = (comma < 0 ? head : head[..comma]).Trim();
        if (place.Length is < 2 or > 50 || !IsPlace(place, capitalsOnly: agency is null)) return default;
        if (comma >= 0 && !IsPlaceTail(head[(comma + 1)..].Trim())) return default;
        // Before a bare dash, capitals may also be a label such as “BREAKING”; a date or a comma tells.
        if (agency is null && comma < 0 && IsLabel(place)) return default;
        var end = dash;
        while (end < paragraph.Length && (paragraph[end] is '-' or '–' or '—' || char.IsWhiteSpace(paragraph[end]))) end++;
        return new DatelineOpening(place.ToString(), agency, end);
    }

    private static int FindDash(ReadOnlySpan<char> head)
    {
        for (var k = 2; k < head.Length; k++)
        {
            if (head[k] is '–' or '—') return k;
            if (head[k] == '-' && (head[k - 1] is ' ' or ')' or '-') && (k + 1 >= head.Length || head[k + 1] is ' ' or '-')) return head[k - 1] == '-' ? k - 1 : k;
            if (head[k] is '\n' or '\r' or '?' or '!' or '“' or '"') return -1;
        }

        return -1;
    }

    private static bool IsLabel(ReadOnlySpan<char> place) => place is "BREAKING" or "UPDATE" or "EXCLUSIVE" or "ANALYSIS" or "OPINION" or "WATCH" or "VIDEO"
        or "EXPLAINER" or "FACTBOX" or "LIVE" or "FILE" or "NEWS";

    private static bool IsPlace(ReadOnlySpan<char> place, bool capitalsOnly)
    {
        if (!char.IsUpper(place[0])) return false;
        var words = 1;
        foreach (var letter in place)
        {
            if (letter == ' ') words++;
            else if ((char.IsLower(letter) && capitalsOnly) || (!char.IsLetter(letter) && letter is not ('-' or '\'' or '’' or '.' or '/'))) return false;
        }

        return words <= 5;
    }

    // “Reuters”, “Sample Wire”, “AFP/Reuters”, “example.org”
    private static bool IsAgency(ReadOnlySpan<char> inside)
    {
        if (inside.Length is < 2 or > 40 || inside.ContainsAny(NeverInAgencies)) return false;
        int words = 0, capitals = 0;
        foreach (var range in inside.Split(' '))
        {
            if (inside[range].IsEmpty) continue;
            words++;
            if (!char.IsLower(inside[range][0])) capitals++;
        }

        return words <= 4 && (capitals * 2 >= words || (words == 1 && inside.Contains('.')));
    }

    // “Mali”, “Oct 5”, “5 octobre”, “Mali, Oct. 5, 2025”: a small letter only where a day stands beside it.
    private static bool IsPlaceTail(ReadOnlySpan<char> tail)
    {
        if (tail.IsEmpty || tail.Length > 40) return false;
        var words = 0;
        var hasDay = tail.ContainsAnyInRange('0', '9');
        foreach (var range in tail.SplitAny(" ,"))
        {
            var word = tail[range];
            if (word.IsEmpty) continue;
            words++;
            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && !(hasDay && word.Length is > 2 and < 10)) return false;
        }

        return words <= 5;
    }
}
