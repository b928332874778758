using System.Buffers;
using System.Text;

namespace Dateline.Ingest.Bytes;

/// <summary>
/// The charset that a page or an XML file declares in its first bytes: the HTML Standard's “prescan a byte stream to
/// determine its encoding”, and the XML declaration.
/// </summary>
internal static class HtmlCharset
{
    // The standard reads 1,024 bytes; many pages put their scripts first.
    const int Window = 4096;

    static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\f;\"'/>");

    /// <summary>
    /// The charset to try: what the transport names, before what the page does, as the HTML standard has it; but a transport that names
    /// UTF-8 or UTF-16 of bytes that are neither is wrong, and then the page may know better.
    /// </summary>
    /// <param name="transport">What the transport names, or null.</param>
    /// <param name="bytes">The page.</param>
    public static string? Of(string? transport, ReadOnlySpan<byte> bytes) =>
        transport is not null && Charsets.Find(transport) is { } and not UTF8Encoding and not UnicodeEncoding
            ? transport : Declared(bytes);

    /// <summary>The declared label, or null.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]).AsSpan();
        if (head.TrimStart().StartsWith("<?xml"))
        {
            var declaration = head[..Math.Max(0, head.IndexOf("?>"))];
            if (Value(declaration, "encoding") is { } label)
                return label;
        }
        var position = 0;
        while (position < head.Length)
        {
            var next = head[position..].IndexOf('<');
            if (next < 0)
                return null;
            position += next;
            var rest = head[position..];
            if (rest.StartsWith("<!--"))
            {
                var end = rest[2..].IndexOf("-->");
                if (end < 0)
                    return null;
                position += end + 5;
            }
            else if (rest.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && rest.Length > 5 && (char.IsWhiteSpace(rest[5]) || rest[5] == '/'))
            {
                var end = rest.IndexOf('>');
                var tag = end < 0 ? rest : rest[..end];
                if (FromMeta(tag) is { } label)
                    return label;
                position += tag.Length;
            }
            else
            {
                position++;
            }
        }
        return null;
    }

    static string? FromMeta(ReadOnlySpan<char> tag)
    {
        string? label = null;
        if (Value(tag, "charset", wholeName: true) is { } direct)
            label = direct;
        else if (tag.Contains("content-type", StringComparison.OrdinalIgnoreCase) && Value(tag, "content", wholeName: true) is { } content)
            label = Value(content.AsSpan(), "charset");
        // By the standard: who can read the tag has proved that the page is not UTF-16.
        return label is not null && label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label;
    }

    // name = value, with or without quotation marks.
    static string? Value(ReadOnlySpan<char> text, string name, bool wholeName = false)
    {
        var position = 0;
        while (true)
        {
            var found = text[position..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return null;
            position += found;
            var before = position == 0 ? ' ' : text[position - 1];
            var rest = text[(position + name.Length)..].TrimStart();
            position += name.Length;
            if (wholeName && !char.IsWhiteSpace(before) && before is not ('"' or '\'' or '/') || rest.IsEmpty || rest[0] != '=')
                continue;
            rest = rest[1..].TrimStart();
            if (rest.IsEmpty)
                return null;
            if (rest[0] is '"' or '\'')
            {
                var close = rest[1..].IndexOf(rest[0]);
                return close < 0 ? null : rest.Slice(1, close).Trim().ToString();
            }
            var end = rest.IndexOfAny(ValueEnds);
            return (end < 0 ? rest : rest[..end]).ToString();
        }
    }
}
