namespace Dateline.Text.Tokens;

/// <summary>How English words are cut: the conventions of the English Web Treebank.</summary>
internal static class EnglishWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Affixes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "ante", "anti", "arch", "bi", "co", "counter", "cross", "de", "dis", "e", "ex", "extra", "hyper", "infra", "inter", "intra", "macro",
        "mega", "meta", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "para", "poly", "post", "pre", "pro", "pseudo", "psycho",
        "quasi", "re", "semi", "socio", "sub", "super", "supra", "trans", "tri", "ultra", "un", "under", "uni", "vice", "uh", "mm", "mhm", "hm",
        "wi",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "esque", "ish", "fest", "wise", "hood", "ship", "ism", "ist",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Where the second word begins.
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Fused = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["wanna"] = 3,
        ["gotta"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["lotta"] = 3,
        ["kinda"] = 4,
        ["sorta"] = 4,
        ["outta"] = 3,
        ["dont"] = 2,
        ["didnt"] = 3,
        ["doesnt"] = 4,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["werent"] = 4,
        ["arent"] = 3,
        ["havent"] = 4,
        ["hasnt"] = 3,
        ["hadnt"] = 3,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["shouldnt"] = 6,
        ["cant"] = 2,
        ["wont"] = 2,
        ["aint"] = 2,
        ["im"] = 1,
        ["ive"] = 1,
        ["thats"] = 4,
        ["youre"] = 3,
        ["youve"] = 3,
        ["theyre"] = 4,
        ["theyve"] = 4,
        ["weve"] = 2,
        ["whats"] = 4,
        ["theres"] = 5,
        ["heres"] = 4,
        ["hes"] = 2,
        ["shes"] = 3,
        ["'tis"] = 2,
        ["'twas"] = 2,
        ["’tis"] = 2,
        ["’twas"] = 2,
        ["y'all"] = 2,
        ["y’all"] = 2,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Elided = ["cause", "em", "til", "bout", "n", "round", "s", "ll", "re", "ve", "d", "m", "tis", "twas"];

    /// <summary>Whether a hyphen after <paramref name="word"/> belongs to the word: non-aligned, e-mail.</summary>
    public static bool IsAffix(ReadOnlySpan<char> word) => Affixes.Contains(word);

    /// <summary>Whether the hyphen between two parts stays inside the token.</summary>
    public static bool KeepsHyphen(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isFirst) =>
        (isFirst && Affixes.Contains(before)) || Suffixes.Contains(after);

    /// <summary>The length of a clitic or clipped word that begins with an apostrophe: 's, 'em, '90s; 0 for none.</summary>
    public static int ElidedLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length >= 4 && char.IsAsciiDigit(rest[1]) && rest[2] == '0' && rest[3] == 's') return 4;
        foreach (var word in Elided)
        {
            if (rest[1..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length + 1 || CharClasses.Of(rest[word.Length + 1]) is not (CharClass.Letter or CharClass.Mark)))
                return word.Length + 1;
        }

        return 0;
    }

    /// <summary>Where the last syntactic word of <paramref name="word"/> begins; 0 when it is one word.</summary>
    public static int LastWordStart(ReadOnlySpan<char> word)
    {
        if (word.Length is >= 2 and <= 8 && Fused.TryGetValue(word, out var at)) return at;
        var apostrophe = word.LastIndexOfAny('\'', '’', '`');
        if (apostrophe <= 0) return 0;
        var tail = word[(apostrophe + 1)..];
        if (tail.Length == 0) return 0;
        if (word[apostrophe] != '`' && apostrophe >= 2 && tail is "t" or "T" && word[apostrophe - 1] is 'n' or 'N') return apostrophe - 1;
        return tail.Length switch
        {
            1 => tail[0] is 's' or 'S' or 'm' or 'M' or 'd' or 'D' ? apostrophe : 0,
            2 => tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase) || tail.Equals("ll", StringComparison.OrdinalIgnoreCase) ? apostrophe : 0,
            _ => 0,
        };
    }
}
