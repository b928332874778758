using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Ingest.Press;

/// <summary>ProQuest's text export: records between lines of underscores, “Full text:” up to the next field.</summary>
internal static partial class ProQuestText
{
    static readonly FrozenSet<string> Keys = new[]
    {
        "FULL TEXT", "TITLE", "AUTHOR", "PUBLICATION TITLE", "PUBLICATION DATE", "PUBLICATION YEAR", "PUBLICATION INFO", "SECTION", "PUBLISHER", "PLACE OF PUBLICATION", "COUNTRY OF PUBLICATION",
        "DOCUMENT URL", "SUBJECT", "LOCATION", "ABSTRACT", "PAGES", "FIRST PAGE", "LINKS", "PEOPLE", "COMPANY / ORGANIZATION", "COMPANY", "IDENTIFIER / KEYWORD", "CLASSIFICATION", "COLUMN", "VOLUME", "ISSUE",
        "PUBLICATION SUBJECT", "ISSN", "EISSN", "SOURCE TYPE", "LANGUAGE OF PUBLICATION", "LANGUAGE", "DOCUMENT TYPE", "DOCUMENT FEATURE", "PROQUEST DOCUMENT ID", "COPYRIGHT", "LAST UPDATED", "DATABASE",
        "DATELINE", "CREDIT", "NUMBER OF PAGES", "ACCESSION NUMBER",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a line of underscores, a full text and another field of theirs are there.</summary>
    public static bool Recognise(string text) => PressText.HasEarly(text, Rule()) && FullText().IsMatch(text) && Publication().IsMatch(text);

    /// <summary>The records, and how many the export says that it holds.</summary>
    public static List<PressRecord> Read(string text, out int? told)
    {
        told = Told().Match(text) is { Success: true } count && int.TryParse(count.Groups["all"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? all : null;
        List<PressRecord> records = [];
        List<string> lines = [];
        List<string> loose = [];
        foreach (var line in PressText.Lines(text).Append(new string('_', 60)))
        {
            if (line.Length < 50 || line.AsSpan().Trim().ContainsAnyExcept('_'))
            {
                lines.Add(line);
                continue;
            }
            if (lines.Exists(static l => PressText.Field(l, Keys) is ("FULL TEXT" or "TITLE" or "PUBLICATION TITLE", _)))
                records.Add(ReadRecord(lines));
            else
                loose.AddRange(lines.Where(static l => !string.IsNullOrWhiteSpace(l)));
            lines.Clear();
        }
        if (records.Count > 0)
            records[^1].Keep(string.Join('\n', loose));
        return records;
    }

    static PressRecord ReadRecord(List<string> lines)
    {
        var record = new PressRecord { DateRule = "proquest Publication date" };
        string? key = null;
        List<string> field = [];
        foreach (var line in lines)
        {
            if (PressText.Field(line, Keys) is var (next, value))
            {
                Take(record, key, field);
                key = next;
                field = [value];
            }
            else
                field.Add(line);
        }
        Take(record, key, field);
        return record;
    }

    static void Take(PressRecord record, string? key, List<string> lines)
    {
        var blocks = PressText.Blocks(lines);
        var words = string.Join(' ', blocks.Select(static b => b.Words));
        switch (key)
        {
            case null:
                // Above the fields stand “Document 1 of 25” and the headline.
                record.Keep(words);
                break;
            case "FULL TEXT":
                // Each line is a paragraph where lines are long; else blank lines part them.
                record.Body.AddRange(lines.Exists(static l => l.Length > 200) ? lines.Where(static l => !string.IsNullOrWhiteSpace(l)) : blocks.Select(static b => b.Words));
                break;
            case "TITLE":
                record.Title ??= words;
                break;
            case "AUTHOR":
                record.Byline ??= words;
                break;
            case "PUBLICATION TITLE":
                record.Outlet ??= words;
                break;
            case "PUBLICATION DATE":
                record.Date ??= words;
                break;
            case "DOCUMENT URL":
                record.Url ??= words;
                break;
            case "LANGUAGE OF PUBLICATION" or "LANGUAGE":
                record.Language ??= words;
                break;
            case "DATELINE":
                record.Place ??= words;
                break;
            case "SUBJECT" or "LOCATION":
                record.AddTags(words);
                break;
            default:
                record.Keep(words, key);
                break;
        }
    }

    [GeneratedRegex(@"^_{50,}[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex("^Full text:", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex FullText();

    [GeneratedRegex("^(?:Publication (?:title|date|year|info)|ProQuest document ID|Document URL):", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Publication();

    [GeneratedRegex(@"^Document [0-9]{1,5} of (?<all>[0-9]{1,5})[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
