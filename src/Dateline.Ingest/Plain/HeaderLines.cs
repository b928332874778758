using System.Buffers;
using Dateline.Ingest.Dates;

namespace Dateline.Ingest.Plain;

/// <summary>
/// Reads the lines that stand above or below an article and say who wrote it, where and when: “By NAME | OUTLET | DATE”,
/// “OUTLET – DATE”, “Outlet, 5 Oct 2025”, “Par NOM”, “Publié le …”, “DATE Posted by NAME | categories | tags | …”.
/// </summary>
internal static class HeaderLines
{
    const int LongestHeader = 220;

    static readonly SearchValues<char> NeverInNames = SearchValues.Create("?!:;“”\"|");
    static readonly SearchValues<char> NeverInOutlets = SearchValues.Create("?!;“”\"");

    static readonly string[] ByWords = ["by ", "par ", "written by ", "reported by ", "story by ", "text by ", "propos recueillis par ", "von ", "por "];

    static readonly string[] DateWords =
    [
        "first published on", "first published", "originally published on", "originally published", "published on", "published at", "published",
        "posted on", "posted", "last updated on", "last updated", "updated on", "updated", "date of publication", "date", "dated", "publication date",
        "publié le", "publiée le", "publie le", "paru le", "mis en ligne le", "mis à jour le", "modifié le", "date de publication", "le", "on",
    ];

    static readonly string[] FurnitureStarts =
    [
        "leave a comment", "leave a reply", "laisser un commentaire", "share this", "like this", "share on", "partager", "partagez", "print this",
        "read more", "continue reading", "lire la suite", "lire aussi", "read also", "also read", "related articles", "related posts", "advertisement",
        "publicité", "subscribe", "sign up", "follow us", "skip to", "aller au contenu", "older posts", "newer posts", "« older", "newer »", "no comments",
        "click here", "all rights reserved", "tous droits réservés", "copyright ©", "© ", "like loading", "loading...", "loading…",
    ];

    /// <summary>Reads a line, trimmed, without its line end.</summary>
    public static (LineKind Kind, HeaderLine? Header) Read(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return (LineKind.Blank, null);
        if (IsRule(line))
            return (LineKind.Rule, null);
        if (line.Length > LongestHeader)
        {
            // Posted lines of archive pages may carry long lists of tags.
            return line.Length <= 2000 && IsPosted(line) ? (LineKind.Footer, Posted(line)) : (LineKind.Words, null);
        }
        if (IsPosted(line))
            return (LineKind.Footer, Posted(line));
        if (IsFurniture(line))
            return (LineKind.Furniture, null);
        if (SourceLine(line) is { } source)
            return (LineKind.Footer, source);
        if (ByLine(line) is { } byline)
            return (LineKind.Header, byline);
        if (OutletLine(line) is { } outlet)
            return (LineKind.Header, outlet);
        if (DateLine(line) is { } date)
            return (LineKind.Header, date);
        return (LineKind.Words, null);
    }

    static bool IsRule(ReadOnlySpan<char> line)
    {
        var marks = 0;
        foreach (var c in line)
        {
            if (c is '-' or '*' or '_' or '=' or '~' or '#' or '—' or '–' or '─' or '━' or '•' or '+' or '.' or '⁂')
                marks++;
            else if (!char.IsWhiteSpace(c))
                return false;
        }
        return marks >= 3 || line is "⁂";
    }

