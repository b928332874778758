namespace Dateline.Storage;

/// <summary>Tells an edited text from another text.</summary>
internal static class Likeness
{
    /// <summary>Whether at least half of the lines of the shorter text, by length, stand in the other too.</summary>
    public static bool IsLargelyTheSame(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in longer.AsSpan().EnumerateLines())
            lines.Add(line.Trim().ToString());

        int same = 0, all = 0;
        var lookup = lines.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in shorter.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            all += trimmed.Length;
            if (lookup.Contains(trimmed)) same += trimmed.Length;
        }

        return all > 0 && same * 2L >= all;
    }
}
