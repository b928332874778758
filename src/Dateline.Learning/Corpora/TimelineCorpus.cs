using System.Text;
using System.Text.Json;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A document that timelines are made of.</summary>
/// <param name="Article">What the program is given: one line a sentence, and the day.</param>
/// <param name="Corpus">The set of documents it belongs to; a timeline runs over one set.</param>
/// <param name="Sentences">The sentences by the gold's numbers.</param>
public sealed record TimelineText(Article Article, string Corpus, IReadOnlyDictionary<int, TextSpan> Sentences) : GoldDocument(Article);

/// <summary>A telling as a timeline names it: by its sentence and its words.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Sentence">The sentence's number in the gold.</param>
/// <param name="Words">The words in lower case, joined by underscores.</param>
public sealed record TimelineMention(string Document, int Sentence, string Words);

/// <summary>One happening on a timeline.</summary>
/// <param name="Order">From 1, equal for what happens at the same time; 0 for what has no place in the order.</param>
/// <param name="Date">ISO 8601, as coarse as the gold has it (“2008”, “2008-12”); null when unknown.</param>
/// <param name="Mentions">Its tellings.</param>
public sealed record TimelineEntry(int Order, string? Date, IReadOnlyList<TimelineMention> Mentions);

/// <summary>What one somebody took part in, in the order of time.</summary>
/// <param name="Corpus">The set of documents it runs over.</param>
/// <param name="Entity">The name that is asked for.</param>
/// <param name="Entries">The happenings; none for somebody who takes part in nothing.</param>
public sealed record GoldTimeline(string Corpus, string Entity, IReadOnlyList<TimelineEntry> Entries);

/// <summary>Reads timelines in the form of SemEval-2015 task 4 (Minard et al. 2015): documents in one file, timelines in another.</summary>
public static class TimelineCorpus
{
    /// <summary>The documents of a file, empty for a file of timelines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is of neither form.</exception>
    public static IEnumerable<TimelineText> Documents(string path, string? language = null) =>
        GoldLines.Read(path, row => row.Has("timeline") ? null : Document(row, language)).OfType<TimelineText>();

    /// <summary>The timelines of a file, empty for a file of documents.</summary>
    /// <exception cref="InvalidDataException">A row is of neither form.</exception>
    public static IEnumerable<GoldTimeline> Timelines(string path) =>
        GoldLines.Read(path, row => row.Has("timeline") ? Timeline(row) : null).OfType<GoldTimeline>();

    /// <summary>Words as timelines write them: in lower case, with an underscore between.</summary>
    public static string Folded(string words) => string.Join('_', words.Split((char[])[' ', '\n', '\t', '_'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static TimelineText Document(JsonElement row, string? language)
    {
        var text = new StringBuilder();
        var sentences = new Dictionary<int, TextSpan>();
        foreach (var sentence in row.List("sentences"))
        {
            if (text.Length > 0) text.Append('\n');
            var words = sentence[1].GetString() ?? string.Empty;
            sentences[sentence[0].GetInt32()] = new TextSpan(text.Length, words.Length);
            text.Append(words);
        }

        return new TimelineText(GoldLines.Article(row, text.ToString(), language, row.Text("dct")), row.Text("corpus") ?? string.Empty, sentences);
    }

    private static GoldTimeline Timeline(JsonElement row) => new(
        row.Text("corpus") ?? string.Empty,
        row.Text("entity") ?? throw new KeyNotFoundException("it has no entity"),
        [.. row.List("timeline").Select(entry => new TimelineEntry(entry.GetProperty("order").GetInt32(), DateOf(entry.Text("date")), [.. entry.List("mentions").Select(Mention)]))]);

    private static TimelineMention Mention(JsonElement mention) => new(
        mention.Text("doc") ?? throw new KeyNotFoundException("a mention has no doc"), mention.GetProperty("sentence").GetInt32(), Folded(mention.Text("text") ?? string.Empty));

    // “2008-12-XX” is December, and “XXXX-XX-XX” no date at all.
    private static string? DateOf(string? written)
    {
        var parts = (written ?? string.Empty).Split('-').TakeWhile(part => part.Length > 0 && !part.Contains('X')).ToArray();
        return parts.Length == 0 ? null : string.Join('-', parts);
    }
}
