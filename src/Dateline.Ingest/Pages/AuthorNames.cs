using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Dateline.Ingest.Pages;

/// <summary>
/// The people who wrote an article, from metadata and, where that names only the outlet, from the visible byline. Roles,
/// addresses, codes and the words around a name are left out; two names in one field become two.
/// </summary>
internal static class AuthorNames
{
    const int MostNames = 50;
    const int LongestName = 80;

    static readonly string[] Leads =
    [
        "written by ", "reported by ", "reporting by ", "story by ", "words by ", "text by ", "by: ", "by ", "von ", "von: ", "par ", "por ", "di ", "door ", "av ", "af ", "tekst: ", "text: ", "autor: ",
        "author: ", "autor/in: ", "auteur : ", "auteur: ", "автор: ", "oleh ", "yazan: ", "pubblicato da ", "da ",
    ];

    // What a person is; a part of a byline that ends with one of them is no name.
    static readonly FrozenSet<string> Offices = new[]
    {
        "correspondent", "correspondents", "editor", "reporter", "reporters", "writer", "journalist", "journaliste", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "columnist", "producer",
        "contributor", "editor-in-chief", "director", "professor", "lecturer", "fellow", "journalistin", "reporterin", "spécial", "spéciale", "correspondant", "correspondante", "corresponsal",
        "photographer", "fotograf", "muhabir", "chroniqueur", "analyst", "specialist", "chief", "muhabiri", "redaktör", "jornalista", "giornalista", "periodista",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What stands for nobody in particular.
    static readonly FrozenSet<string> Bodies = new[]
    {
        "staff", "redaktion", "rédaction", "redaction", "redacción", "redazione", "redactie", "newsroom", "desk", "bureau", "editorial", "admin", "administrator", "webmaster", "news", "agency", "agencies", "team",
        "online", "nachrichten", "university", "newsdesk", "editors", "web", "service",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfficeLookup = Offices.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BodyLookup = Bodies.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly SearchValues<char> Never = SearchValues.Create("@\\{}[]<>=#?!_%+*“”„»«:©");

    static readonly string[] Joiners = [" and ", " und ", " et ", " y ", " og ", " och ", " e ", " ve ", " & ", " with ", " mit ", " avec "];

    /// <summary>The names in order, each once; only the outlet's own where the page names nobody else.</summary>
    /// <param name="document">The page.</param>
    /// <param name="structured">Authors of the page's JSON-LD.</param>
    /// <param name="given">What the page's meta elements say, best first.</param>
    /// <param name="sites">Names of the outlet and its publisher, and the site's host.</param>
    public static List<string> Find(IDocument document, IEnumerable<string> structured, IEnumerable<string> given, IReadOnlyList<string> sites)
    {
        List<string> others = [];
        if (Named(structured, sites, others) is { } first)
            return first;
        foreach (var field in given)
        {
            if (Named([field], sites, others) is { } names)
                return names;
        }
        return FromMicrodata(document, sites, others) ?? FromByline(document, sites) ?? others;
    }

    /// <summary>The names in the bylines of one part of a page; empty when it has none.</summary>
    public static List<string> In(IElement part, IReadOnlyList<string> sites)
    {
        List<string> others = [];
        return FromMicrodata(part, sites, others) ?? FromByline(part, sites) ?? [];
    }

    static List<string>? FromMicrodata(IParentNode document, IReadOnlyList<string> sites, List<string> others)
    {
        var fields = document.QuerySelectorAll("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline a, .byline__name, .author-name, .c-byline__author").Take(6)
            .Select(static e => e.GetAttribute("content") is { Length: > 0 } content ? content : e.TextContent).ToList();
        var strict = others.Count > 0;
        return Named(fields, sites, others) is { } names && (!strict || names.TrueForAll(LooksLikePerson)) ? names : null;
    }

    // What calls itself author or byline, or leads to an author's page; the first that has a name, with its neighbours.
    static List<string>? FromByline(IParentNode document, IReadOnlyList<string> sites)
    {
        foreach (var element in document.QuerySelectorAll("[class*=author], [class*=Author], [class*=byline], [class*=autor], [class*=auteur], a[href*='/author'], a[href*='/autor'], a[href*='/auteur']").Take(24))
        {
            if (element.LocalName is "body" or "html" or "article" or "main" || element.TextContent.AsSpan().Trim() is not { Length: > 3 and < 160 } words)
                continue;
            // Without metadata, only what has the form of a full name is one.
            if (Named([words.ToString()], sites, []) is { } names && names.RemoveAll(static n => !LooksLikePerson(n)) is var _ && names.Count > 0)
                return names;
        }
        return null;
    }

    // The names of one place when a person is among them, else null; what is the outlet's own goes to the others.
    static List<string>? Named(IEnumerable<string> fields, IReadOnlyList<string> sites, List<string> others)
    {
        List<string> names = [];
        foreach (var field in fields)
        {
            foreach (var name in Split(field))
            {
                if (names.Count < MostNames && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                    names.Add(name);
            }
        }
        if (names.Exists(n => !IsSite(n, sites) && !IsBody(n)))
            return names;
        foreach (var name in names)
        {
            if (!others.Contains(name, StringComparer.OrdinalIgnoreCase))
                others.Add(name);
        }
        return null;
    }

    /// <summary>The names in a field such as “By Anna Okoro and Bo Lind, political editor”.</summary>
    internal static IEnumerable<string> Split(string field)
    {
        if (PlainWords.Of(field) is not { Length: <= 400 } words || words.Contains("://", StringComparison.Ordinal))
            yield break;
        foreach (var part in WithoutLead(words).Replace(" / ", ",", StringComparison.Ordinal).Split([',', ';', '|', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = part;
            foreach (var joiner in Joiners)
            {
                int at;
                // “Sarah and Lind” may be one name, “Anna Okoro and Bo Lind” is two.
                while ((at = rest.IndexOf(joiner, StringComparison.OrdinalIgnoreCase)) > 0 && char.IsUpper(rest[at + joiner.Length]) && (rest[..at].Contains(' ', StringComparison.Ordinal) || rest[(at + joiner.Length)..].Contains(' ', StringComparison.Ordinal)))
                {
                    if (Clean(rest[..at]) is { } first)
                        yield return first;
                    rest = rest[(at + joiner.Length)..];
                }
            }
            if (Clean(rest) is { } name)
                yield return name;
        }
    }

    static string WithoutLead(string words)
    {
        foreach (var lead in Leads)
        {
            if (words.Length > lead.Length && words.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && char.IsLetter(words[lead.Length]) && !char.IsLower(words[lead.Length]))
                return words[lead.Length..];
        }
        return words;
    }

    static string? Clean(string part)
    {
        var name = WithoutLead(part.Trim());
        // “Anna Okoro (ao)”, “Anna Okoro – correspondent”
        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open > 2 && name.EndsWith(')'))
            name = name[..open];
        foreach (var dash in (ReadOnlySpan<string>)[" - ", " – ", " — "])
        {
            var at = name.IndexOf(dash, StringComparison.Ordinal);
            if (at > 2)
                name = name[..at];
        }
        name = name.Trim(' ', '.', ':', '-', '–', '"', '\'', '(', ')', '\u00A0', '|');
        // “A. B.” and “Jr.” keep their point.
        if (part.TrimEnd().EndsWith('.') && name.Length >= 2 && char.IsUpper(name[^1]) && name[^2] is ' ' or '.')
            name += ".";
        var last = name.AsSpan(name.LastIndexOf(' ') + 1);
        return name.Length is >= 2 and <= LongestName && !OfficeLookup.Contains(last) && name.Any(char.IsLetter) && !name.AsSpan().ContainsAny(Never) && !name.Contains("://", StringComparison.Ordinal)
            && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    static bool IsBody(string name)
    {
        foreach (var range in name.AsSpan().Split(' '))
        {
            if (BodyLookup.Contains(name.AsSpan()[range]))
                return true;
        }
        return false;
    }

    static bool IsSite(string name, IReadOnlyList<string> sites)
    {
        var key = Key(name);
        foreach (var site in sites)
        {
            var other = Key(site);
            if (other.Length >= 3 && (key == other || key.Length > 3 && other.Contains(key, StringComparison.Ordinal) || other.Length > 3 && key.StartsWith(other, StringComparison.Ordinal)))
                return true;
        }
        // An address for a name is the site's.
        return name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal);
    }

    static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Two to five words, capitalised but for particles.
    static bool LooksLikePerson(string name)
    {
        var words = 0;
        foreach (var word in name.Split(' '))
        {
            if (char.IsUpper(word[0]) && (word.Length < 2 || !word.AsSpan().ContainsAnyInRange('0', '9')))
                words++;
            else if (word is not ("de" or "da" or "do" or "dos" or "du" or "del" or "della" or "di" or "van" or "von" or "den" or "der" or "el" or "al" or "la" or "le" or "bin" or "ibn" or "ould" or "ag" or "y"))
                return false;
        }
        return words is >= 2 and <= 5;
    }
}
