namespace Dateline.Cli.Petrarch;

/// <summary>A line of a PETRARCH or TABARI dictionary without its comments.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Text">What stands in it, trimmed.</param>
internal readonly record struct PetrarchLine(string Path, int Number, string Text)
{
    /// <summary>Reads the lines that say something: comments behind <c>#</c> and between <c>&lt;!--</c> and <c>--&gt;</c> are left out.</summary>
    public static List<PetrarchLine> Read(TextReader reader, string path)
    {
        var lines = new List<PetrarchLine>();
        var inComment = false;
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (inComment)
            {
                var end = text.IndexOf("-->", StringComparison.Ordinal);
                if (end < 0) continue;
                text = text[(end + 3)..];
                inComment = false;
            }

            var begin = text.IndexOf("<!", StringComparison.Ordinal);
            if (begin >= 0)
            {
                var end = text.IndexOf("-->", begin, StringComparison.Ordinal);
                inComment = end < 0;
                text = inComment ? text[..begin] : string.Concat(text.AsSpan(0, begin), text.AsSpan(end + 3));
            }

            var hash = text.IndexOf('#', StringComparison.Ordinal);
            if (hash >= 0) text = text[..hash];
            text = text.Trim();
            if (text.Length > 0) lines.Add(new PetrarchLine(path, number, text));
        }

        return lines;
    }

    /// <summary>The code in square brackets, trimmed; null when there is none.</summary>
    public string? Code()
    {
        var open = Text.LastIndexOf('[');
        var close = open < 0 ? -1 : Text.IndexOf(']', open);
        return close < 0 ? null : Text[(open + 1)..close].Trim();
    }

    /// <summary>The text before the first square or curly bracket.</summary>
    public string Head()
    {
        var end = Text.IndexOfAny(['[', '{']);
        return (end < 0 ? Text : Text[..end]).Trim();
    }

    /// <summary>The words in curly brackets; null when there are no brackets.</summary>
    public string[]? Braced()
    {
        var open = Text.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : Text.IndexOf('}', open);
        return close < 0 ? null : Text[(open + 1)..close].Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
