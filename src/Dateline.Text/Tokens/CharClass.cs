using System.Globalization;

namespace Dateline.Text.Tokens;

/// <summary>What a UTF-16 code unit is to the tokenizer.</summary>
internal enum CharClass : byte
{
    /// <summary>Separates tokens: white space, control characters, zero-width space, byte order mark.</summary>
    Space,

    /// <summary>A letter of any script, or a letter-like number such as Ⅷ.</summary>
    Letter,

    /// <summary>A decimal digit of any script.</summary>
    Digit,

    /// <summary>A combining mark, or a format character such as a soft hyphen or a joiner: belongs to what stands before it.</summary>
    Mark,

    /// <summary>A number that is no digit, such as ½ or ².</summary>
    Fraction,

    /// <summary>Everything else: punctuation, symbols, unassigned.</summary>
    Other,

    /// <summary>The first half of a surrogate pair; its rune decides.</summary>
    High,
}

/// <summary>The class of every code unit in one table of 64 KiB, because the scanner asks for each character of a text.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] Table = Build();

    /// <summary>The class of one code unit.</summary>
    public static CharClass Of(char c) => Table[c];

    /// <summary>Whether <paramref name="c"/> separates tokens.</summary>
    public static bool IsSpace(char c) => Table[c] == CharClass.Space;

    /// <summary>The class of the character at <paramref name="at"/> and how many code units it takes.</summary>
    public static CharClass At(ReadOnlySpan<char> text, int at, out int units)
    {
        units = 1;
        var c = Table[text[at]];
        if (c != CharClass.High) return c;
        if (at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return CharClass.Other;
        units = 2;
        return OfCategory(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1])));
    }

    private static CharClass[] Build()
    {
        var table = new CharClass[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            table[i] = char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' ? CharClass.Space
                : char.IsHighSurrogate(c) ? CharClass.High
                : OfCategory(CharUnicodeInfo.GetUnicodeCategory(c));
        }

        return table;
    }

    private static CharClass OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => CharClass.Letter,
        UnicodeCategory.DecimalDigitNumber => CharClass.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => CharClass.Mark,
        UnicodeCategory.OtherNumber => CharClass.Fraction,
        _ => CharClass.Other,
    };
}
