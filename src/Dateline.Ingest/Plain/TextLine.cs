using Dateline.Text;

namespace Dateline.Ingest.Plain;

/// <summary>One line of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where its words end: before the line end and white space in front of it.</param>
/// <param name="Next">Where the next line begins.</param>
/// <param name="Kind">What it is by its own words.</param>
/// <param name="Header">What it says of the article, for header and footer lines.</param>
internal readonly record struct TextLine(int Start, int End, int Next, LineKind Kind, HeaderLine? Header)
{
    public TextSpan Span => TextSpan.FromBounds(Start, End);

    public int Length => End - Start;
}

/// <summary>What a line is by its own words.</summary>
internal enum LineKind : byte
{
    Blank,
    Rule,
    Words,

    /// <summary>Byline or outlet line above an article, with what it says.</summary>
    Header,

    /// <summary>“Posted by”, “Filed under”, “Source:” and the like, with what it says.</summary>
    Footer,

    /// <summary>“Leave a comment”, “Share this”: words of the page.</summary>
    Furniture,
}
