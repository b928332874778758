using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>Makes spans of marked words, without the punctuation at their edges but with the quotation marks that belong to them.</summary>
internal sealed class SpanTrimmer(string text, IReadOnlyList<Quotation> quotations)
{
    /// <summary>The runs of marked words; runs with nothing but punctuation between them are one.</summary>
    public List<TextSpan> Pieces(CueTree tree, bool[] marks)
    {
        var pieces = new List<TextSpan>();
        var tokens = tree.Tokens;
        var first = -1;
        var last = -1;
        for (var i = 0; i <= marks.Length; i++)
        {
            if (i < marks.Length && marks[i])
            {
                if (first < 0) first = i;
                last = i;
                continue;
            }

            if (first < 0) continue;
            if (i < marks.Length && tokens.Upos[tree.Sentence.First + i] == UniversalPos.Punct) continue;
            if (Trim(tokens.SpanOf(tree.Sentence.First + first, tree.Sentence.First + last)) is { Length: > 0 } piece) pieces.Add(piece);
            first = -1;
        }

        return pieces;
    }

    /// <summary>The words under <paramref name="row"/> as one span, for sources.</summary>
    public TextSpan Phrase(CueTree tree, int row, int without)
    {
        var marks = new bool[tree.Sentence.Count];
        tree.Mark(row, marks, without);
        // A case word belongs to the relation, not to the source: “by the army” is “the army”.
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child) is Relation.Case or Relation.Cc or Relation.Mark or Relation.Punct or Relation.Parataxis or Relation.Discourse)
                Unmark(tree, child, marks);
        }

        // Only the run around the head: a phrase that is torn apart is a parser's slip more often than not.
        var at = row - tree.Sentence.First;
        int start = at, end = at;
        while (start > 0 && (marks[start - 1] || (start > 1 && marks[start - 2] && IsPunct(tree, start - 1)))) start--;
        while (end < marks.Length - 1 && (marks[end + 1] || (end < marks.Length - 2 && marks[end + 2] && IsPunct(tree, end + 1)))) end++;
        return Trim(tree.Tokens.SpanOf(tree.Sentence.First + start, tree.Sentence.First + end));
    }

    /// <summary>Without white space and separators at the edges; with the marks of a quotation it fills or ends with.</summary>
    public TextSpan Trim(TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '.' or ';' or ':' or '-' or '–' or '—' or '…')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '-' or '–' or '—' || (text[end - 1] == '.' && !IsAbbreviation(end - 1, start)))) end--;
        if (start >= end || !HasWord(start, end)) return new TextSpan(span.Start, 0);
        var index = FirstEndingAfter(end - 1);
        if (index < quotations.Count)
        {
            var quotation = quotations[index].Span;
            if (quotation.Start >= start - 2 && quotation.Start < end && quotation.End >= end && quotation.End - end <= 3 && text.AsSpan(end, quotation.End - end).IndexOf('\n') < 0)
                return TextSpan.FromBounds(Math.Min(start, quotation.Start), quotation.End);
            // A mark that opens a quotation reaching further is left out, as is one that closes a quotation begun before.
            if (quotation.Start == start && quotation.End > end + 3 && end - start > 1) start++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private bool HasWord(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i])) return true;
        }

        return false;
    }

    private bool IsAbbreviation(int dot, int start) => dot - 2 >= start && char.IsUpper(text[dot - 1]) && text[dot - 2] is '.';

    private int FirstEndingAfter(int position)
    {
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (quotations[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool IsPunct(CueTree tree, int offset) => tree.Tokens.Upos[tree.Sentence.First + offset] == UniversalPos.Punct;

    private static void Unmark(CueTree tree, int top, bool[] marks)
    {
        var stack = new Stack<int>();
        stack.Push(top);
        for (var steps = 0; stack.Count > 0 && steps <= marks.Length; steps++)
        {
            var row = stack.Pop();
            marks[row - tree.Sentence.First] = false;
            foreach (var child in tree.ChildrenOf(row)) stack.Push(child);
        }
    }
}
