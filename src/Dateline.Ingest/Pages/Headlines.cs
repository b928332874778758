using System.Text;
using AngleSharp.Dom;

namespace Dateline.Ingest.Pages;

/// <summary>
/// Chooses the headline among what a page calls its title: the visible heading, JSON-LD, the title for social networks, and the
/// title of the window, which is the one for search engines.
/// </summary>
/// <remarks>
/// Two places that agree are the headline, with one exception: where the heading, the window and one of the others are filled from
/// one field and the last one differs, that field is the one kept for search engines, and the last one is what an editor wrote.
/// </remarks>
internal static class Headlines
{
    // Shorter than a headline; a heading of this length is a section or the site's name.
    const int ShortestHeading = 8;
    const int ShortestTrusted = 15;

    static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " • ", " · ", " » ", "｜", "ㅣ", " ‹ ", " / ", "--", "_"];

    /// <summary>The headline as plain text, or null when the page names none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="structured">The headline of the page's JSON-LD.</param>
    /// <param name="social">The title for social networks.</param>
    /// <param name="outlet">The site's name, which titles end with.</param>
    public static string? Choose(IDocument document, string? structured, string? social, string? outlet)
    {
        var headings = document.QuerySelectorAll("h1").Take(8).Select(Words).OfType<string>().ToList();
        var given = PlainWords.Of(structured);
        var shared = PlainWords.Of(social);
        if (given is not null)
            given = Trim(given, headings, null, outlet, cut: false);
        shared = shared is null ? null : Trim(shared, headings, given, outlet);
        var window = PlainWords.Of(document.Title) is { } title ? Trim(title, headings, given ?? shared, outlet) : null;
        if (given is { Length: >= ShortestHeading } && Same(given, shared))
            return given;

        foreach (var heading in headings)
        {
            if (heading.Length < ShortestHeading)
                continue;
            var (inGiven, inShared, inWindow) = (Same(heading, given), Same(heading, shared), Same(heading, window));
            if (inGiven && inWindow && shared is { Length: >= ShortestTrusted })
                return shared;
            if (inShared && inWindow && given is { Length: >= ShortestTrusted } && !given.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
                return given;
            if (inGiven || inShared || inWindow)
                return inShared ? shared : inGiven ? given : heading;
        }
        return Unconfirmed(headings, given, shared, window, outlet);
    }

    // No two places agree, or the page has only one.
    static string? Unconfirmed(List<string> headings, string? given, string? shared, string? window, string? outlet)
    {
        foreach (var heading in headings)
        {
            if (shared is not null && CommonTail(heading, shared) is { } tail)
                return tail;
            // “Live: ferry stays in port as river rises” in the one and the same without its beginning in the other.
            if (heading.Length >= ShortestHeading && (Holds(given, heading) || Holds(shared, heading) || Holds(window, heading)))
                return heading;
            if (given is { Length: >= ShortestHeading } && Holds(heading, given))
                return given;
        }
        var main = headings.Find(h => h.Length >= ShortestTrusted && !Same(h, outlet));
        if (given is not null && main is not null && headings.Count <= 3)
            return main;
        if (shared is { Length: >= ShortestTrusted })
            return shared;
        return main is not null && headings.Count == 1 ? main : given ?? shared ?? window ?? headings.FirstOrDefault();
    }

    // Parts of a heading stand in elements of their own with no space between: “Kicker”, “Headline”.
    static string? Words(IElement heading)
    {
        var words = new StringBuilder();
        Append(heading, words);
        return PlainWords.Level(words.ToString());
    }

    static void Append(INode node, StringBuilder words)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                words.Append(text.Data);
            else if (child is IElement { LocalName: not ("script" or "style" or "button" or "svg") } element)
            {
                var parted = element.LocalName is "br" or "div" or "p" || element.LocalName == "span" && element.ClassName is not null;
                if (parted)
                    words.Append(' ');
                Append(element, words);
                if (parted)
                    words.Append(' ');
            }
        }
    }

    // What stands behind a headline that another place confirms, or else behind the last separator when it looks like a site's name.
    static string Trim(string title, List<string> headings, string? given, string? outlet, bool cut = true)
    {
        foreach (var other in headings.Append(given))
        {
            if (Same(other, title))
                return title;
            if (other is { Length: >= ShortestHeading } && title.AsSpan(EndOf(title, other)).TrimStart(" \t\u00A0.?!…”\"’'»)") is [var mark, ..]
                && (mark is '|' or '–' or '—' or '-' or '·' or '•' or '»' or ':' or '｜' or 'ㅣ' or '‹' or '/' or '_' or '«'))
            {
                return other;
            }
        }
        // “Headline | Section | Site”: as long as what is cut off is short and something long is left.
        for (var round = 0; cut && round < 3; round++)
        {
            var (at, length) = LastSeparator(title);
            if (at < ShortestTrusted)
                return title;
            var site = title.AsSpan(at + length).Trim();
            var named = outlet is not null && (site.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.AsSpan().Contains(site, StringComparison.OrdinalIgnoreCase));
            // A name begins with a capital or is an address; “– here is how” goes on with the headline.
            if (!named && (round > 0 || site.Length > 32 || length < 2 || site.IsEmpty || char.IsLower(site[0]) && !site.Contains('.')))
                return title;
            title = title[..at].TrimEnd();
        }
        return title;
    }

    static (int At, int Length) LastSeparator(string title)
    {
        var best = (At: -1, Length: 0);
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > best.At)
                best = (at, separator.Length);
        }
        return best;
    }

    // Two kickers before one headline: “In the north: ferry stays in port”, “River rises - ferry stays in port”.
    static string? CommonTail(string first, string second)
    {
        var length = 0;
        while (length < first.Length && length < second.Length && first[^(length + 1)] == second[^(length + 1)])
            length++;
        if (length < 20 || length == first.Length || length == second.Length)
            return null;
        var tail = first[^length..].TrimStart();
        var before = first[..^length].TrimEnd();
        var other = second[..^length].TrimEnd();
        return before.Length > 0 && other.Length > 0 && before[^1] is ':' or '-' or '–' or '|' && other[^1] is ':' or '-' or '–' or '|' ? tail : null;
    }

    static bool Holds(string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    static bool Same(string? first, string? second) =>
        first is not null && second is not null && EndOf(first, second) is var end && end > 0 && !first.Skip(end).Any(char.IsLetterOrDigit);

    // Where the first text has said all that the second says; 0 when it begins otherwise. Letters and digits alone count:
    // quotation marks, dashes and spaces vary from place to place.
    static int EndOf(string first, string second)
    {
        int k = 0, m = 0;
        while (true)
        {
            while (m < second.Length && !char.IsLetterOrDigit(second[m]))
                m++;
            if (m == second.Length)
                return k;
            while (k < first.Length && !char.IsLetterOrDigit(first[k]))
                k++;
            if (k == first.Length || char.ToLowerInvariant(first[k++]) != char.ToLowerInvariant(second[m++]))
                return 0;
        }
    }
}
