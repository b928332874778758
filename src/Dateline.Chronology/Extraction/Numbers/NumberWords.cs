using System.Globalization;

namespace Dateline.Chronology.Extraction.Numbers;

/// <summary>Numbers as words and digits in English and French.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Small = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["deux"] = 2,
        ["trois"] = 3,
        ["quatre"] = 4,
        ["cinq"] = 5,
        ["sept"] = 7,
        ["huit"] = 8,
        ["neuf"] = 9,
        ["dix"] = 10,
        ["onze"] = 11,
        ["douze"] = 12,
        ["treize"] = 13,
        ["quatorze"] = 14,
        ["quinze"] = 15,
        ["seize"] = 16,
        ["dix-sept"] = 17,
        ["dix-huit"] = 18,
        ["dix-neuf"] = 19,
        ["vingt"] = 20,
        ["trente"] = 30,
        ["quarante"] = 40,
        ["cinquante"] = 50,
        ["soixante"] = 60,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Scales = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["cent"] = 1e2,
        ["cents"] = 1e2,
        ["mille"] = 1e3,
        ["millions"] = 1e6,
        ["milliard"] = 1e9,
        ["milliards"] = 1e9,
        ["bn"] = 1e9,
        ["tn"] = 1e12,
        ["mn"] = 1e6,
        ["dozen"] = 12,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Vague = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "dozens", "scores", "hundreds", "thousands", "tens", "millions", "billions", "dizaine", "dizaines", "douzaine", "douzaines", "vingtaine", "trentaine",
        "quarantaine", "cinquantaine", "soixantaine", "centaine", "centaines", "millier", "milliers",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value of a word below a hundred.</summary>
    public static bool TrySmall(ReadOnlySpan<char> word, out double value) => Small.TryGetValue(word, out value);

    /// <summary>What a scale word multiplies by.</summary>
    public static bool TryScale(ReadOnlySpan<char> word, out double scale) => Scales.TryGetValue(word, out scale);

    /// <summary>Whether a word says many without saying how many.</summary>
    public static bool IsVague(ReadOnlySpan<char> word) => Vague.Contains(word);

    /// <summary>Reads digits: 2,400 and 1.5 in English, 2 400 and 1,5 in French.</summary>
    public static bool TryDigits(ReadOnlySpan<char> word, bool french, out double value)
    {
        value = 0;
        if (word.Length is 0 or > 24 || !char.IsAsciiDigit(word[0])) return false;
        Span<char> plain = stackalloc char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var group = i + 3 < word.Length + 0 && i + 4 <= word.Length && char.IsAsciiDigit(word[i + 1]) && char.IsAsciiDigit(word[i + 2]) && char.IsAsciiDigit(word[i + 3])
                && (i + 4 == word.Length || !char.IsAsciiDigit(word[i + 4]));
            if (char.IsAsciiDigit(c)) plain[length++] = c;
            else if (c is ' ' or '\u00A0' or '\u202F' or '\u2009' && french && group) continue;
            else if (c == ',' && !french && group) continue;
            else if ((c == '.' && !french) || (c == ',' && french) || (c == '.' && french && !group)) plain[length++] = '.';
            else if (c == '.' && french) continue;
            else return false;
        }

        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
