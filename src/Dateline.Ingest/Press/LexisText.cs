using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Ingest.Press;

/// <summary>
/// The classic text export of LexisNexis: “3 of 25 DOCUMENTS”, then source and date in the middle, headline, fields up to LENGTH, body, fields.
/// </summary>
internal static partial class LexisText
{
    // Page numbers and the like stand this far right.
    const int FarRight = 75;

    /// <summary>Whether a line counts documents as these exports do and fields of theirs stand below.</summary>
    public static bool Recognise(string text) => PressText.HasEarly(text, Marker()) && Ending().IsMatch(text);

    /// <summary>The records, and how many the export says that it holds.</summary>
    public static List<PressRecord> Read(string text, out int? told)
    {
        told = null;
        List<PressRecord> records = [];
        List<string> lines = [];
        var cover = true;
        string? opening = null;
        foreach (var line in PressText.Lines(text))
        {
            var marker = line.Length < 160 ? Marker().Match(line) : Match.Empty;
            if (!marker.Success)
            {
                lines.Add(line);
                continue;
            }
            if (int.TryParse(marker.Groups["all"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var all))
                told = all;
            if (cover)
                opening = string.Join('\n', lines).Trim();
            else
                records.Add(ReadRecord(lines));
            cover = false;
            lines.Clear();
        }
        if (!cover)
            records.Add(ReadRecord(lines));
        if (records.Count > 0)
            records[0].Keep(opening);
        return records;
    }

    static PressRecord ReadRecord(List<string> lines)
    {
        var record = new PressRecord { DateRule = "lexis date line" };
        bool inBody = false, ended = false;
        foreach (var (words, isCentred) in PressText.Blocks(lines.Where(static l => !IsFar(l))))
        {
            if (PressText.Field(words, LexisFields.Keys) is var (key, value))
            {
                LexisFields.Take(record, key, value);
                inBody |= key is "LENGTH" or "LÄNGE" or "LONGUEUR";
                ended |= inBody && key is "LOAD-DATE" or "UPDATE" or "DATE-CHARGEMENT" or "LANGUAGE" or "SPRACHE" or "LANGUE" or "PUBLICATION-TYPE" or "PUBLIKATIONSTYP" or "TYPE-PUBLICATION";
            }
            else if (ended || isCentred && (words.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) || words.Contains("All Rights Reserved", StringComparison.OrdinalIgnoreCase)))
                record.Keep(words);
            else if (inBody)
                record.Body.Add(words);
            else if (record.Outlet is null && record.Title is null)
                record.Outlet = words;
            else if (record.Date is null && PressDates.Read(words) is not null && words.Length < 120)
            {
                // The edition may stand with it.
                record.Date = words;
                record.Keep(words);
            }
            else if (isCentred)
                record.Keep(words);
            else if (record.Title is null)
                record.Title = words;
            else
            {
                // No length was written: a second block without a name is the body.
                inBody = true;
                record.Body.Add(words);
            }
        }
        foreach (var line in lines.Where(IsFar))
            record.Keep(line);
        return record;
    }

    static bool IsFar(string line) => line.Length > FarRight && line.AsSpan(0, FarRight).IsWhiteSpace();

    [GeneratedRegex(@"^[ \t]*(?:[0-9]{1,5} (?:of|von|de|sur) (?<all>[0-9]{1,5}) (?:DOCUMENTS?|DOKUMENTEN?)|(?:Dokument [0-9]{1,5} von|Document [0-9]{1,5} (?:de|sur)) (?<all>[0-9]{1,5}))[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();

    [GeneratedRegex("^(?:LENGTH|LÄNGE|LONGUEUR|BYLINE|SECTION|LOAD-DATE|LANGUAGE|SPRACHE|LANGUE):", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
