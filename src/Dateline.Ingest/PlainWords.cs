using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Dateline.Ingest.Feeds;

namespace Dateline.Ingest;

/// <summary>Makes plain text of short fields that may hold markup: titles, names, tags.</summary>
/// <remarks>Linear, without a parser of HTML: a field has a handful of tags, and a feed has thousands of fields.</remarks>
internal static class PlainWords
{
    // Only tags of HTML are taken out; “<BIGCO>” and “a < b” are words.
    static readonly FrozenSet<string> Tags = new[]
    {
        "a", "abbr", "acronym", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "center", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "ins", "kbd", "label", "li", "main",
        "mark", "nobr", "ol", "p", "picture", "pre", "q", "s", "samp", "script", "section", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "table", "tbody",
        "td", "th", "time", "tr", "tt", "u", "ul", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TagLookup = Tags.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly SearchValues<char> Marks = SearchValues.Create("<&");

    // More than this is no title.
    const int Longest = 100_000;

    /// <summary>The text without tags, entities resolved and white space levelled; null when nothing is left.</summary>
    public static string? Of(string? markup)
    {
        if (string.IsNullOrWhiteSpace(markup))
            return null;
        var text = markup.Length > Longest ? markup[..Longest] : markup;
        // Twice, because many systems escape a title once more than they should.
        for (var round = 0; round < 2 && text.AsSpan().ContainsAny(Marks); round++)
            text = Strip(text);
        return Level(text);
    }

    /// <summary>White space levelled, invisible characters left out; null when nothing is left.</summary>
    public static string? Level(ReadOnlySpan<char> text)
    {
        var level = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (level.Length > 0 && level[^1] != ' ')
                    level.Append(' ');
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u2060') && !char.IsControl(c))
                level.Append(c);
        }
        if (level.Length > 0 && level[^1] == ' ')
            level.Length--;
        return level.Length == 0 ? null : level.ToString();
    }

    static string Strip(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        while (true)
        {
            var stop = text.IndexOfAny(Marks);
            if (stop < 0)
                return plain.Append(text).ToString();
            plain.Append(text[..stop]);
            text = text[stop..];
            if (text[0] == '&' && LooseXml.Entity(text, out var length) is { } meant)
            {
                plain.Append(meant);
                text = text[length..];
            }
            else if (text[0] == '<' && TagLength(text, out var inLine) is > 0 and var taken)
            {
                // A tag of the line stands inside words; a block or a break parts them.
                if (!inLine)
                    plain.Append(' ');
                text = text[taken..];
            }
            else
            {
                plain.Append(text[0]);
                text = text[1..];
            }
        }
    }

    static int TagLength(ReadOnlySpan<char> text, out bool inLine)
    {
        inLine = true;
        if (text.StartsWith("<!--"))
        {
            var end = text.IndexOf("-->");
            return end < 0 ? 0 : end + 3;
        }
        var start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var nameEnd = start;
        while (nameEnd < text.Length && nameEnd - start < 12 && char.IsAsciiLetterOrDigit(text[nameEnd]))
            nameEnd++;
        if (nameEnd == start || nameEnd >= text.Length || text[nameEnd] is not (' ' or '>' or '/' or '\t' or '\r' or '\n') || !TagLookup.Contains(text[start..nameEnd]))
            return 0;
        var name = text[start..nameEnd];
        inLine = name is "a" or "b" or "i" or "em" or "strong" or "span" or "u" or "s" or "sub" or "sup" or "small" or "font" or "wbr" or "code" or "q" or "mark" or "cite" or "time" or "abbr";
        var window = text[..Math.Min(text.Length, 4096)];
        var closing = window.IndexOf('>');
        if (closing < 0)
            return 0;
        if (start == 1 && name is "script" or "style")
        {
            var after = text.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
            if (after > 0 && text[after..].IndexOf('>') is > 0 and var last)
                return after + last + 1;
        }
        return closing + 1;
    }
}
