using Dateline.Ingest.Bytes;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>Reads sitemaps (sitemaps.org 0.9), their indexes, Google's news extension, and plain lists of addresses.</summary>
/// <remarks>
/// Stateless. The protocol allows 50,000 pages a file; more are read up to four times that. Addresses of other hosts are kept:
/// whether to follow them is for the one who fetches.
/// </remarks>
public static class SitemapReader
{
    const int MostPages = 200_000;
    const int MostTranslations = 100;

    /// <summary>Reads a sitemap; null, with the reason, when the input is none.</summary>
    /// <param name="stream">The bytes; left open. Gzip is unpacked.</param>
    /// <param name="name">What the sitemap is called in diagnostics; its address, where it has one, so that relative addresses can be completed.</param>
    /// <param name="failure">Why there is no sitemap.</param>
    /// <param name="limits">How much is taken; null for the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static Sitemap? Read(Stream stream, string name, out Diagnostic? failure, IntakeLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (WholeText.Read(stream, name, limits ?? IntakeLimits.Default, out failure) is not { } text)
            return null;
        var sitemap = text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['<', ..] ? FromXml(text, name) : FromLines(text);
        if (sitemap is null)
            failure = IngestMessages.NoSitemap(name);
        return sitemap;
    }

    /// <summary>The sitemaps that a robots.txt names.</summary>
    /// <param name="robots">The file.</param>
    /// <param name="address">Where it was fetched from, for relative addresses; null when that is not known.</param>
    public static IReadOnlyList<string> InRobots(string robots, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(robots);
        List<string> found = [];
        foreach (var line in robots.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim("\uFEFF \t");
            if (!trimmed.StartsWith("sitemap", StringComparison.OrdinalIgnoreCase) || trimmed["sitemap".Length..].TrimStart() is not [':', .. var rest])
                continue;
            var comment = rest.IndexOf(" #");
            if (Addresses.Resolve((comment < 0 ? rest : rest[..comment]).Trim().ToString(), address) is { } url && Addresses.IsHttp(url) && found.Count < 1000 && !found.Contains(url))
                found.Add(url);
        }
        return found;
    }

    static Sitemap? FromXml(string xml, string name)
    {
        if (LooseXml.Read(xml, out _) is not { } root || root.Name.ToLowerInvariant() is not ("urlset" or "sitemapindex"))
            return null;
        var address = Addresses.IsHttp(name) ? name : null;
        List<SitemapPage> pages = [];
        List<string> sitemaps = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var element in root.Elements)
        {
            if (seen.Count >= MostPages)
                break;
            var location = element.Elements.FirstOrDefault(static e => e.Is("", "loc"))?.Text;
            if (Addresses.Resolve(location, address) is not { } url || !Addresses.IsHttp(url) || !seen.Add(url))
                continue;
            if (element.Is("", "sitemap"))
                sitemaps.Add(url);
            else if (element.Is("", "url"))
                pages.Add(ReadPage(element, url, address));
        }
        return new Sitemap(pages, sitemaps);
    }

    static SitemapPage ReadPage(LooseElement element, string url, string? address)
    {
        var modified = element.Elements.FirstOrDefault(static e => e.Is("", "lastmod"))?.Text;
        var page = new SitemapPage(url) { Modified = modified is null ? null : FeedDates.Normalize(modified), Translations = Translations(element, address) };
        if (element.Elements.FirstOrDefault(static e => e.Is("news", "news")) is not { } news)
            return page;
        var publication = Find(news, "publication");
        return page with
        {
            Published = Find(news, "publication_date") is { } date ? FeedDates.Normalize(date.Text) : null,
            Title = PlainWords.Of(Find(news, "title")?.Markup),
            Outlet = PlainWords.Of((publication is null ? null : Find(publication, "name"))?.Markup),
            Language = LanguageTags.Normalize((publication is null ? null : Find(publication, "language"))?.Text),
            Tags = [.. $"{Find(news, "keywords")?.Text},{Find(news, "genres")?.Text}".Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(200)],
        };

        static LooseElement? Find(LooseElement parent, string name) => parent.Elements.FirstOrDefault(e => e.Is("news", name));
    }

    static Dictionary<string, string> Translations(LooseElement element, string? address)
    {
        Dictionary<string, string> translations = new(StringComparer.Ordinal);
        foreach (var link in element.Elements)
        {
            if (link.Is("xhtml", "link") && translations.Count < MostTranslations && LanguageTags.Normalize(link.Attribute("hreflang")) is { } language
                && Addresses.Resolve(link.Attribute("href"), address) is { } url)
            {
                translations.TryAdd(language, url);
            }
        }
        return translations;
    }

    // One address a line; other lines say nothing.
    static Sitemap? FromLines(string text)
    {
        List<SitemapPage> pages = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim("\uFEFF \t");
            if (pages.Count < MostPages && trimmed.Length < 4096 && trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !trimmed.Contains(' ')
                && trimmed.ToString() is var url && Addresses.IsHttp(url) && seen.Add(url))
            {
                pages.Add(new SitemapPage(url));
            }
        }
        return pages.Count > 0 ? new Sitemap(pages, []) : null;
    }
}
