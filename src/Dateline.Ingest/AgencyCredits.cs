using System.Collections.Frozen;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>
/// Finds the news agency that an article credits where its dateline names none: in the byline (“Reuters”, “Anna Okoro with AFP”)
/// or at the end of the text (“(AFP)”, “– Reuters”, “avec AFP”, “© 2025 AFP”).
/// </summary>
/// <remarks>Only names of agencies count, and the text is not altered: copies of one agency text are one witness, so a wrong credit would hide a second.</remarks>
internal static class AgencyCredits
{
    // Longer closing lines are prose.
    const int LongestLine = 120;

    static readonly FrozenSet<string> Agencies = new[]
    {
        "Reuters", "Thomson Reuters", "AFP", "Agence France-Presse", "Agence France Presse", "AP", "Associated Press", "The Associated Press", "dpa", "EFE", "Agencia EFE", "ANSA", "Xinhua", "TASS",
        "Interfax", "RIA Novosti", "Anadolu", "Anadolu Agency", "AA", "PTI", "Press Trust of India", "ANI", "IANS", "Kyodo", "Kyodo News", "Yonhap", "UPI", "APA", "Belga", "ANP", "NTB", "Ritzau", "STT",
        "PA", "PA Media", "Press Association", "Lusa", "MAP", "APS", "SPA", "WAM", "MENA", "IRNA", "Fana", "NAN", "GNA", "Panapress", "APAnews", "Bernama", "Antara", "AAP", "Canadian Press",
        "The Canadian Press", "La Presse Canadienne", "Keystone-SDA", "SDA", "Europa Press", "Agência Brasil", "Agencia Brasil", "Bloomberg", "Ukrinform", "BelTA", "PAP", "ČTK", "CTK", "MTI", "Hina", "Tanjug",
        "AMAP", "AIB", "ANP-Niger", "AGP", "Sputnik", "SID", "epd", "KNA",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Agencies.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly string[] Leads =
    [
        "source:", "source :", "sources:", "sources :", "with reporting by", "additional reporting by", "with reports from", "with files from", "with inputs from", "with", "avec", "et", "and", "mit",
        "con", "by", "par", "via", "(c)", "©", "copyright", "from", "credit:", "quelle:", "fuente:",
    ];

    /// <summary>The agency as written, or null.</summary>
    public static string? Find(Article article) => article.Agency ?? InByline(article.Byline) ?? AtEnd(article);

    static string? InByline(string? byline)
    {
        if (byline is null)
            return null;
        foreach (var part in byline.Split([',', ';', '/', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Credit(part) is { } whole)
                return whole;
            // “Anna Okoro with AFP”, “The Lantern et Reuters”
            foreach (var joiner in (ReadOnlySpan<string>)[" with ", " avec ", " et ", " and ", " mit ", " und ", " con ", " y ", " & "])
            {
                if (part.LastIndexOf(joiner, StringComparison.OrdinalIgnoreCase) is > 0 and var at && Credit(part.AsSpan(at + joiner.Length)) is { } last)
                    return last;
            }
        }
        return null;
    }

    static string? AtEnd(Article article)
    {
        for (var k = article.Passages.Count - 1; k >= Math.Max(0, article.Passages.Count - 3); k--)
        {
            var words = article.Passages[k].Span.In(article.Text).Trim();
            if (words.Length <= LongestLine && Credit(words) is { } line)
                return line;
            if (k == article.Passages.Count - 1 && Closing(words) is { } closing)
                return closing;
        }
        return null;
    }

    // “… on Tuesday. (AFP)”, “… on Tuesday. – Reuters”
    static string? Closing(ReadOnlySpan<char> paragraph)
    {
        if (paragraph is [.., ')'] && paragraph.LastIndexOf('(') is > 0 and var open && paragraph.Length - open <= 40 && paragraph[..open].TrimEnd() is [.., '.' or '!' or '?' or '”' or '"' or '»'])
            return Credit(paragraph[(open + 1)..^1]);
        var dash = paragraph.LastIndexOfAny('–', '—');
        return dash > 0 && paragraph.Length - dash <= 40 && paragraph[..dash].TrimEnd() is [.., '.' or '!' or '?' or '”' or '"' or '»'] ? Credit(paragraph[(dash + 1)..]) : null;
    }

    // The words are agencies and nothing else but what leads to a credit, years and codes: “© 2025 AFP”, “Reuters, AP”, “dpa/ao”.
    static string? Credit(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t\u00A0()[].–—-*:,");
        for (var again = true; again;)
        {
            again = false;
            foreach (var lead in Leads)
            {
                if (words.Length > lead.Length && words.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(words[lead.Length]))
                {
                    words = words[lead.Length..].Trim(" \t\u00A0:,");
                    again = true;
                }
            }
            if (words is [>= '1' and <= '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ' ', ..])
            {
                words = words[5..];
                again = true;
            }
        }
        if (words.Length is < 2 or > LongestLine)
            return null;
        string? first = null;
        var list = words.ToString().Replace(" and ", ",", StringComparison.Ordinal).Replace(" et ", ",", StringComparison.Ordinal).AsSpan();
        foreach (var range in list.SplitAny(",/;&"))
        {
            var name = list[range].Trim();
            if (name.IsEmpty)
                continue;
            if (Lookup.Contains(name) && (name.Length > 3 || name.ToString() is "dpa" or "epd" || !name.ContainsAnyInRange('a', 'z')))
                first ??= name.ToString();
            // “dpa/ao”: the code of whoever wrote it up.
            else if (first is null || name.Length > 4)
                return null;
        }
        return first;
    }
}
