using System.Text;

namespace Dateline.Chronology.Gathering;

/// <summary>Tells whether two names stand for one somebody: “Acme Inc.” and “Acme”, “UN” and “United Nations”.</summary>
/// <remarks>Only what the words themselves show; aliases that nothing in a name shows are a lexicon's. Stateless and thread-safe.</remarks>
internal static class EntityNames
{
    private static readonly HashSet<string> Designators = new(
        ["inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "group", "holdings", "sa", "ag", "gmbh", "spa", "nv", "se", "motor", "motors"], StringComparer.Ordinal);

    private static readonly HashSet<string> Small = new(["of", "the", "and", "for", "de", "la", "le", "les", "des", "du", "et"], StringComparer.Ordinal);

    /// <summary>Whether <paramref name="name"/> stands for whom <paramref name="asked"/> names.</summary>
    /// <param name="asked">The name that is asked for, the fuller of the two as a rule.</param>
    /// <param name="name">A name or words of a text.</param>
    /// <param name="isPerson">Whether the words are known to name a human being: a title may stand before such a name.</param>
    public static bool Match(string asked, string name, bool isPerson)
    {
        var (left, right) = (WordsOf(asked), WordsOf(name));
        if (left.Count == 0 || right.Count == 0) return false;
        if (string.Concat(left) == string.Concat(right)) return true;
        if (IsInitials(asked, right) || IsInitials(name, left)) return true;
        if (Extends(left, right) || Extends(right, left)) return true;
        if (isPerson && (EndsWith(right, left) || IsNickname(left, right))) return true;
        if (Spans(left, right) || Spans(right, left)) return true;

        // “Beatles’ Apple Corps” asked for, “Apple Corps” told of: two words at least say who is meant.
        return right.Count >= 2 && EndsWith(left, right);
    }

    private static bool EndsWith(List<string> longer, List<string> shorter) => longer.Count > shorter.Count && longer.Skip(longer.Count - shorter.Count).SequenceEqual(shorter, StringComparer.Ordinal);

    private static bool Extends(List<string> shorter, List<string> longer) =>
        longer.Count > shorter.Count && longer.Take(shorter.Count).SequenceEqual(shorter, StringComparer.Ordinal) && longer.Skip(shorter.Count).All(Designators.Contains);

    // “Bob Diallo” for Boubacar Diallo: first names often go by another form with the same letter.
    private static bool IsNickname(List<string> asked, List<string> name) => asked.Count == 2 && name.Count == 2 && asked[1] == name[1] && asked[0][0] == name[0][0];

    // “Sahel Cotton Company” and “Sahel Company”: the longer begins and ends as the shorter.
    private static bool Spans(List<string> shorter, List<string> longer) =>
        shorter.Count == 2 && longer.Count == 3 && shorter[0] == longer[0] && shorter[1] == longer[2];

    private static bool IsInitials(string letters, List<string> words)
    {
        if (letters.Length is < 2 or > 6 || !letters.All(char.IsAsciiLetterUpper)) return false;
        var lower = letters.ToLowerInvariant();
        return IsRowOf(words) || IsRowOf(words.Where(word => !Small.Contains(word)));

        bool IsRowOf(IEnumerable<string> named) => named.Select(word => word[0]).SequenceEqual(lower);
    }

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in name.Append(' '))
        {
            if (char.IsLetterOrDigit(letter) || letter is '&')
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('.' or '\'' or '’') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (words.Count > 1 && words[^1] == "s") words.RemoveAt(words.Count - 1);
        if (words.Count > 1 && words[0] is "the" or "le" or "la" or "les") words.RemoveAt(0);
        return words;
    }
}
