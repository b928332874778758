using System.Globalization;
using System.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Learning.Scoring;

/// <summary>Text with what scorers do not compare taken out.</summary>
internal static class LevelledText
{
    /// <summary>Case, accents and runs of white space levelled; apostrophes are straight.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text ?? string.Empty)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (letter is '\'' or '’')
            {
                folded.Append('\'');
            }
            else if (letter == 'ß')
            {
                folded.Append("ss");
            }
            else if (!IsCombining(letter))
            {
                // What the lexicons drop altogether, such as full stops, stays here.
                folded.Append(Folding.Fold(letter) is var plain and not '\0' ? plain : letter);
            }
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>A string as MUC compares it: without case, punctuation and articles.</summary>
    public static string Plain(string? text)
    {
        var letters = new StringBuilder();
        foreach (var rune in Fold(text).Replace("'", string.Empty, StringComparison.Ordinal).EnumerateRunes()) letters.Append(IsWord(rune) ? rune.ToString() : " ");
        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }

    /// <summary>Strings as MUC compares them; empty ones are left out.</summary>
    public static IEnumerable<string> Strings(IEnumerable<string> texts) => texts.Select(Plain).Where(text => text.Length > 0);

    /// <summary>The runs of letters, digits and underscores.</summary>
    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        var start = -1;
        var at = 0;
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            var belongs = rune.Value == '_' || IsWord(rune);
            if (belongs && start < 0) start = at;
            if (!belongs && start >= 0)
            {
                words.Add(text![start..at]);
                start = -1;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0) words.Add(text![start..]);
        return words;
    }

    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsCombining(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
