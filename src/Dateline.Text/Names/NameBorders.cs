using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Text.Names;

/// <summary>
/// Sets right the borders that follow from how names are written: second halves after a hyphen, initials, particles,
/// regional adjectives.
/// </summary>
internal static class NameBorders
{
    /// <summary>Changes <paramref name="names"/>, which are in text order and stay so; allocates nothing.</summary>
    internal static void Adjust(NameClues clues, List<NameSpan> names)
    {
        var tokens = clues.Tokens;
        var kept = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (name.Count == 1 && IsFunctionWord(clues, name.First)) continue;
            var low = kept > 0 ? names[kept - 1].First + names[kept - 1].Count : 0;
            low = Math.Max(low, tokens.Sentences[tokens.SentenceOf[name.First]].First);
            var end = tokens.Sentences[tokens.SentenceOf[name.First]].End;
            name = name.Kind switch
            {
                MentionKind.Person => Person(clues, name, low, end),
                MentionKind.Nationality => Regional(clues, name, low),
                _ => name,
            };
            // What the longer name now covers is part of it.
            while (i + 1 < names.Count && names[i + 1].First < name.First + name.Count)
            {
                var last = names[i + 1].First + names[i + 1].Count;
                if (last > name.First + name.Count) name = name with { Count = last - name.First };
                i++;
            }

            names[kept++] = name;
        }

        names.RemoveRange(kept, names.Count - kept);
    }

    private static NameSpan Person(NameClues clues, NameSpan name, int low, int end)
    {
        var tokens = clues.Tokens;
        var first = name.First;
        var after = name.First + name.Count;
        // “S. Amarsaikhan”: an initial before the name.
        if (first - 2 >= low && tokens.CharsOf(first - 1) is "." && clues.Shapes[first - 2] == 3 && !IsName(clues, first - 3, low)) first -= 2;
        for (var steps = 0; steps < 4 && after < end; steps++)
        {
            var chars = tokens.CharsOf(after);
            // “Moo-hyun”, “Fu-hung”: the second half of a given name is small.
            if (chars is "-" && after + 1 < end && clues.Shapes[after + 1] == 0 && tokens.CharsOf(after + 1).Length is >= 2 and <= 7
                && (clues.Clues[after - 1] & Clue.Capitalised) != Clue.None && !clues.IsEveryday(after + 1)) after += 2;
            // “Francisco I. Madero”: an initial between.
            else if (chars is "." && clues.Shapes[after - 1] == 3 && after - 1 > first && after + 1 < end && clues.Shapes[after + 1] is 1 or 4) after = RunEnd(clues, after + 1, end);
            else if (IsParticle(chars) && after + 1 < end && (clues.Clues[after + 1] & (Clue.Capitalised | Clue.Title | Clue.Country)) == Clue.Capitalised) after = RunEnd(clues, after + 1, end);
            else break;
        }

        return name with { First = first, Count = after - first };
    }

    private static NameSpan Regional(NameClues clues, NameSpan name, int low)
    {
        var before = name.First - 1;
        if (before < low || (clues.Clues[before] & Clue.Capitalised) == Clue.None) return name;
        var chars = clues.Tokens.CharsOf(name.First);
        var isWide = chars is "American" or "Americans" or "African" or "Africans" or "Asian" or "Asians" or "European" or "Europeans" or "Pacific";
        return isWide && ((clues.Clues[before] & Clue.Direction) != Clue.None || clues.Tokens.CharsOf(before) is "Latin") ? name with { First = before, Count = name.Count + 1 } : name;
    }

    private static bool IsName(NameClues clues, int i, int low) => i >= low && (clues.Clues[i] & Clue.Capitalised) != Clue.None;

    private static bool IsParticle(ReadOnlySpan<char> word) => word is "wa" or "van" or "von" or "bin" or "ibn" or "bint" or "binti" or "ould" or "mint" or "da" or "dos" or "del" or "della" or "ud" or "ul" or "ur" or "ben" or "ter" or "den";

    private static int RunEnd(NameClues clues, int i, int end)
    {
        var last = i + 1;
        while (last < end && last < clues.RunEnd[i] && (clues.Clues[last] & Clue.Capitalised) != Clue.None) last++;
        return last;
    }

    private static bool IsFunctionWord(NameClues clues, int i) =>
        clues.Shapes[i] == 1 && clues.Tokens.Upos[i] is UniversalPos.Pron or UniversalPos.Det or UniversalPos.Cconj or UniversalPos.Sconj or UniversalPos.Aux;
}
