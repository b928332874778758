namespace Dateline.Text.Tokens;

/// <summary>Units that may be glued to a number: 5km, 7pm, 1.5bn.</summary>
internal static class Units
{
    /// <summary>Length of the longest one.</summary>
    public const int Longest = 7;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "m", "M", "mm", "MM", "mn", "k", "K", "b", "B", "bn", "tn", "tr", "am", "pm", "AM", "PM", "cm", "km", "kg", "g", "mg", "lb", "lbs", "oz",
        "ft", "Hz", "kHz", "MHz", "GHz", "mph", "kph", "kmh", "kb", "KB", "MB", "GB", "TB", "min", "mins", "sec", "secs", "hr", "hrs", "yr",
        "yrs", "sq", "ha", "kW", "kWh", "MW", "MWh", "GW", "ml", "mL", "cl", "percent", "pct", "million", "billion", "x", "C", "F", "bpd", "t",
        "mins", "days", "years", "hours", "minutes", "persons", "people", "cc", "bc", "BC", "AD", "GMT", "UTC", "EUR", "USD", "bps", "pts",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> French = new HashSet<string>(StringComparer.Ordinal)
    {
        "h", "H", "km", "m", "cm", "mm", "kg", "g", "mg", "t", "ha", "l", "ml", "cl", "min", "s", "F", "MF", "k", "M", "ans", "euros", "x",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="letters"/> right after a number are a token of their own.</summary>
    public static bool IsKnown(ReadOnlySpan<char> letters, bool french) => (french ? French : All).Contains(letters);
}
