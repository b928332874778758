using Dateline.Text;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>A run of text in quotation marks, marks included.</summary>
/// <param name="Span">From the opening to the closing mark, or to the end of the paragraph where none closes it.</param>
/// <param name="IsClosed">Whether a mark closes it.</param>
/// <param name="Continues">Whether it goes on a quotation left open at the end of the paragraph before.</param>
internal readonly record struct Quotation(TextSpan Span, bool IsClosed, bool Continues);
