using CsCheck;

namespace Dateline.Tests.Text.Tokens;

/// <summary>Texts for property tests: arbitrary code units, and pieces in which the tokenizer's rules meet.</summary>
internal static class TextGen
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\t", "\u00A0", "\u200B", "a", "I", "the", "Mali", "don", "s", "n't", "'", "’", "‘", "“", "”", "\"", "«", "»", ".", "..",
        ",", ";", ":", "!", "?", "-", "--", "–", "/", "&", "$", "€", "%", "#", "@", "(", ")", "[", "]", "_", "+", "=", "*", "<", ">", "|", "`", "1", "10",
        "2025", "000", "5", "km", "pm", "x", "h", "st", "th", "U.S", "e", "non", "Mr", "Gen", "No", "etc", "M", "J", "http://", "www.", "example.com", "com",
        "l", "d", "qu", "N", "du", "des", "aux", "t", "il", "-il", "aujourd", "hui", "é", "\u0301", "\u200D", "\uFE0F", "😀", "👩", "🏽", "🇲", "🇱", "𞤀", "𝟘", "½", "²",
        "\uD83D", "\uDE00", "العربية", "Ελ", "я", "日本", "\0", "\u001F", "\uFEFF", ":)", "^_^", "<3", "s/he", "w/o",
    ];

    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.String[0, 60],
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(pick => Pieces[pick]))));
}
