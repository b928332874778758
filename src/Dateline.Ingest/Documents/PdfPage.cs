namespace Dateline.Ingest.Documents;

/// <summary>What was read of one page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Height">Its height in 1/72 inch.</param>
/// <param name="Lines">Its lines in reading order; empty where it shows pictures only.</param>
/// <param name="Aside">Words that do not stand upright, as they come.</param>
/// <param name="Broken">Whether it could not be read.</param>
internal sealed record PdfPage(int Number, double Height, IReadOnlyList<PdfLine> Lines, string Aside, bool Broken)
{
    public static PdfPage Unreadable(int number) => new(number, 0, [], "", Broken: true);
}
