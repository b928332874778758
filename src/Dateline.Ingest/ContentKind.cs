using System.Buffers;
using Dateline.Ingest.Archives;
using Dateline.Ingest.Press;
using Dateline.Ingest.Rows;
using Dateline.Ingest.Wires;

namespace Dateline.Ingest;

/// <summary>Tells what an input is from its characters.</summary>
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
    public static (InputFormat Format, string? Unread) Recognise(string content)
    {
        var text = content.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (text.IsEmpty)
            return (InputFormat.Text, null);
        if (text[0] == '{')
            return (InputFormat.Jsonl, null);
        if (text[0] == '<')
            return PressText.RecogniseMarkup(content) ? (InputFormat.Press, null) : Markup(text);
        if (PressText.Recognise(content))
            return (InputFormat.Press, null);
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
            var end = text.IndexOf(comment ? "-->" : ">");
            // A document type with declarations of its own ends behind them.
            var subset = comment || end < 0 ? -1 : text[..end].IndexOf('[');
            if (subset > 0)
                end = text.IndexOf("]>") + 1;
            if (end <= 0)
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
            case "ppsresponse" or "ppsarticleresponse":
                return (InputFormat.Press, null);
            case { } root when NewsMl.Recognise(root, text):
                return (InputFormat.NewsMl, null);
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
