namespace Dateline.Text;

/// <summary>What part of an article a passage is.</summary>
public enum PassageKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The article's own headline.</summary>
    Headline,

    /// <summary>A heading inside the article.</summary>
    Heading,

    /// <summary>One entry of a list.</summary>
    ListEntry,

    /// <summary>Words under a picture or map.</summary>
    Caption,

    /// <summary>A quotation set apart.</summary>
    Quotation,

    /// <summary>Byline, category and tag lines, “Leave a comment”: not read for events.</summary>
    Furniture,
}

/// <summary>A run of text that stands by itself; sentences do not cross its borders.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Passage(TextSpan Span, PassageKind Kind);
