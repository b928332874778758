namespace Dateline.Ingest.Dates;

/// <summary>A date as written in a header line, a byline or a page.</summary>
/// <param name="Iso">ISO 8601 date, or date and time (with offset where the zone is written).</param>
/// <param name="Start">Where the words begin in the text that was searched.</param>
/// <param name="Length">How many code units they take.</param>
/// <param name="DayFirst">True where only the habit of writing the day first told day from month (05/10/2025).</param>
internal readonly record struct WrittenDate(string Iso, int Start, int Length, bool DayFirst)
{
    /// <summary>The first position after the words.</summary>
    public int End => Start + Length;
}
