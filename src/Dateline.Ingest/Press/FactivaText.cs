using System.Text.RegularExpressions;

namespace Dateline.Ingest.Press;

/// <summary>Factiva's text export with indexing: a code at the beginning of a line, its field behind and below, and AN at the end of each article.</summary>
internal static partial class FactivaText
{
    /// <summary>Whether the codes of headline, date or source and number stand at the beginning of lines.</summary>
    public static bool Recognise(string text) => PressText.HasEarly(text, Headline()) && PressText.HasEarly(text, DateOrSource()) && Number().IsMatch(text);

    /// <summary>The records.</summary>
    public static List<PressRecord> Read(string text)
    {
        List<PressRecord> records = [];
        List<string> cover = [];
        var record = FactivaFields.NewRecord();
        List<string> lines = [];
        string? code = null;
        foreach (var line in PressText.Lines(text))
        {
            var next = CodeOf(line, code);
            if (next is null)
            {
                // What follows the number belongs to no article.
                if (code is null)
                    cover.Add(line);
                else
                    lines.Add(line);
                continue;
            }
            Finish();
            code = next;
            lines.Add(line[next.Length..]);
            if (next != "AN")
                continue;
            Finish();
            code = null;
            record.Keep(string.Join('\n', cover));
            cover.Clear();
            records.Add(record);
            record = FactivaFields.NewRecord();
        }
        Finish();
        if (record.Title is not null || record.Body.Count > 0)
            records.Add(record);
        if (records.Count > 0)
            records[^1].Keep(string.Join('\n', cover));
        return records;

        void Finish()
        {
            if (code is not null)
                FactivaFields.Take(record, code, PressText.Blocks(lines).ConvertAll(static b => b.Words));
            lines.Clear();
        }
    }

    // In the body only what cannot be prose is a code: alone on its line, or with “code : label” or a number behind it.
    static string? CodeOf(string line, string? within)
    {
        var end = line.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        var length = end < 0 ? line.Length : end;
        if (length is not (2 or 3) || end >= 0 && line[end] is not (' ' or '\t' or '\u00A0') || !FactivaFields.Codes.Contains(line[..length]))
            return null;
        var rest = line.AsSpan(length).Trim();
        if (line.StartsWith("AN", StringComparison.Ordinal))
            return rest.StartsWith("Document ") ? "AN" : null;
        if (within is "LP" or "TD")
            return rest.IsEmpty || line[..length] is "TD" || rest.IndexOf(" : ") is > 0 and < 24 ? line[..length] : null;
        return line[..length];
    }

    [GeneratedRegex(@"^HD(?:[ \t\u00A0]|\r?$)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Headline();

    [GeneratedRegex(@"^(?:PD|SN)[ \t\u00A0]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex DateOrSource();

    [GeneratedRegex(@"^(?:AN[ \t\u00A0]+Document |TD[ \t]*\r?$|LP[ \t]*\r?$)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
