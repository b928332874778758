namespace Dateline.Ingest.Pages;

/// <summary>The date in an address such as <c>/2025/10/05/</c>.</summary>
internal static class UrlDates
{
    /// <summary>ISO 8601 date, or null.</summary>
    public static string? Find(string? url)
    {
        if (url is null || url.Length > 2000)
            return null;
        var parts = url.Split('/', '-', '_', '?');
        for (var k = 0; k + 2 < parts.Length; k++)
        {
            if (parts[k].Length == 4 && int.TryParse(parts[k], out var year) && year is >= 1990 and <= 2100
                && parts[k + 1].Length is 1 or 2 && int.TryParse(parts[k + 1], out var month) && month is >= 1 and <= 12
                && parts[k + 2].Length is 1 or 2 && int.TryParse(parts[k + 2], out var day) && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return $"{year:D4}-{month:D2}-{day:D2}";
            }
        }
        return null;
    }
}
