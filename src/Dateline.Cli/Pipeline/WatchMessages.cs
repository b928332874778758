using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>Every message of watching: what is wrong; what to do.</summary>
internal static class WatchMessages
{
    public static Diagnostic NoLongerAFeed(string url) =>
        new("DL1921", Severity.Error, "the address gives a page where it gave a feed or sitemap; look where the site has its feed now, remove this and add that", url);

    public static Diagnostic NoAddress(string text) =>
        new("DL1922", Severity.Error, "this is no absolute address of http or https; give one such as https://site.example/feed", text);

    public static Diagnostic NotWatched(string text) =>
        new("DL1923", Severity.Error, "no such source is watched; see 'dateline watch list' for the addresses and numbers", text);

    public static Diagnostic NoFeedFound(string url) =>
        new("DL1924", Severity.Error, "neither a feed nor a sitemap was found there; give the feed's own address, or add the page itself with --page", url);
}
