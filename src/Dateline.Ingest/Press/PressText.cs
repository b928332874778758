using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Text;

namespace Dateline.Ingest.Press;

/// <summary>Exports of press databases as text, markup and XML to articles, one a record: FILE#1, FILE#2, ….</summary>
internal static partial class PressText
{
    /// <summary>Whether plain text is such an export.</summary>
    public static bool Recognise(string text) => ProQuestText.Recognise(text) || LexisText.Recognise(text) || NexisUni.Recognise(text) || FactivaText.Recognise(text);

    /// <summary>Whether a page is such an export.</summary>
    public static bool RecogniseMarkup(string html) => FactivaMarkup.Recognise(html);

    /// <summary>Reads an export.</summary>
    /// <param name="text">The whole export.</param>
    /// <param name="id">What it is called.</param>
    /// <param name="remarks">What decoding had to say; stands with the first record.</param>
    /// <param name="limits">How much is taken.</param>
    public static IEnumerable<IntakeResult> Read(string text, string id, IReadOnlyList<Diagnostic> remarks, IntakeLimits limits)
    {
        int? told = null;
        var isMarkup = text.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['<', ..];
        var records = isMarkup && FactivaMarkup.Recognise(text) ? FactivaMarkup.Read(text, limits)
            : isMarkup ? FactivaXml.Read(text, id, ref remarks)
            : ProQuestText.Recognise(text) ? ProQuestText.Read(text, out told)
            : LexisText.Recognise(text) ? LexisText.Read(text, out told)
            : NexisUni.Recognise(text) ? NexisUni.Read(text, out told)
            : FactivaText.Read(text);
        return Results(records, told, id, remarks);
    }

    /// <summary>The records as results; where the export names how many it holds and they are fewer, the last one says so.</summary>
    public static IEnumerable<IntakeResult> Results(IReadOnlyList<PressRecord> records, int? told, string id, IReadOnlyList<Diagnostic> remarks)
    {
        if (records.Count == 0)
            return [new IntakeResult(id, IngestMessages.NoArticlesInside("", id))];
        var results = records.Select((record, k) => record.ToResult(string.Create(CultureInfo.InvariantCulture, $"{id}#{k + 1}"), k == 0 ? remarks : [])).ToList();
        if (told > records.Count)
            results.Add(new IntakeResult($"{id}:end", IngestMessages.RecordsMissing(told.Value, records.Count, id)));
        return results;
    }

    /// <summary>The paragraphs of lines that blank ones part, each with its lines joined and whether all of them are set in from the margin.</summary>
    public static List<(string Words, bool IsCentred)> Blocks(IEnumerable<string> lines)
    {
        List<(string, bool)> blocks = [];
        List<string> block = [];
        var centred = true;
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                block.Add(line.Trim());
                centred &= line.StartsWith("    ", StringComparison.Ordinal) || line[0] == '\t';
            }
            else if (block.Count > 0)
            {
                blocks.Add((string.Join(' ', block), centred));
                block.Clear();
                centred = true;
            }
        }
        return blocks;
    }

    /// <summary>The lines of a text.</summary>
    public static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\f');

    /// <summary>Takes “NAME: value” apart where the name is one of those that are known; case plays no part.</summary>
    public static (string Key, string Value)? Field(string line, IReadOnlySet<string> known)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, 48)).IndexOf(':');
        if (colon < 2)
            return null;
        var key = line[..colon].Trim(' ', '\u00A0').ToUpperInvariant();
        return known.Contains(key) ? (key, line[(colon + 1)..].Trim(' ', '\u00A0', '\t')) : null;
    }

    /// <summary>Whether a pattern stands on a line near the beginning.</summary>
    public static bool HasEarly(string text, Regex pattern) => pattern.IsMatch(text.AsSpan(0, Math.Min(text.Length, 1 << 16)));
}
