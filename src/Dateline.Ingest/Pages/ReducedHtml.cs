using System.Collections.Frozen;
using System.Text;

namespace Dateline.Ingest.Pages;

/// <summary>
/// A page without scripts, styles, comments and tags nested too deeply, with its JSON-LD set aside.
/// </summary>
/// <remarks>
/// Scripts are most of a modern page and say nothing to a reader; leaving them out before parsing halves the time. The cut of
/// the depth keeps the parser's own work linear: it walks the open elements for many tags.
/// </remarks>
internal sealed class ReducedHtml
{
    // A page has thousands of tags and few names.
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameLookup = new[]
    {
        "a", "abbr", "article", "aside", "b", "base", "blockquote", "body", "br", "button", "canvas", "cite", "code", "col", "dd", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "label", "li", "link", "main", "meta", "nav", "noscript", "ol", "option", "p", "path", "picture",
        "script", "section", "select", "small", "source", "span", "strong", "style", "sup", "svg", "table", "tbody", "td", "template", "th", "time", "title", "tr", "u", "ul", "use", "video",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    readonly StringBuilder _kept = new();
    readonly List<string> _open = [];
    readonly int _limit;
    int _formatting;

    ReducedHtml(int limit) => _limit = limit;

    public string Html { get; private set; } = "";

    public List<string> JsonLd { get; } = [];

    /// <summary>How many start tags were left out for their depth.</summary>
    public int TooDeep { get; private set; }

    public static ReducedHtml Read(string html, int depthLimit)
    {
        var reduced = new ReducedHtml(depthLimit);
        reduced.Scan(html);
        reduced.Html = reduced._kept.ToString();
        return reduced;
    }

    void Scan(string html)
    {
        var position = 0;
        while (position < html.Length)
        {
            var next = html.AsSpan(position).IndexOf('<');
            if (next < 0)
                break;
            _kept.Append(html, position, next);
            position += next;
            var rest = html.AsSpan(position);
            if (rest.StartsWith("<!--"))
            {
                var end = rest[4..].IndexOf("-->");
                if (end < 0)
                    return;
                position += end + 7;
                continue;
            }
            var closing = rest.Length > 1 && rest[1] == '/';
            var nameStart = closing ? 2 : 1;
            var nameLength = 0;
            while (nameStart + nameLength < rest.Length && nameLength < 32 && (char.IsAsciiLetterOrDigit(rest[nameStart + nameLength]) || rest[nameStart + nameLength] == '-'))
                nameLength++;
            if (nameLength == 0 || !char.IsAsciiLetter(rest[nameStart]))
            {
                _kept.Append('<');
                position++;
                continue;
            }
            var tagEnd = TagEnd(rest, nameStart + nameLength);
            var name = NameOf(rest.Slice(nameStart, nameLength));
            var tag = rest[..tagEnd];
            if (!closing && name is "script" or "style" or "svg" or "template" or "noscript" or "iframe" or "canvas" or "object" or "math")
            {
                var inner = rest[tagEnd..];
                var close = tag.EndsWith("/>") && name is "svg" or "math" ? 0 : CloseOf(inner, name);
                if (name == "script" && tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && JsonLd.Count < 64)
                {
                    var data = inner[..(close < 0 ? inner.Length : close)];
                    var end = data.LastIndexOf("</");
                    JsonLd.Add(data[..(close < 0 || end < 0 ? data.Length : end)].ToString());
                }
                position += tagEnd + (close < 0 ? inner.Length : close);
                continue;
            }
            if (Keep(name, closing, tag.EndsWith("/>")))
                _kept.Append(tag);
            position += tagEnd;
        }
        if (position < html.Length)
            _kept.Append(html, position, html.Length - position);
    }

    static string NameOf(ReadOnlySpan<char> written) => NameLookup.TryGetValue(written, out var known) ? known : written.ToString().ToLowerInvariant();

    // Beyond the closing tag, so that the tag itself is left out with the rest.
    static int CloseOf(ReadOnlySpan<char> inner, string name)
    {
        var close = inner.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        if (close < 0)
            return name is "script" or "style" ? -1 : 0;
        var end = inner[close..].IndexOf('>');
        return end < 0 ? -1 : close + end + 1;
    }

    // Quoted values may hold '>'. A quotation mark that never closes must not swallow the page.
    static int TagEnd(ReadOnlySpan<char> tag, int from)
    {
        var k = from;
        while (k < tag.Length)
        {
            var next = tag[k..].IndexOfAny('>', '"', '\'');
            if (next < 0)
                break;
            k += next;
            var c = tag[k];
            if (c == '>')
                return k + 1;
            if (tag[k - 1] is '=' or ' ')
            {
                var window = tag[(k + 1)..Math.Min(tag.Length, k + 100_000)];
                var close = window.IndexOf(c);
                if (close >= 0)
                    k += close + 1;
            }
            k++;
        }
        return tag.Length;
    }

    bool Keep(string name, bool closing, bool selfClosed)
    {
        if (name is "br" or "hr" or "img" or "input" or "link" or "meta" or "source" or "wbr" or "area" or "base" or "col" or "embed" or "track" or "param"
            or "p" or "li" or "td" or "th" or "tr" or "dd" or "dt" or "option" or "tbody" or "thead" or "tfoot" or "html" or "head" or "body")
        {
            return true;
        }
        // Formatting outlives the block that holds it, so it is counted apart.
        if (name is "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u")
        {
            if (closing)
                _formatting = Math.Max(0, _formatting - 1);
            else if (_formatting >= _limit)
                TooDeep++;
            else
                _formatting++;
            return closing || _formatting < _limit;
        }
        if (closing)
        {
            var at = _open.LastIndexOf(name, _open.Count - 1, Math.Min(_open.Count, 64));
            if (at >= 0)
                _open.RemoveRange(at, _open.Count - at);
            return true;
        }
        if (selfClosed && name is "path" or "circle" or "use")
            return true;
        if (_open.Count >= _limit)
        {
            TooDeep++;
            return false;
        }
        _open.Add(name);
        return true;
    }
}
