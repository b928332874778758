using System.Globalization;

namespace Dateline.Web.Wording;

/// <summary>Counts with their noun.</summary>
internal static class Counting
{
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
