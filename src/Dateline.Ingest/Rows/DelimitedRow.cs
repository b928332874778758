namespace Dateline.Ingest.Rows;

/// <summary>One row of a delimited text.</summary>
/// <param name="Fields">Its fields in order.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="IsOpen">Whether a quotation that opens in it is never closed.</param>
/// <param name="IsTooLong">Whether it is over the limit; then it is passed over to the end of its line.</param>
internal readonly record struct DelimitedRow(List<string> Fields, int Line, bool IsOpen, bool IsTooLong);
