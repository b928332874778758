using System.Text;

namespace Dateline.Chronology.Export;

/// <summary>White space for showing; the stored text keeps its own.</summary>
public static class Spacing
{
    /// <summary>The words on one line: each run of white space becomes one space, the ends are trimmed.</summary>
    public static string Level(ReadOnlySpan<char> words)
    {
        var levelled = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character)) levelled.Append(character);
            else if (levelled.Length > 0 && levelled[^1] != ' ') levelled.Append(' ');
        }

        if (levelled.Length > 0 && levelled[^1] == ' ') levelled.Length--;
        return levelled.ToString();
    }
}
