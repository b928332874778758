using System.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>An element of an XML document as <see cref="LooseXml"/> read it.</summary>
/// <param name="Vocabulary">
/// The usual prefix of its namespace (<c>dc</c>, <c>atom</c>, <c>media</c>), whatever prefix the document chose; empty for RSS, and
/// for whatever namespace is the default one and not known.
/// </param>
/// <param name="Name">The local name as written.</param>
/// <param name="Parent">The element around it, or null at the root.</param>
internal sealed record LooseElement(string Vocabulary, string Name, LooseElement? Parent)
{
    readonly List<(string Name, string Value)> _attributes = [];
    readonly List<LooseNode> _nodes = [];

    /// <summary>Whether its end was there; an element that the end of a torn file closed has none.</summary>
    public bool Closed { get; set; }

    /// <summary>Text and elements in order.</summary>
    public IReadOnlyList<LooseNode> Nodes => _nodes;

    /// <summary>The elements right below.</summary>
    public IEnumerable<LooseElement> Elements
    {
        get
        {
            foreach (var node in _nodes)
            {
                if (node.Element is { } element)
                    yield return element;
            }
        }
    }

    /// <summary>Whether elements stand right below.</summary>
    public bool HasElements => _nodes.Exists(static n => n.Element is not null);

    public void Add(LooseNode node) => _nodes.Add(node);

    public void AddAttribute(string name, string value) => _attributes.Add((name, value));

    /// <summary>Whether it has this local name in this vocabulary; case plays no part, since feeds write “pubdate” and “ITEM”.</summary>
    public bool Is(string vocabulary, string name) => Vocabulary == vocabulary && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of an attribute by its name as written, prefix included; null when it is missing.</summary>
    public string? Attribute(string name)
    {
        foreach (var (own, value) in _attributes)
        {
            if (own.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return null;
    }

    /// <summary>The nearest value of an attribute here or above, as <c>xml:lang</c> is handed down.</summary>
    public string? Inherited(string name)
    {
        for (var element = this; element is not null; element = element.Parent)
        {
            if (element.Attribute(name) is { } value)
                return value;
        }
        return null;
    }

    /// <summary>The first element right below with this local name, whatever its vocabulary.</summary>
    public LooseElement? First(string name) => Elements.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The trimmed text of the first element right below with this local name; null when it is missing or blank.</summary>
    public string? Word(string name) => First(name)?.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The elements with this local name at any depth, in order; what stands inside one of them is not looked through.</summary>
    public IEnumerable<LooseElement> All(string name)
    {
        var open = new Stack<LooseElement>([this]);
        while (open.TryPop(out var element))
        {
            if (element.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                yield return element;
                continue;
            }
            foreach (var child in element.Elements.Reverse())
                open.Push(child);
        }
    }

    /// <summary>All text below, in order.</summary>
    public string Text
    {
        get
        {
            if (_nodes is [{ Text: { } only }])
                return only;
            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    /// <summary>
    /// What stands inside, as markup: elements are written out again, and text beside them is escaped; where only text stands
    /// inside, it is itself the markup, as in RSS.
    /// </summary>
    public string Markup
    {
        get
        {
            if (!HasElements)
                return Text;
            var markup = new StringBuilder();
            AppendMarkup(markup);
            return markup.ToString();
        }
    }

    void AppendText(StringBuilder text)
    {
        foreach (var node in _nodes)
        {
            text.Append(node.Text);
            node.Element?.AppendText(text);
        }
    }

    void AppendMarkup(StringBuilder markup)
    {
        foreach (var node in _nodes)
        {
            if (node.Element is { } element)
            {
                markup.Append('<').Append(element.Name);
                foreach (var (name, value) in element._attributes)
                {
                    if (!name.StartsWith("xmlns", StringComparison.Ordinal))
                        markup.Append(' ').Append(name).Append("=\"").Append(Escaped(value)).Append('"');
                }
                markup.Append('>');
                element.AppendMarkup(markup);
                if (element.Name is not ("br" or "hr" or "img" or "wbr" or "input"))
                    markup.Append("</").Append(element.Name).Append('>');
            }
            else if (node.IsCData)
                markup.Append(node.Text);
            else
                markup.Append(Escaped(node.Text!));
        }
    }

    static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>Text or an element inside an element.</summary>
/// <param name="Text">The text, entities resolved; null for an element.</param>
/// <param name="Element">The element; null for text.</param>
/// <param name="IsCData">Whether the text stood in a CDATA section.</param>
internal readonly record struct LooseNode(string? Text, LooseElement? Element, bool IsCData = false);
