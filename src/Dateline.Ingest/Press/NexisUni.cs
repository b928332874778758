using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Ingest.Press;

/// <summary>
/// What Nexis Uni and Lexis+ export, as paragraphs of a Word document or lines of text: headline, source, date, fields, “Body”, body,
/// “Classification”, fields, “End of Document”.
/// </summary>
internal static partial class NexisUni
{
    /// <summary>Whether a line ends a document and another begins a body.</summary>
    public static bool Recognise(string text) => text.Contains("End of Document", StringComparison.Ordinal) && End().IsMatch(text) && Body().IsMatch(text);

    /// <summary>The records, and how many the cover says that there are.</summary>
    public static List<PressRecord> Read(string text, out int? told)
    {
        told = Told().Match(text) is { Success: true } cover && int.TryParse(cover.Groups["all"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? all : null;
        List<PressRecord> records = [];
        List<string> lines = [];
        foreach (var line in PressText.Lines(text).Select(static l => l.Trim().Trim('\u00A0')))
        {
            if (line.Length == 0)
                continue;
            if (line is not "End of Document")
            {
                lines.Add(line);
                continue;
            }
            if (lines.Count > 0)
                records.Add(ReadRecord(lines));
            lines.Clear();
        }
        // An export that breaks off has no last line; what follows the last whole document may be its own closing words.
        if (lines.Exists(static l => l is "Body" or "Text"))
            records.Add(ReadRecord(lines));
        else if (records.Count > 0)
            records[^1].Keep(string.Join('\n', lines));
        return records;
    }

    static PressRecord ReadRecord(List<string> lines)
    {
        var record = new PressRecord { DateRule = "nexis date line" };
        var body = lines.FindIndex(static l => l is "Body" or "Text");
        var head = body < 0 ? lines.Count : body;
        // The date stands under the source, and the headline above it; what is above that is the cover.
        var date = lines.FindIndex(0, head, PressDates.IsLine);
        var title = date >= 2 ? date - 2 : date == 1 ? 0 : lines.FindIndex(0, head, static l => PressText.Field(l, LexisFields.Keys) is null);
        for (var k = 0; k < head; k++)
        {
            if (k == title)
                record.Title = lines[k];
            else if (k == date)
                record.Date = lines[k];
            else if (date >= 2 && k == date - 1)
                record.Outlet = Source(lines[k]);
            else if (k > title && PressText.Field(lines[k], LexisFields.Keys) is var (key, value))
                LexisFields.Take(record, key, value);
            else
                record.Keep(lines[k]);
        }
        var ended = false;
        for (var k = head + 1; k < lines.Count; k++)
        {
            ended |= lines[k] is "Classification" or "Klassifikation" or "Graphic";
            var field = PressText.Field(lines[k], LexisFields.Keys);
            ended |= field is ("LOAD-DATE" or "PUBLICATION-TYPE", _);
            if (!ended)
                record.Body.Add(lines[k]);
            else if (field is var (key, value))
                LexisFields.Take(record, key, value);
            else
                record.Keep(lines[k]);
        }
        return record;
    }

    // “The Lantern(London)”
    static string Source(string words) => words.IndexOf('(', StringComparison.Ordinal) is > 1 and var at && words[at - 1] != ' ' ? words.Insert(at, " ") : words;

    [GeneratedRegex(@"^[ \t\u00A0]*End of Document[ \t\u00A0]*\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex End();

    [GeneratedRegex(@"^[ \t\u00A0]*(?:Body|Text)[ \t\u00A0]*\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Body();

    [GeneratedRegex(@"^[ \t\u00A0]*(?:Documents|Dokumente) \((?<all>[0-9]{1,5})\)", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
