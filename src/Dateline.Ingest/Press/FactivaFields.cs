using System.Collections.Frozen;

namespace Dateline.Ingest.Press;

/// <summary>The two- and three-letter codes that Factiva puts before the fields of an article that is saved with its indexing.</summary>
internal static class FactivaFields
{
    public static readonly FrozenSet<string> Codes = new[]
    {
        "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "ART", "CX", "CLM", "DLN",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static PressRecord NewRecord() => new() { DateRule = "factiva PD" };

    /// <summary>Takes in one field.</summary>
    public static void Take(PressRecord record, string code, IReadOnlyList<string> paragraphs)
    {
        var words = string.Join(' ', paragraphs);
        switch (code)
        {
            case "HD":
                record.Title ??= words;
                break;
            case "BY":
                record.Byline ??= words;
                break;
            case "PD":
                record.Date = record.Date is null ? words : $"{words} {record.Date}";
                break;
            case "ET":
                record.Date = record.Date is null ? words : $"{record.Date} {words}";
                break;
            case "SN":
                record.Outlet ??= words;
                break;
            case "LA":
                record.Language ??= words;
                break;
            case "LP" or "TD":
                record.Body.AddRange(paragraphs);
                break;
            case "NS" or "RE" or "IN":
                record.AddTags(words);
                break;
            default:
                record.Keep(words, code);
                break;
        }
    }
}
