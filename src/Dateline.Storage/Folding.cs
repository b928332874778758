using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.Storage;

/// <summary>Makes spellings meet: case, accents, apostrophes and runs of white space do not count.</summary>
internal static class Folding
{
    // The program runs without the host's tables of languages, and then String.Normalize leaves letters as they are.
    private static readonly FrozenDictionary<char, string> Plain = MakePlain(
        "a àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "ae æǽ", "b ḅḇ", "c çćĉċč", "d ďđḍḏḑð", "e èéêëēĕėęěẹẻẽếềểễệ", "f ḟ", "g ĝğġģǧḡ", "h ĥħḥḩḫ", "i ìíîïĩīĭįıǐịỉ",
        "j ĵ", "k ķǩḳḵ", "l ĺļľŀłḷḻ", "m ḿṁṃ", "n ñńņňŉṅṇṉ", "o òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "oe œ", "p ṕṗ", "r ŕŗřṛṟ", "s śŝşšșṣß", "t ţťŧțṭṯ",
        "th þ", "u ùúûüũūŭůűųưǔụủứừửữự", "v ṽṿ", "w ŵẁẃẅ", "x ẋẍ", "y ýÿŷỳỵỷỹ", "z źżžẓẕ", "ا آأإٱ", "ي ىئ", "و ؤ", "ه ة", "' ’‘ʼʻ`´");

    public static string Fold(string? words)
    {
        if (string.IsNullOrEmpty(words)) return string.Empty;
        var folded = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            // Arabic vowel signs, combining accents, joiners and soft hyphens.
            if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            if (lower < '\u0060') folded.Append(lower);
            else if (Plain.TryGetValue(lower, out var plain)) folded.Append(plain);
            else folded.Append(lower);
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>A pattern for LIKE … ESCAPE '\' that finds <paramref name="words"/> anywhere.</summary>
    public static string Anywhere(string words) =>
        "%" + Fold(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static FrozenDictionary<char, string> MakePlain(params ReadOnlySpan<string> rows)
    {
        var plain = new Dictionary<char, string>();
        foreach (var row in rows)
        {
            var space = row.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in row.AsSpan(space + 1))
                plain.Add(letter, row[..space]);
        }

        return plain.ToFrozenDictionary();
    }
}
