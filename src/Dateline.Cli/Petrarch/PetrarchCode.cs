namespace Dateline.Cli.Petrarch;

/// <summary>Actor codes: blocks of three letters without a space between them.</summary>
internal static class PetrarchCode
{
    /// <summary>“GONMIL” as “GON MIL”; <c>~</c>, the place of the country, is left out.</summary>
    public static string Spaced(string code) => string.Join(' ', code.Replace("~", string.Empty, StringComparison.Ordinal).Trim().Chunk(3).Select(block => new string(block)));
}
