namespace Dateline.Text.Tokens;

/// <summary>How French words are cut: the conventions of the Sequoia and GSD treebanks.</summary>
internal static class FrenchWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elisions = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "ç",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "aujourd'hui", "aujourd’hui", "quelqu'un", "quelqu’un", "quelqu'une", "quelqu’une", "presqu'île", "presqu’île", "l'on", "l’on",
        "rendez-vous", "peut-être", "c'est", "c’est-à-dire", "c'est-à-dire", "entre-nous", "sauve-qui-peut", "ouï-dire",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Clitics =
        ["t-il", "t-ils", "t-elle", "t-elles", "t-on", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "moi", "toi", "leur", "lui", "les", "en", "y"];

    private static readonly Dictionary<string, (string First, string Second)>.AlternateLookup<ReadOnlySpan<char>> Contractions =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["du"] = ("de", "le"),
            ["des"] = ("de", "les"),
            ["au"] = ("à", "le"),
            ["aux"] = ("à", "les"),
            ["duquel"] = ("de", "lequel"),
            ["desquels"] = ("de", "lesquels"),
            ["desquelles"] = ("de", "lesquelles"),
            ["auquel"] = ("à", "lequel"),
            ["auxquels"] = ("à", "lesquels"),
            ["auxquelles"] = ("à", "lesquelles"),
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Having = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "a", "ont", "avait", "avaient", "aurait", "auraient", "ayant", "avoir", "ai", "avons", "avez", "aura", "auront", "ait", "aient", "eut", "eurent",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TakesDe = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "discuté", "parlé", "profité", "bénéficié", "hérité", "dépendu", "souffert", "débattu", "disposé", "douté", "disparu", "convenu", "délibéré", "usé",
        "abusé", "témoigné", "émané", "manqué", "changé", "triomphé", "joui", "écopé", "rêvé", "résulté",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // After these, “des” is the plural article and no “de les”.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeArticle = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "par", "à", "sur", "dans", "pour", "chez", "avec", "sans", "contre", "pendant", "après", "avant", "sous", "entre", "vers", "selon",
        "comme", "que", "qu'", "lorsque", "si", "ou", "mais", "car", "voici", "voilà", "dont", "depuis", "via", "malgré", "durant", "ni",
        "sont", "ont", "a", "avons", "avez", "ai", "étaient", "était", "avait", "avaient", "fut", "furent", "est", "sera", "seront",
        "également", "aussi", "déjà", "ainsi", "notamment", "seulement", "uniquement", "principalement", "encore", "toujours", "souvent",
        "font", "fait", "mène", "mènent", "compte", "comptent", "contient", "existe", "devient", "deviennent", "restent", "reste",
        ",", ":", ";", ".", "(", "\"", "«", "“", "-", "–", "—", "?", "!", "...", "…", "•", "*",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether an apostrophe after <paramref name="word"/> ends a token: l', qu', jusqu'.</summary>
    public static bool IsElision(ReadOnlySpan<char> word) => word.Length <= 6 && Elisions.Contains(word);

    /// <summary>Whether a word with an apostrophe or hyphen is one token although it looks like two.</summary>
    public static bool IsWhole(ReadOnlySpan<char> word) => word.Length is >= 4 and <= 16 && Whole.Contains(word) && word is not "c'est";

    /// <summary>Whether an elision may stand before <paramref name="c"/>.</summary>
    public static bool IsVowel(char c) => "aeiouyhàâäéèêëîïôöùûüœæAEIOUYHÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ".Contains(c);

    /// <summary>The length, hyphen included, of an inverted pronoun at the end of a word: -il, -t-elle; 0 for none.</summary>
    public static int CliticLength(ReadOnlySpan<char> rest)
    {
        var longest = 0;
        foreach (var clitic in Clitics)
        {
            if (clitic.Length + 1 > longest && rest[1..].StartsWith(clitic, StringComparison.OrdinalIgnoreCase) && EndsWord(rest, clitic.Length + 1)
                && (char.IsLower(rest[1]) || char.IsUpper(rest[clitic.Length])))
                longest = clitic.Length + 1;
        }

        return longest;
    }

    /// <summary>The two words of a contraction, in the case of the text.</summary>
    /// <param name="word">The word as it stands.</param>
    /// <param name="before">The word before it.</param>
    /// <param name="afterPast">Whether an active past stands before it (<see cref="IsActivePast"/>).</param>
    /// <param name="first">The preposition.</param>
    /// <param name="second">The article.</param>
    public static bool TryContraction(ReadOnlySpan<char> word, ReadOnlySpan<char> before, bool afterPast, out string first, out string second)
    {
        (first, second) = ("", "");
        if (word.Length is < 2 or > 11 || word[0] is not ('d' or 'D' or 'a' or 'A') || !Contractions.TryGetValue(word, out var pair)) return false;
        if (word.Equals("des", StringComparison.OrdinalIgnoreCase) && (afterPast || IsArticleAfter(before))) return false;
        first = !char.IsUpper(word[0]) ? pair.First : char.IsUpper(word[1]) ? pair.First.ToUpperInvariant() : char.ToUpperInvariant(pair.First[0]) + pair.First[1..];
        second = pair.Second;
        return true;
    }

    /// <summary>Whether “ont signé”, “a également signé” ends here: what has “avoir” takes an object, but for a few verbs that take “de”.</summary>
    /// <param name="last">The word before.</param>
    /// <param name="second">The word before that.</param>
    /// <param name="third">The word before that.</param>
    public static bool IsActivePast(ReadOnlySpan<char> last, ReadOnlySpan<char> second, ReadOnlySpan<char> third) =>
        last is "lundi" or "mardi" or "mercredi" or "jeudi" or "vendredi" or "samedi" or "dimanche" or "hier" or "également" or "notamment" ? IsActivePast(second, third, default) :
        last.Length > 2 && last[^1] is 'é' or 'i' or 'u' or 's' or 't' && last is not "été" && !TakesDe.Contains(last)
        && (Having.Contains(second) || ((second.EndsWith("ment") || second is "aussi" or "déjà" or "ensuite" or "encore" or "enfin" or "toujours") && Having.Contains(third)));

    private static bool IsArticleAfter(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty || BeforeArticle.Contains(before)) return true;
        // Infinitives, present participles and plural imperfects take objects.
        return before.Length >= 5 && (before.EndsWith("er") || before.EndsWith("oir") || before.EndsWith("ire") || before.EndsWith("dre")
            || before.EndsWith("tre") || before.EndsWith("enir") || before.EndsWith("aient") || before.EndsWith("issent") || before.EndsWith("ant"));
    }

    private static bool EndsWord(ReadOnlySpan<char> rest, int at) =>
        at >= rest.Length || (CharClasses.At(rest, at, out _) is CharClass.Space or CharClass.Other && rest[at] is not ('-' or '\'' or '’'));
}
