namespace Dateline.Storage;

/// <content>Everything at once.</content>
public sealed partial class StoreReader
{
    /// <summary>
    /// Writes everything that was taken in as JSON lines in UTF-8, old versions and superseded readings included.
    /// </summary>
    /// <remarks>The same content gives the same bytes: the order follows from content, and what the clock said is left out.</remarks>
    public void ExportJsonLines(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Guard(() =>
        {
            new StoreExport(_connection, output).Write();
            return true;
        });
    }

    /// <summary>The texts on whose tellings people decided, as measurable gold; decisions of blind coders count for agreement only.</summary>
    public IReadOnlyList<ReviewedText> ReviewedTexts() => new ReviewedTextReader(_connection).Read();

    /// <summary>Writes the same as JSON lines in UTF-8, a text a line. The same decisions give the same bytes.</summary>
    public void ExportReviewGold(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ReviewGold.Write(output, ReviewedTexts());
    }

    /// <summary>Writes the lines that <paramref name="query"/> wants, all pages of them, as comma-separated values with a header line.</summary>
    public void ExportCsv(TextWriter output, ChronologyQuery query)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(query);
        ChronologyCsv.WriteHeader(output);
        string? cursor = null;
        do
        {
            var page = Chronology(query with { Limit = MaximumLimit, Cursor = cursor });
            foreach (var line in page.Lines)
                ChronologyCsv.Write(output, line);
            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
