using System.Buffers;

namespace Dateline.Chronology.Export;

/// <summary>Writes rows of comma-separated values after RFC 4180.</summary>
/// <remarks>
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front: news text is written by strangers.
/// Numbers that we write ourselves may begin with a minus sign and are given as numbers, not as text.
/// </remarks>
public static class Csv
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Writes one row with its line end.</summary>
    public static void WriteRow(TextWriter writer, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) writer.Write(',');
            WriteCell(writer, cells[i]);
        }

        writer.Write("\r\n");
    }

    private static void WriteCell(TextWriter writer, string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return;
        var guarded = IsFormula(cell) ? "'" + cell : cell;
        if (guarded.AsSpan().ContainsAny(NeedsQuotes))
        {
            writer.Write('"');
            writer.Write(guarded.Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }
        else
        {
            writer.Write(guarded);
        }
    }

    private static bool IsFormula(string cell) =>
        cell[0] is '=' or '+' or '@' or '\t' or '\r' || (cell[0] == '-' && !double.TryParse(cell, out _));
}
