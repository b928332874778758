using System.Text;
using AngleSharp.Dom;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>Reads the visible blocks of a page in order, without what its names mark as boilerplate.</summary>
/// <remarks>Recursion is bounded by <see cref="IntakeLimits.TagDepth"/>, since deeper tags were cut before parsing.</remarks>
internal sealed class BlockReader
{
    readonly List<Block> _blocks = [];
    readonly StringBuilder _text = new();
    readonly bool _all;
    readonly bool _byName;
    int _links;

    BlockReader(bool all, bool byName)
    {
        _all = all;
        _byName = byName;
    }

    /// <summary>The blocks below an element.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="all">Whether to keep boilerplate as well.</param>
    /// <param name="byName">Whether class and id mark boilerplate.</param>
    public static List<Block> Read(IElement root, bool all = false, bool byName = true)
    {
        var reader = new BlockReader(all, byName);
        reader.Walk(root, PassageKind.Paragraph, inLink: false);
        reader.Flush(root, PassageKind.Paragraph);
        return reader._blocks;
    }

    void Walk(INode node, PassageKind kind, bool inLink)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                Append(text.Data, inLink);
            }
            else if (child is IElement element)
            {
                if (element.LocalName == "br")
                    AppendBreak(element, kind);
                else if (BoilerplateNames.Is(element, _byName) && (!_all || element.LocalName is "script" or "style" or "head" or "template"))
                    Append(" ", inLink);
                else if (KindOf(element, kind) is { } inner)
                    WalkBlock(element, kind, inner, inLink);
                else
                    Walk(element, kind, inLink || element.LocalName == "a");
            }
        }
    }

    void WalkBlock(IElement element, PassageKind outer, PassageKind inner, bool inLink)
    {
        Flush(element.ParentElement ?? element, outer);
        Walk(element, inner, inLink);
        Flush(element, inner);
    }

    // Two breaks in a row end a paragraph; old pages have no other mark.
    void AppendBreak(IElement element, PassageKind kind)
    {
        if (_text.Length > 0 && _text[^1] == '\n')
            Flush(element.ParentElement ?? element, kind);
        else if (_text.Length > 0)
        {
            while (_text.Length > 0 && _text[^1] == ' ')
                _text.Length--;
            _text.Append('\n');
        }
    }

    void Append(string words, bool inLink)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c) && c is not '\u00A0' and not '\u202F')
            {
                if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                    _text.Append(' ');
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                _text.Append(c);
                if (inLink)
                    _links++;
            }
        }
    }

    void Flush(IElement element, PassageKind kind)
    {
        var text = _text.ToString().Trim(' ', '\n', '\u00A0');
        if (text.Length > 0)
            _blocks.Add(new Block(text, kind, element, _links));
        _text.Clear();
        _links = 0;
    }

    // Two levels down, since bodies have a wrapper.
    static int CountParagraphs(IElement entry)
    {
        var count = 0;
        if (entry.ClassName?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true || entry.Id?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true)
            return 0;
        foreach (var child in entry.Children)
        {
            if (child.LocalName == "p")
                count++;
            else if (child.LocalName is "div" or "section" or "article")
                count += child.Children.Count(static c => c.LocalName == "p");
        }
        return count;
    }

    // The kind of a block element; null for elements that stand in the line.
    static PassageKind? KindOf(IElement element, PassageKind outer) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => PassageKind.Heading,
        // Old layouts put whole articles into an entry of a list.
        "li" => CountParagraphs(element) >= 3 ? PassageKind.Paragraph : PassageKind.ListEntry,
        "dd" or "dt" => PassageKind.ListEntry,
        "blockquote" => PassageKind.Quotation,
        "figcaption" or "caption" => PassageKind.Caption,
        "p" or "div" or "section" or "article" or "main" or "header" or "ul" or "ol" or "dl" or "table" or "tr" or "td" or "th" or "tbody" or "pre" or "center" or "address"
            or "figure" or "body" or "hr" or "details" or "summary" or "fieldset" or "footer" or "nav" or "aside" or "form" or "option" => outer == PassageKind.Heading ? PassageKind.Heading
            : outer is PassageKind.Quotation or PassageKind.ListEntry ? outer : PassageKind.Paragraph,
        _ => null,
    };
}
