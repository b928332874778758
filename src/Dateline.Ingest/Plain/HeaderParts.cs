using Dateline.Ingest.Dates;

namespace Dateline.Ingest.Plain;

/// <summary>Cuts a header line at its separators: bars and dots first, else spaced dashes or slashes, else commas outside dates.</summary>
internal static class HeaderParts
{
    /// <summary>The parts, trimmed, without empty ones.</summary>
    public static List<string> Split(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny("|·•"))
            return Cut(line, "|·•");
        foreach (var dash in (ReadOnlySpan<string>)[" – ", " — ", " - ", " -- ", " / ", " // "])
        {
            var at = line.IndexOf(dash);
            if (at > 0)
            {
                var parts = Split(line[..at]);
                parts.AddRange(Split(line[(at + dash.Length)..]));
                return parts;
            }
        }
        return AtCommas(line);
    }

    static List<string> Cut(ReadOnlySpan<char> line, string separators)
    {
        List<string> parts = [];
        foreach (var range in line.SplitAny(separators))
        {
            var part = line[range].Trim();
            if (!part.IsEmpty)
                parts.Add(part.ToString());
        }
        return parts;
    }

    // Commas inside “November 19, 2025” separate nothing, so the date is found first and the rest is cut.
    static List<string> AtCommas(ReadOnlySpan<char> line)
    {
        if (WrittenDates.Find(line) is not { } date)
            return Cut(line, ",");
        var start = date.Start;
        // “Outlet, Wednesday, November 19, 2025”: the weekday belongs to the date when it was read with it.
        var before = line[..start].TrimEnd();
        if (!before.IsEmpty && before[^1] != ',')
        {
            var comma = before.LastIndexOf(',');
            start = comma + 1;
        }
        else if (!before.IsEmpty)
        {
            start = before.Length;
        }
        var parts = Cut(line[..start], ",");
        var end = date.End;
        var after = line[end..].TrimStart();
        parts.Add(line[start..end].Trim(" ,\u00A0").ToString());
        parts.AddRange(Cut(after, ","));
        return parts;
    }
}
