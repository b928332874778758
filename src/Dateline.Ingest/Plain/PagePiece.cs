using Dateline.Text;

namespace Dateline.Ingest.Plain;

/// <summary>One article of a page, by its lines.</summary>
/// <param name="FirstLine">Its first line.</param>
/// <param name="EndLine">The first line after it.</param>
/// <param name="TitleLines">Half-open range of the lines of its headline; empty when there is none.</param>
/// <param name="HeaderEnd">The first line after headline, byline and outlet lines.</param>
internal readonly record struct PagePiece(int FirstLine, int EndLine, Range TitleLines, int HeaderEnd)
{
    public static TextSpan SpanOf(IReadOnlyList<TextLine> lines, int first, int end) =>
        TextSpan.FromBounds(lines[first].Start, Math.Max(lines[first].Start, lines[end - 1].End));
}
