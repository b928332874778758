using System.Buffers;
using AngleSharp.Dom;

namespace Dateline.Ingest.Pages;

/// <summary>Tells by element, role, class and id what on a page is not its article.</summary>
internal static class BoilerplateNames
{
    static readonly SearchValues<string> Parts = SearchValues.Create(
    [
        "comment", "disqus", "share", "sharing", "social", "related", "recommend", "newsletter", "subscribe", "subscription", "sidebar", "breadcrumb", "advert", "sponsor",
        "promo", "outbrain", "taboola", "cookie", "consent", "popup", "modal", "paywall-offer", "author-bio", "authorbio", "author-box", "about-author", "bio-box",
        "most-read", "mostread", "most-popular", "popular-", "trending", "readmore", "read-more", "read-also", "readalso", "also-like", "more-stories", "more-from", "morefrom",
        "more-on", "tag-list", "taglist", "post-tags", "entry-tags", "article-tags", "pagination", "site-footer", "site-header", "page-footer", "navbar", "menu", "byline",
        "dateline-meta", "timestamp", "publish-date", "published-date", "copyright", "caption", "credit", "gallery", "slideshow", "carousel", "video-player", "player-", "print-only",
        "visually-hidden", "screen-reader", "sr-only", "toolbar", "toc-", "table-of-contents", "correction-form", "rating", "signup", "sign-up", "follow-us", "teaser", "skip-link",
        "affiliate", "sign-in", "donate", "donation", "membership", "post-meta", "entry-meta", "article-meta", "story-meta", "article__meta", "meta-info", "jp-", "widget",
    ], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Ambiguous = SearchValues.Create(["teaser", "widget", "promo", "share", "social", "subscri", "paywall", "membership", "modal", "player-", "menu", "jp-"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Posts = SearchValues.Create(["twitter-tweet", "twitter-video", "bluesky-embed", "mastodon-embed", "text-post-media"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Article = SearchValues.Create(
    [
        "article-body", "articlebody", "article__body", "story-body", "storybody", "story__body", "entry-content", "post-content", "article-content", "article__content", "post-body",
        "article-text", "story-content", "main-content", "content-body", "body-content", "post__content", "single-content", "td-post-content",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the element is left out with all it holds.</summary>
    /// <param name="element">The element.</param>
    /// <param name="byName">Whether class and id count; some sites call everything “widget”.</param>
    public static bool Is(IElement element, bool byName = true)
    {
        switch (element.LocalName)
        {
            case "nav" or "footer" or "form" or "button" or "select" or "input" or "textarea" or "aside" or "iframe" or "audio" or "video" or "object" or "label" or "head"
                or "noscript" or "dialog" or "figure" or "figcaption" or "script" or "style" or "template":
                return true;
            case "body" or "html" or "main" or "article":
                return false;
        }
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" && element.LocalName is not "span"
            || element.GetAttribute("role") is "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "alert"
            || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        if (!byName)
            return false;
        var (names, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(names) && string.IsNullOrEmpty(id))
            return false;
        var marked = names is not null && names.AsSpan().ContainsAny(Parts) || id is not null && id.AsSpan().ContainsAny(Parts);
        // “article-body share-on” is a body; “article-body__related” is what stands beside it.
        return marked && (!IsArticle(element) || IsPartOfArticle(names)) && !HoldsParagraphs(element) && !HoldsPost(element, 0);
    }

    static bool IsPartOfArticle(string? names)
    {
        if (names is null)
            return false;
        foreach (var range in names.AsSpan().Split(' '))
        {
            var token = names.AsSpan()[range];
            if (token.ContainsAny(Article) && token.IndexOf("__") is > 0 and var at && token[at..].ContainsAny(Parts))
                return true;
        }
        return false;
    }

    // Names such as “teaser” and “widget” are given to anything; running paragraphs right below tell that it is the text.
    static bool HoldsParagraphs(IElement element)
    {
        var paragraphs = 0;
        var seen = 0;
        foreach (var child in element.ChildNodes)
        {
            if (++seen > 60)
                break;
            if (child is IElement { LocalName: "p" } paragraph && paragraph.TextContent.Length >= 150)
                paragraphs++;
        }
        return paragraphs >= 5 && (element.ClassName ?? "").AsSpan().ContainsAny(Ambiguous);
    }

    // A post of a social network that the article quotes stands in a box called “social”, as the buttons for sharing do.
    static bool HoldsPost(IElement element, int depth)
    {
        var seen = 0;
        foreach (var child in element.Children)
        {
            if (child.LocalName == "blockquote" && (child.ClassName ?? "").AsSpan().ContainsAny(Posts) || depth < 3 && child.LocalName == "div" && HoldsPost(child, depth + 1))
                return true;
            if (++seen == 6)
                break;
        }
        return false;
    }

    /// <summary>Whether the element says that it holds the article's body.</summary>
    public static bool IsArticle(IElement element) =>
        element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)
        || element.ClassName is { } names && names.AsSpan().ContainsAny(Article) || element.Id is { } id && id.AsSpan().ContainsAny(Article);
}
