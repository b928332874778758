using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>
/// The words that name a party: its noun phrase with “of” phrases, without where it stood, when, and how sure the teller is of it.
/// </summary>
internal static class PartyPhrase
{
    /// <summary>The rows of the party with the given head, both ends inside.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="lexicon">Knows the words of doubt.</param>
    /// <param name="mentions">The mentions of the document.</param>
    /// <param name="head">Row of the party's head.</param>
    /// <param name="lifted">Rows that hang in the phrase and are no part of it; null for none.</param>
    /// <param name="isSomebody">Whether it names somebody, who takes fewer prepositions along than a thing.</param>
    /// <param name="keepsPlace">Whether where they are says who they are: “gave food to families in Somalia”, but “killed farmers in Somalia”.</param>
    public static (int First, int Last) RowsOf(SentenceTree tree, ActLexicon lexicon, MentionIndex mentions, int head, List<int>? lifted, bool isSomebody, bool keepsPlace)
    {
        var (first, last) = NounPhrase.RowsOf(tree, head, lifted, isSomebody);
        var name = mentions.NameAround(head);

        // A parser may tear a name of two words: “Burkina” here, “Faso” there.
        if (name is { Kind: MentionKind.Person or MentionKind.Place } && name.First + name.Count <= tree.Sentence.End) (first, last) = (Math.Min(first, name.First), Math.Max(last, name.First + name.Count - 1));
        for (var row = head + 1; row <= last; row++)
        {
            // “the front [FPL]”, “the group (ELN)”: the short form in brackets is a name of its own.
            if ((tree.LemmaOf(row) is "[" or "(" || (tree.LemmaOf(row) is "«" or "“" && !Closes(tree, row, last))) && !NameOver(mentions, row))
            {
                last = row - 1;
                break;
            }

            // “an embassy in Lima”, “a bus with twelve passengers”: the place and the company are no part of the name.
            if (tree.RelationOf(row) != Relation.Case || !IsOuter(tree, row) || (name is not null && row < name.First + name.Count && row >= name.First)) continue;
            if (NameOver(mentions, row) || IsInName(tree, row, head) || (keepsPlace && IsPlacing(tree, mentions, row, head))) continue;
            last = row - 1;
            break;
        }

        while (last > head && tree.LemmaOf(last) is "responsible" or "alone" or "itself" or "themselves" or "involve" or "involved") last--;
        while (last > head && tree.PosOf(last) is UniversalPos.Punct or UniversalPos.Adp or UniversalPos.Det or UniversalPos.Cconj && tree.LemmaOf(last) is not (")" or "]" or "\"" or "”" or "»" or "’" or "'")) last--;
        first = WithoutTime(tree, mentions, first, head);

        // “alleged rebels”, “another column”: who it was is the rebels; the doubt is the event's.
        while (first < head && (tree.LemmaOf(first) is "at" or "least" or "most" || lexicon.Class("hedge").Contains(tree.LemmaOf(first)) || (first + 1 < head && tree.RelationOf(first) == Relation.Det && lexicon.Class("hedge").Contains(tree.LemmaOf(first + 1))))) first++;
        // “a so-called”, “the so-called people's court”
        for (var row = first; row < head && row < first + 2; row++)
        {
            if (tree.LemmaOf(row) is "so-called") first = row + 1;
            else if (row + 3 <= head && tree.LemmaOf(row) is "so" && tree.LemmaOf(row + 1) is "-" && tree.Tokens.CharsOf(row + 2).Equals("called", StringComparison.OrdinalIgnoreCase)) first = row + 3;
        }

        return (first, last);
    }

    // “Department for Transport”, “Transport for London”: two names that “for” joins are one.
    private static bool IsInName(SentenceTree tree, int row, int head) =>
        tree.LemmaOf(row) is "for" && row > tree.Sentence.First && row + 1 < tree.Sentence.End && tree.PosOf(head) == UniversalPos.Propn
        && tree.PosOf(row - 1) == UniversalPos.Propn && tree.PosOf(row + 1) == UniversalPos.Propn && tree.HeadOf(tree.HeadOf(row)) == head;

    private static bool IsPlacing(SentenceTree tree, MentionIndex mentions, int row, int head)
    {
        if (tree.LemmaOf(row) is not ("in" or "at" or "across" or "throughout")) return false;
        var place = tree.HeadOf(row);
        return tree.RelationOf(place) == Relation.Nmod && tree.HeadOf(place) == head && mentions.TimeAt(place) is null && (mentions.PlaceAt(place) is not null || tree.PosOf(place) == UniversalPos.Propn);
    }

    // “des sanctions « illégales et …”: a quotation that begins inside and ends outside is no part of the name.
    private static bool Closes(SentenceTree tree, int opening, int last)
    {
        for (var row = opening + 1; row <= last; row++)
        {
            if (tree.LemmaOf(row) is "»" or "”") return true;
        }

        return false;
    }

    private static bool IsOuter(SentenceTree tree, int row)
    {
        if (tree.LemmaOf(row) is "of" or "de" or "du" or "des" or "d'" or "d’" or "'s" or "'" or "’s") return false;
        var noun = tree.HeadOf(row);
        return noun > row && tree.RelationOf(noun).WithoutSubtype() is Relation.Nmod or Relation.Obl;
    }

    private static bool NameOver(MentionIndex mentions, int row) => mentions.NameAround(row) is { } name && name.First < row && name.First + name.Count > row + 1;

    private static int WithoutTime(SentenceTree tree, MentionIndex mentions, int first, int head)
    {
        // “at 0300 rebel units attacked”: the hour of a wire stands before the noun without a mark of its own.
        if (first < head && first > tree.Sentence.First && IsHour(tree.Tokens.CharsOf(first)) && tree.LemmaOf(first - 1) is "at" or "around" or "about") return first + 1;
        if (mentions.TimeAt(first) is not { } time) return first;
        var end = first;
        while (end < head && tree.Tokens.SpanOf(end).Start < time.Span.End) end++;
        return end < head ? end : first;
    }

    private static bool IsHour(ReadOnlySpan<char> chars) => chars.Length == 4 && chars[0] is >= '0' and <= '2' && char.IsAsciiDigit(chars[1]) && chars[2] is >= '0' and <= '5' && char.IsAsciiDigit(chars[3]);
}
