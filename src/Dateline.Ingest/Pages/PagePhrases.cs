using System.Collections.Frozen;

namespace Dateline.Ingest.Pages;

/// <summary>Short lines that sites put between and below the paragraphs of any article.</summary>
internal static class PagePhrases
{
    static readonly FrozenSet<string> Whole = new[]
    {
        "advertisement", "advert", "advertisements", "ad", "anzeige", "publicité", "publicidad", "pubblicità", "reklam", "annonce", "advertising", "comments", "comment", "subscribe",
        "share", "share this article", "share this", "teilen", "partager", "compartir", "tweet", "read more", "continue reading", "lire la suite", "sign up", "follow us", "close",
        "loading...", "loading…", "highlights", "story continues below advertisement", "article continues below", "article continues after ad", "story continues", "skip advertisement",
        "tell us what you think...", "print", "email", "reprints", "copy link", "werbung", "scroll to continue", "more to come", "view comments", "leave a comment",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly string[] Starts =
    [
        "read more:", "see more:", "read also:", "also read:", "lire aussi", "à lire aussi", "lesen sie auch", "read next:", "related:", "more:", "watch:", "copyright ©", "© ", "sign up for",
        "subscribe to", "get the latest", "click here to", "follow us on", "mehr zum thema", "don't miss:", "don’t miss:", "see also:", "voir aussi", "leer también", "lee también",
        "join our", "download our", "tags:", "tags\n", "filed under", "have a tip?", "would you like to receive", "newsletter:",
    ];

    static readonly FrozenSet<string> Ends = new[]
    {
        "you may also like", "you might also like", "related articles", "related stories", "related posts", "related news", "related", "related content", "more stories", "more from",
        "most popular", "most read", "recommended", "recommended stories", "recommended for you", "don't miss", "don’t miss", "read next", "trending", "popular posts", "leave a reply",
        "sur le même sujet", "à lire aussi", "les plus lus", "das könnte sie auch interessieren", "mehr zum thema", "auch interessant", "lee también", "noticias relacionadas", "en lire plus",
        "add a comment", "join the conversation", "about the author", "share this story", "share your thoughts", "up next", "more news", "latest news", "see also", "read also",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the block says something about the page and nothing about the world.</summary>
    public static bool Is(string text)
    {
        if (text.Length > 160)
            return false;
        if (text.Length <= 50 && Whole.Contains(text))
            return true;
        foreach (var start in Starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Whether what follows belongs to other articles or to the site.</summary>
    public static bool EndsArticle(string text) => text.Length <= 50 && Ends.Contains(text.TrimEnd(':', ' ', '…', '.'))
        || text.Length <= 60 && text.StartsWith("More Great ", StringComparison.Ordinal);
}