    static bool IsFurniture(ReadOnlySpan<char> line)
    {
        if (line.Length > 90)
            return false;
        foreach (var start in FurnitureStarts)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (line.Length == start.Length || !char.IsLetter(line[start.Length])))
                return line.Length <= start.Length + 40 && line[^1] is not '.' || line.Length <= start.Length + 3;
        }
        // “3 Comments”
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits..].Trim() is "Comments" or "Comment" or "comments" or "commentaires" or "commentaire" or "Commentaires";
    }

    static bool IsPosted(ReadOnlySpan<char> line)
    {
        foreach (var mark in (ReadOnlySpan<string>)["Posted by", "Posted in", "Publié par", "Publié dans", "Filed under", "Filed in", "Classé dans", "Tagged", "Categories:",
            "Category:", "Tags:", "Catégories :", "Catégories:", "Catégorie :", "Mots-clés", "Étiquettes", "Étiqueté", "Posted on"])
        {
            var at = line.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            // At the beginning, after a date, or after a separator; never inside a sentence.
            var before = line[..at].TrimEnd(" \t\u00A0|·•–—-,:");
            if (before.IsEmpty || WrittenDates.Whole(before) is not null)
                return mark is not ("Tagged" or "Posted on") || line[^1] != '.' && line.Length < 400;
        }
        return false;
    }

    static HeaderLine Posted(ReadOnlySpan<char> line)
    {
        string? date = null, byline = null;
        List<string> tags = [];
        var first = true;
        foreach (var range in line.Split('|'))
        {
            var part = line[range].Trim();
            if (first || StartsWithMark(part))
                ReadPostedPart(part, ref date, ref byline, tags);
            else if (!IsFurniture(part))
                AddTags(part, tags);
            first = false;
        }
        return new HeaderLine { Basis = "posted line", Byline = byline, Date = date, Tags = tags };
    }

    static bool StartsWithMark(ReadOnlySpan<char> part) => IsPosted(part);

    static void ReadPostedPart(ReadOnlySpan<char> part, ref string? date, ref string? byline, List<string> tags)
    {
        if (WrittenDates.Find(part) is { } found)
            date ??= found.Iso;
        if (After(part, ["Posted by", "Publié par"]) is { IsEmpty: false } poster)
        {
            var end = poster.IndexOfAny(['|', '·']);
            poster = end < 0 ? poster : poster[..end];
            foreach (var stop in (ReadOnlySpan<string>)[" on ", " in ", " at ", " le ", " dans "])
            {
                var at = poster.IndexOf(stop, StringComparison.OrdinalIgnoreCase);
                if (at > 0)
                    poster = poster[..at];
            }
            if (LooksLikeName(poster.Trim()) && WrittenDates.Find(poster) is null)
                byline = poster.Trim().ToString();
        }
        if (After(part, ["Filed under", "Filed in", "Classé dans", "Publié dans", "Posted in", "Tagged with", "Tagged as", "Tagged", "Categories", "Category", "Tags", "Catégories",
            "Catégorie", "Mots-clés", "Étiquettes", "Étiqueté"]) is { IsEmpty: false } list)
        {
            AddTags(list.TrimStart(" :\u00A0"), tags);
        }
    }

    static ReadOnlySpan<char> After(ReadOnlySpan<char> text, ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return text[(at + mark.Length)..].Trim();
        }
        return [];
    }

    static void AddTags(ReadOnlySpan<char> list, List<string> tags)
    {
        foreach (var range in list.SplitAny(",;"))
        {
            var tag = list[range].Trim(" \t\u00A0.|");
            if (tag.Length is > 0 and <= 80 && tags.Count < 200)
                tags.Add(tag.ToString());
        }
    }

    // “Source: Reuters, 5 October 2025”, “(AFP, 5 octobre 2025)”
    static HeaderLine? SourceLine(ReadOnlySpan<char> line)
    {
        var rest = line;
        var named = false;
        foreach (var mark in (ReadOnlySpan<string>)["Source:", "Source :", "Source\u00A0:", "SOURCE:", "Originally published by", "Originally published in", "First published by",
            "First published in", "Via:"])
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                rest = line[mark.Length..].Trim();
                named = true;
            }
        }
        if (!named)
        {
            if (line is not ['(', .., ')'] and not ['[', .., ']'])
                return null;
            rest = line[1..^1].Trim();
        }
        if (OutletLine(rest) is { } dated)
            return dated with { Basis = "source line" };
        return named && LooksLikeOutlet(rest.TrimEnd('.'), 6) ? new HeaderLine { Basis = "source line", Outlet = rest.TrimEnd('.').ToString() } : null;
    }

    static HeaderLine? ByLine(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = [];
        foreach (var by in ByWords)
        {
            if (line.StartsWith(by, StringComparison.OrdinalIgnoreCase) && char.IsUpper(line[0]) | by is "by ")
            {
                rest = line[by.Length..].Trim();
                break;
            }
        }
        if (rest.IsEmpty || rest.Length > 160)
            return null;
        var parts = HeaderParts.Split(rest);
        if (parts.Count == 0 || !LooksLikeName(parts[0]) || parts[0].Length > 90)
            return null;
        string? outlet = null, date = null;
        foreach (var part in parts.Skip(1))
        {
            if (date is null && DateIn(part) is { } found)
                date = found;
            else if (outlet is null && LooksLikeOutlet(part, 8))
                outlet = part;
            else if (!IsMinor(part))
                return null;
        }
        // “By NAME in Bamako” is still a byline; a whole sentence that begins with “By” is not.
        if (outlet is null && date is null && (line[^1] is '.' or ':' or ';' or ',' || WrittenDates.Find(rest) is not null))
            return null;
        return new HeaderLine { Basis = "byline line", Byline = parts[0], Outlet = outlet, Date = date };
    }

    static HeaderLine? OutletLine(ReadOnlySpan<char> line)
    {
        var parts = HeaderParts.Split(line);
        if (parts.Count is < 2 or > 5)
            return null;
        var at = parts.FindIndex(static part => DateIn(part) is not null);
        if (at < 0)
            return null;
        string? outlet = null, byline = null;
        var most = line.Contains('|') ? 8 : 6;
        for (var k = 0; k < parts.Count; k++)
        {
            if (k == at || IsMinor(parts[k]))
                continue;
            if (ByLine(parts[k]) is { Byline: { } name })
                byline = name;
            else if (outlet is null && LooksLikeOutlet(parts[k], most))
                outlet = parts[k];
            else if (byline is null && line.Contains('|') && LooksLikeName(parts[k]))
                byline = parts[k];
            else
                return null;
        }
        return outlet is null ? null : new HeaderLine { Basis = "outlet line", Outlet = outlet, Byline = byline, Date = DateIn(parts[at]) };
    }

    static HeaderLine? DateLine(ReadOnlySpan<char> line) =>
        line.Length <= 90 && DateIn(line) is { } date ? new HeaderLine { Basis = "date line", Date = date } : null;

    // A date with nothing but words such as “Published on” before it.
    static string? DateIn(ReadOnlySpan<char> part)
    {
        var rest = part.Trim();
        foreach (var word in DateWords)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && rest.Length > word.Length && rest[word.Length] is ' ' or ':' or '\u00A0')
            {
                rest = rest[word.Length..].TrimStart(" :\u00A0");
                break;
            }
        }
        return WrittenDates.Whole(rest)?.Iso;
    }

    // “3 min read”, “Opinion”, “Updated …” beside outlet and date.
    static bool IsMinor(ReadOnlySpan<char> part) =>
        part.EndsWith("read", StringComparison.OrdinalIgnoreCase) && char.IsDigit(part[0]) || part is "Opinion" or "News" or "Analysis" || DateIn(part) is not null;

    /// <summary>One to ten words, most of them capitalised, no sentence.</summary>
    internal static bool LooksLikeName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 120 || !char.IsLetter(text[0]) || text[^1] is '.' && text.Length > 40 || text.ContainsAny(NeverInNames))
            return false;
        int words = 0, capitals = 0, other = 0;
        foreach (var range in text.SplitAny(" \u00A0,"))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (!char.IsLower(word[0]) && !char.IsDigit(word[0]))
                capitals++;
            else if (word is not ("and" or "et" or "de" or "du" or "des" or "la" or "le" or "van" or "von" or "der" or "den" or "al" or "el" or "bin" or "ibn" or "in" or "with" or "for" or "à" or "avec" or "di" or "da" or "dos" or "ould" or "ag" or "y" or "und" or "our" or "staff"))
                other++;
        }
        return words <= 12 && capitals >= 1 && other <= (words >= 3 ? 1 : 0) || words == 1 && text.Length <= 30 && other == 1 && !char.IsDigit(text[0]);
    }

    /// <summary>A few words of which the first is capitalised or a number, no sentence and no date.</summary>
    internal static bool LooksLikeOutlet(ReadOnlySpan<char> text, int mostWords)
    {
        if (text.Length is < 2 or > 80 || !char.IsLetterOrDigit(text[0]) || text.ContainsAny(NeverInOutlets) || text[^1] is '.' or ':' or ',')
            return false;
        int words = 0, capitals = 0, letters = 0;
        foreach (var range in text.SplitAny(" \u00A0"))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (!char.IsLower(word[0]))
                capitals++;
            foreach (var c in word)
                letters += char.IsLetter(c) ? 1 : 0;
        }
        // An address such as example.org is written small.
        return letters >= 2 && words <= mostWords && (capitals * 2 >= words || words == 1 && text.Contains('.'));
    }
}
