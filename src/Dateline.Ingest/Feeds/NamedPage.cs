using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>A page that a feed or sitemap names.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Key">Tells it from all others: its address, or where an entry has none, the feed's address with the entry's own name.</param>
/// <param name="Url">Its absolute address of http or https; null for an entry of a feed that leads nowhere.</param>
/// <param name="Updated">When it was last changed, ISO 8601; null when that is not said. To be compared, not trusted.</param>
public sealed record NamedPage(string Key, string? Url, string? Updated)
{
    internal FeedEntry? Entry { get; init; }

    internal Feed? Feed { get; init; }

    /// <summary>The article in the feed's own words, for when the page cannot be had; null where the feed holds not even a title.</summary>
    /// <param name="reason">Why the page cannot be had; null where there is none to be had. It goes with the article as a remark.</param>
    public Article? OwnText(Diagnostic? reason)
    {
        if (Entry is null || Feed is null)
            return null;
        var article = FeedReader.ToArticle(Entry, Feed, Key, reason is null ? [] : [IngestMessages.OwnTextTaken(reason.Message, Key)], IntakeLimits.Default);
        return article.Text.Length == 0 ? null : article with { Url = Url };
    }
}
