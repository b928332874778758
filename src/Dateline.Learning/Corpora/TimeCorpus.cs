using System.Text;
using System.Text.Json;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A time expression as marked.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Value">Its value in TIMEX3, TIMEX2 or ISO 8601, or null where none is given.</param>
/// <param name="Type">DATE, TIME, DURATION or SET, or null in corpora without types.</param>
public sealed record MarkedTime(TextSpan Span, string? Value, string? Type);

/// <summary>A document with its time expressions.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Times">The expressions, in the order of the file; they may nest.</param>
/// <param name="IsComplete">Whether all expressions are marked, so that others are wrong.</param>
public sealed record GoldTimes(Article Article, IReadOnlyList<MarkedTime> Times, bool IsComplete) : GoldDocument(Article);

/// <summary>Reads corpora of time expressions: TempEval-3, WikiWars, tweets, and the dates of GUM.</summary>
public static class TimeCorpus
{
    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of a known form.</exception>
    public static IEnumerable<GoldTimes> Read(string path, string? language = null) =>
        GoldLines.Read(path, row =>
            row.Has("timex") ? OfText(row, language)
            : row.Has("tokens") ? OfTokens(row, language)
            : throw new KeyNotFoundException("it has neither timex nor tokens"));

    private static GoldTimes OfText(JsonElement row, string? language)
    {
        var text = row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        var offsets = new CodePointOffsets(text);
        var times = row.List("timex").Select(time => new MarkedTime(
            offsets.Span(time.GetProperty("s").GetInt32(), time.GetProperty("e").GetInt32()),
            time.Text("value") is { Length: > 0 } value ? value : time.Text("val"),
            time.Text("type")));
        return new GoldTimes(GoldLines.Article(row, text, language, row.Text("dct")), times.ToArray(), IsComplete: true);
    }

    // GUM: tokens to be joined, TEI values.
    private static GoldTimes OfTokens(JsonElement row, string? language)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var starts = row.List("sent_starts").Select(start => start.GetInt32()).ToHashSet();
        foreach (var token in row.Strings("tokens"))
        {
            if (text.Length > 0) text.Append(starts.Contains(spans.Count) ? '\n' : ' ');
            spans.Add(new TextSpan(text.Length, token.Length));
            text.Append(token);
        }

        var times = new List<MarkedTime>();
        foreach (var date in row.List("dates"))
        {
            var value = date.Text("when") ?? (date.Text("from") is { } from && date.Text("to") is { } to ? $"{from}/{to}" : null);
            var span = TextSpan.Union(spans[date.GetProperty("s").GetInt32()], spans[date.GetProperty("e").GetInt32() - 1]);
            times.Add(new MarkedTime(span, value?.Replace("--", "XXXX-", StringComparison.Ordinal), Type: null));
        }

        return new GoldTimes(GoldLines.Article(row, text.ToString(), language, row.Text("dct")) with { Title = null }, times, IsComplete: false);
    }
}
