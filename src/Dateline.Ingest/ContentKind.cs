using System.Buffers;
using Dateline.Ingest.Archives;
using Dateline.Ingest.Rows;

namespace Dateline.Ingest;

/// <summary>Tells what an input is from its first characters.</summary>
internal static class ContentKind
{
    static readonly string[] HtmlStarts =
    [
        "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<div", "<p>", "<p ", "<h1", "<h2", "<script",
        "<style", "<table", "<link", "<span", "<ul", "<a ", "<header", "<nav", "<br", "<img", "<figure", "<font", "<center", "<b>", "<i>", "<iframe",
    ];

    public const string FeedList = "a list of feeds (OPML)";
    public const string Sitemap = "a sitemap";

    /// <summary>The format, and in words what an input is that no reader takes.</summary>
    public static (InputFormat Format, string? Unread) Recognise(ReadOnlySpan<char> head)
    {
        var text = head.TrimStart().TrimStart('\uFEFF').TrimStart();
        if (text.IsEmpty)
            return (InputFormat.Text, null);
        if (text[0] == '{')
            return (InputFormat.Jsonl, null);
        if (text[0] == '<')
            return Markup(text);
        if (DelimitedReader.Recognise(text))
            return (InputFormat.Csv, null);
        // Stray text or an HTTP header before the root.
        if (text.IndexOf("<rss", StringComparison.OrdinalIgnoreCase) is >= 0 and < 1024 || text.IndexOf("http://www.w3.org/2005/Atom", StringComparison.OrdinalIgnoreCase) is >= 0 and < 1024)
            return (InputFormat.Rss, null);
        return text.IndexOf("<!doctype html", StringComparison.OrdinalIgnoreCase) is >= 0 and < 1024
            || text.IndexOf("<html", StringComparison.OrdinalIgnoreCase) is >= 0 and < 1024 ? (InputFormat.Html, null) : (InputFormat.Text, null);
    }

    static (InputFormat Format, string? Unread) Markup(ReadOnlySpan<char> text)
    {
        // Comments, processing instructions and a document type come before the root.
        while (text.StartsWith("<!--") || text.StartsWith("<?") || text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !IsHtml(text))
        {
            var comment = text.StartsWith("<!--");
            var end = comment ? text.IndexOf("-->") : text.IndexOf('>');
            if (end < 0)
                return (InputFormat.Html, null);
            text = text[(end + (comment ? 3 : 1))..].TrimStart();
        }
        if (IsHtml(text))
            return (InputFormat.Html, null);
        switch (RootName(text))
        {
            case "rss" when WxrReader.Recognise(text):
                return (InputFormat.Wxr, null);
            case "rss" or "feed" or "rdf":
                return (InputFormat.Rss, null);
            case "opml":
                return (InputFormat.Text, FeedList);
            case "urlset" or "sitemapindex":
                return (InputFormat.Text, Sitemap);
        }
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase)
            ? (InputFormat.Html, null) : (InputFormat.Text, null);
    }

    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n>/");

    // The local name of the root, in lower case.
    static string RootName(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NameEnds);
        if (end is < 2 or > 40)
            return "";
        var name = text[1..end];
        return name[(name.IndexOf(':') + 1)..].ToString().ToLowerInvariant();
    }

    static bool IsHtml(ReadOnlySpan<char> text)
    {
        foreach (var start in HtmlStarts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
