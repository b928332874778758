namespace Dateline.Ingest.Plain;

/// <summary>Cuts a text into lines at LF, CR LF, CR, form feed and the two separators of Unicode.</summary>
internal static class TextLines
{
    /// <summary>The lines in order; together they cover the text.</summary>
    public static List<TextLine> Read(string text)
    {
        List<TextLine> lines = [];
        var start = 0;
        while (start < text.Length)
        {
            var found = text.AsSpan(start).IndexOfAny("\n\r\f\u2028\u2029");
            var stop = found < 0 ? text.Length : start + found;
            var next = stop == text.Length ? stop : stop + (text[stop] == '\r' && stop + 1 < text.Length && text[stop + 1] == '\n' ? 2 : 1);
            var first = start;
            while (first < stop && IsBlank(text[first]))
                first++;
            var end = stop;
            while (end > first && IsBlank(text[end - 1]))
                end--;
            var (kind, header) = HeaderLines.Read(text.AsSpan(first, end - first));
            lines.Add(new TextLine(first, end, next, kind, header));
            start = next;
        }
        return lines;
    }

    static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';
}
