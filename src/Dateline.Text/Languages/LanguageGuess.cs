using System.Collections.Frozen;

namespace Dateline.Text.Languages;

/// <summary>Tells English and French from each other and from the rest by the words that hold sentences together.</summary>
/// <remarks>
/// The share of such words among the first <see cref="MostWords"/> is over a fifth in running text of either language and
/// far below that elsewhere; words that several languages share are left out of the lists. Thread-safe.
/// </remarks>
public static class LanguageGuess
{
    private const int MostWords = 400;
    private const int LongestWord = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> English = Words(
        "the and of to in that was were is are with for by from has have had been said they their who which this his her its at on as not be it he she but after will would into about over more than when");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> French = Words(
        "le la les des du un une et est sont dans pour par sur avec qui que au aux ce cette ces son sa ses leur leurs il elle ils elles ont été était pas plus mais ou où selon après avait être nous vous d l qu c s n");

    // Shared with Spanish, Portuguese, Italian and the like: their own small words tell them apart.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Neighbours = Words(
        "el los las del y por con una para su al lo como pero di il che della dei gli per non e o um uma não dos das com der die das und ist von mit den het een van");

    /// <summary>“en”, “fr”, or “und” when the text is in neither or too short to tell.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        int words = 0, english = 0, french = 0, neighbours = 0;
        Span<char> lower = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length && words < MostWords;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            words++;
            if (i - start > LongestWord) continue;
            var word = lower[..text[start..i].ToLowerInvariant(lower)];
            if (English.Contains(word)) english++;
            if (French.Contains(word)) french++;
            if (Neighbours.Contains(word)) neighbours++;
        }

        if (words == 0) return "und";
        var best = Math.Max(english, french);
        if (best < neighbours || best * 12 < words) return IsPlainLatin(text) && words < 8 && best >= neighbours ? "en" : "und";
        return french > english ? "fr" : "en";
    }

    // A headline of a few words may hold none of the small words at all.
    private static bool IsPlainLatin(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character) && character > 'z') return false;
        }

        return true;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
