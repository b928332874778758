namespace Dateline.Text.Tokens;

/// <summary>Whether the lines of a text were broken at a width, so that a line end says nothing, or by the writer.</summary>
internal readonly record struct LineLayout(bool IsWrapped, int Width)
{
    private const int MostLines = 2000;
    private const int WidestWrap = 110;

    /// <summary>Looks at the first lines of <paramref name="text"/>.</summary>
    public static LineLayout Of(ReadOnlySpan<char> text)
    {
        int lines = 0, continued = 0, width = 0, start = 0;
        while (start < text.Length && lines < MostLines)
        {
            var length = text[start..].IndexOf('\n');
            if (length < 0) break;
            var line = text.Slice(start, length).TrimEnd();
            start += length + 1;
            if (line.IsEmpty) continue;
            width = Math.Max(width, line.Length);
            if (width > WidestWrap) return new LineLayout(false, width);
            lines++;
            var next = start;
            while (next < text.Length && text[next] is ' ' or '\t' or '>') next++;
            if (next < text.Length && char.IsLower(text[next]) && line[^1] is not ('.' or '!' or '?' or ':' or ';')) continued++;
        }

        return new LineLayout(lines >= 2 && width >= 30 && continued * 4 >= lines, width);
    }
}
