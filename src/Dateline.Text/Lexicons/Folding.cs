namespace Dateline.Text.Lexicons;

/// <summary>
/// Levels what writers of names do not agree on: case, accents, apostrophes.
/// </summary>
/// <remarks>
/// A table of our own, because the program runs without culture tables, and because a decomposition of strings would
/// allocate on a path that is walked for each word.
/// </remarks>
internal static class Folding
{
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģǧĥħìíîïĩīĭįıĵķĺļľŀłñńņňŋòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžǎǐǒǔạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơưḥḍṣṭẓð";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeeggggghhiiiiiiiiijklllllnnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzaiouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyyouhdstzd";

    private static readonly char[] Table = MakeTable();

    /// <summary>The char in lower case without its accent; '\0' for a combining mark, an apostrophe or a full stop, which fall away.</summary>
    public static char Fold(char letter) => letter < Table.Length ? Table[letter] : FoldRare(letter);

    /// <summary>Whether the char only separates the parts of one name, as a hyphen does.</summary>
    public static bool IsHyphen(char letter) => letter is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u00AD';

    /// <summary>Whether the char is one of the many that serve as an apostrophe.</summary>
    public static bool IsApostrophe(char letter) => letter is '\'' or '\u2019' or '\u2018' or '`' or '\u00B4' or '\u02BC' or '\u02BB' or '\u02BF' or '\u02BE' or '\u02B9' or '\u2032' or '\u05F3';

    /// <summary>A word folded into a string, for keys of one document.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[256] : new char[word.Length * 2];
        return new string(folded[..Fold(word, folded)]);
    }

    /// <summary>Folds into <paramref name="target"/>, which must be twice as long; returns the number of chars written.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        var length = 0;
        foreach (var letter in word)
        {
            switch (letter)
            {
                case 'œ' or 'Œ': target[length++] = 'o'; target[length++] = 'e'; break;
                case 'æ' or 'Æ': target[length++] = 'a'; target[length++] = 'e'; break;
                case 'ß': target[length++] = 's'; target[length++] = 's'; break;
                default:
                    var folded = Fold(letter);
                    if (folded != '\0') target[length++] = folded;
                    break;
            }
        }

        return length;
    }

    private static char FoldRare(char letter)
    {
        if (letter is >= '\u0300' and <= '\u036F' || IsApostrophe(letter)) return '\0';
        return char.ToLowerInvariant(letter);
    }

    private static char[] MakeTable()
    {
        var table = new char[0x1F00];
        for (var i = 0; i < table.Length; i++)
            table[i] = FoldRare((char)i);
        table['.'] = '\0';
        for (var i = 0; i < Accented.Length; i++)
        {
            var letter = Accented[i];
            table[letter] = Plain[i];
            if (char.ToUpperInvariant(letter) is var upper && upper != letter && upper < table.Length) table[upper] = Plain[i];
        }

        table['İ'] = 'i';
        return table;
    }
}
