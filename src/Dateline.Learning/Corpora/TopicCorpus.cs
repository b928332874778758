using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A news article of a known topic.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Topic">Its topic, such as “sports”.</param>
public sealed record GoldTopic(Article Article, string Topic) : GoldDocument(Article)
{
    /// <summary>Whether the topic is one of which a chronology of conflict has next to nothing to tell: sport, entertainment, health.</summary>
    public bool IsForeign => Topic is "sports" or "sport" or "entertainment" or "health";
}

/// <summary>Reads news articles by topic (MasakhaNEWS).</summary>
public static class TopicCorpus
{
    /// <summary>Reads one file of JSON lines with <c>category</c>, <c>headline</c> and <c>text</c>; articles are numbered.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static IEnumerable<GoldTopic> Read(string path, string? language = null)
    {
        var number = 0;
        return GoldLines.Read(path, row => new GoldTopic(
            new Article
            {
                Id = $"{Path.GetFileName(path)}:{++number}",
                Text = row.Text("text") ?? throw new KeyNotFoundException("it has no text"),
                Title = row.Text("headline"),
                Language = language,
            },
            row.Text("category") ?? throw new KeyNotFoundException("it has no category")));
    }
}
