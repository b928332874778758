namespace Dateline.Chronology.Gathering;

/// <summary>Cuts English and French endings, so that “seized”, “seizure” and “seizing” are told to be one act.</summary>
/// <remarks>Coarse on purpose: two acts of one stem are only one of several reasons to take them for one. Thread-safe.</remarks>
internal static class Stem
{
    private static readonly string[] Endings =
    [
        "ifications", "ification", "ements", "ement", "ations", "ation", "itions", "ition", "issements", "issement", "tions", "tion", "sions", "sion", "ments", "ment",
        "ances", "ance", "ences", "ence", "ures", "ure", "ings", "ing", "ives", "ive", "eurs", "eur", "ers", "er", "ors", "or", "als", "al", "ees", "ed", "es", "e", "s",
    ];

    /// <summary>The stem of a lemma in lower case; at least four letters stay.</summary>
    public static string Of(string lemma)
    {
        var word = lemma.ToLowerInvariant();
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length < 4 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            break;
        }

        // “withdrawal” and “withdrew”, “killing” and “kill”: a doubled last letter and a last “i” or “y” fall as well.
        if (word.Length > 4 && word[^1] == word[^2]) word = word[..^1];
        if (word.Length > 4 && word[^1] is 'i' or 'y') word = word[..^1];
        return word;
    }
}
