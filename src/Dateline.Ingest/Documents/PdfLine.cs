namespace Dateline.Ingest.Documents;

/// <summary>A line of a page, in the unit of the page (1/72 inch), from its lower left corner.</summary>
/// <param name="Text">Its words, one blank between two.</param>
/// <param name="Left">Where its first word begins.</param>
/// <param name="Right">Where its last word ends.</param>
/// <param name="Baseline">What its letters stand on.</param>
/// <param name="Size">Size of its letters.</param>
/// <param name="Block">Lines of one column between two lines that span it have one number.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Baseline, double Size, int Block);
