namespace Dateline.Ingest.Plain;

/// <summary>Reads the dateline of an opening paragraph: “BAMAKO, Oct 5 (Reuters) –”, “Paris (AFP) –”, “NIAMEY, Niger (AP) —”.</summary>
internal static class Datelines
{
    const int Longest = 100;

    /// <summary>Place and agency as written, null where not named.</summary>
    public static (string? Place, string? Agency) Read(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        var dash = FindDash(head);
        if (dash <= 0)
            return (null, null);
        head = head[..dash].Trim();
        string? agency = null;
        var open = head.IndexOf('(');
        if (open >= 0)
        {
            if (head[^1] != ')')
                return (null, null);
            var inside = head[(open + 1)..^1].Trim();
            if (inside.Length is 0 or > 40 || inside.Contains('(') || !HeaderLines.LooksLikeOutlet(inside, 4))
                return (null, null);
            agency = inside.ToString();
            head = head[..open].Trim();
        }
        var comma = head.IndexOf(',');
        var place = (comma < 0 ? head : head[..comma]).Trim();
        if (place.Length is < 2 or > 50 || !IsPlace(place, capitalsOnly: agency is null))
            return (null, agency is not null && head.IsEmpty ? agency : null);
        if (comma >= 0 && !IsPlaceTail(head[(comma + 1)..].Trim()))
            return (null, null);
        // Before a bare dash, capitals may also be a label such as “BREAKING”; a date or a comma tells.
        if (agency is null && comma < 0 && place is "BREAKING" or "UPDATE" or "EXCLUSIVE" or "ANALYSIS" or "OPINION" or "WATCH" or "VIDEO" or "EXPLAINER" or "FACTBOX" or "LIVE" or "FILE" or "NEWS")
            return (null, null);
        return (place.ToString(), agency);
    }

    static int FindDash(ReadOnlySpan<char> head)
    {
        for (var k = 2; k < head.Length; k++)
        {
            if (head[k] is '–' or '—')
                return k;
            if (head[k] == '-' && (head[k - 1] is ' ' or ')' or '-') && (k + 1 >= head.Length || head[k + 1] is ' ' or '-'))
                return head[k - 1] == '-' ? k - 1 : k;
            if (head[k] is '\n' or '\r' or '?' or '!' or '“' or '"')
                return -1;
        }
        return -1;
    }

    static bool IsPlace(ReadOnlySpan<char> place, bool capitalsOnly)
    {
        if (!char.IsUpper(place[0]))
            return false;
        var words = 1;
        foreach (var c in place)
        {
            if (c is ' ')
                words++;
            else if (char.IsLower(c) && capitalsOnly || !char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.' or '/'))
                return false;
        }
        return words <= 5;
    }

    // “Mali”, “Oct 5”, “5 octobre”, “Mali, Oct. 5, 2025”
    static bool IsPlaceTail(ReadOnlySpan<char> tail)
    {
        if (tail.IsEmpty || tail.Length > 40)
            return false;
        var words = 0;
        foreach (var range in tail.SplitAny(" ,"))
        {
            var word = tail[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && Dates.MonthNames.Find(word.TrimEnd('.')) == 0)
                return false;
        }
        return words <= 5;
    }
}
