namespace Dateline.Text.Tokens;

/// <summary>
/// Groups words into sentences by rules: never across a blank line, and never between a title or other leading
/// abbreviation and what it leads to.
/// </summary>
/// <remarks>Time is linear in the number of words.</remarks>
internal static class SentenceSplitter
{
    /// <summary>A sentence is cut after this many words even where nothing ends it, so that later readers stay bounded.</summary>
    public const int MostWords = 400;

    private const int LongestDateline = 60;

    private const int LongestNote = 16;

    /// <summary>Adds the sentences of the rows from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, TokenRows rows, int first, int end, LineLayout layout, List<Sentence> sentences)
    {
        if (first >= end) return;
        var spans = rows.Spans;
        var multiword = rows.Multiword;
        var m = FirstMultiword(multiword, first);
        var start = first;
        for (var i = first; i < end; i++)
        {
            while (m < multiword.Length && multiword[m].First + multiword[m].Count <= i) m++;
            var inside = m < multiword.Length && multiword[m].First <= i && i < multiword[m].First + multiword[m].Count - 1;
            var word = text.Slice(spans[i].Start, spans[i].Length);
            var ends = i == end - 1;
            if (!ends && !inside)
            {
                var between = text[spans[i].End..spans[i + 1].Start];
                var next = text.Slice(spans[i + 1].Start, spans[i + 1].Length);
                ends = i - start + 1 >= MostWords || (LineEnd(text, spans, start, i, word, next, between, layout) switch
                {
                    true => true,
                    false => false,
                    null => !Forbidden(text, spans, start, i, word, next, between)
                        && EndsByRule(text, spans, start, i, word, next, between),
                });
            }

            if (!ends) continue;
            sentences.Add(new Sentence(start, i - start + 1, TextSpan.FromBounds(spans[start].Start, spans[i].End)));
            start = i + 1;
        }
    }

    private static int FirstMultiword(ReadOnlySpan<MultiwordToken> multiword, int row)
    {
        int low = 0, high = multiword.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (multiword[middle].First < row) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether a line break between two words ends the sentence; null where there is none or it says nothing.</summary>
    private static bool? LineEnd(
        ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, int start, int i, ReadOnlySpan<char> word, ReadOnlySpan<char> next, ReadOnlySpan<char> between, LineLayout layout)
    {
        if (between.Length == 0) return null;
        var newline = between.IndexOfAny('\n', '\u2028', '\u2029');
        if (newline < 0) return null;
        if (between[newline] == '\u2029' || between[(newline + 1)..].IndexOfAny('\n', '\u2029') >= 0) return true;
        if (IsBullet(next)) return true;
        if (layout.IsWrapped)
        {
            // A line that ends well before the width was ended by the writer.
            var lineStart = text[..spans[i].End].LastIndexOf('\n') + 1;
            if (spans[i].End - Math.Max(lineStart, spans[start].Start) < layout.Width / 2 && spans[i].End - lineStart < layout.Width / 2 && !char.IsLower(next[0])) return true;
            return null;
        }

        return !char.IsLower(next[0]) || IsTerminal(word) ? true : null;
    }

    /// <summary>Where a sentence cannot end whatever stands there.</summary>
    private static bool Forbidden(
        ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, int start, int i, ReadOnlySpan<char> word, ReadOnlySpan<char> next, ReadOnlySpan<char> between)
    {
        if (next is ")" or "]" or "”" or "»" or "," or ";" or ":" or "%") return true;
        if (between.IsEmpty)
        {
            // Glued words part only after a full stop: “end.Next”.
            if (!IsTerminal(word)) return true;
            if (next[0] is '"' or '\'' or '’' or '.' or '!' or '?' or '-' or '–' or '—') return true;
        }

        if (word.Length > 1 && word[^1] == '.')
        {
            if (Abbreviations.LeadsOn(word[..^1])) return true;
            // Initials: “J. R. Smith”.
            if (word.Length == 2 && char.IsUpper(word[0]) && i > start && char.IsUpper(next[0]) && i - 1 >= start && char.IsUpper(text[spans[i - 1].Start])) return true;
        }

        if (IsDatelineEnd(text, spans, start, i, word, next)) return false;

        // The opening of an agency report: BAMAKO, Oct 5 (Reuters) – …
        if (word is "-" or "–" or "—" or "--" && i - start < 12 && char.IsUpper(text[spans[start].Start])) return true;
        return word is "(" or "[" or "“" or "«" or "‘" or "$" or "€" or "£";
    }

    /// <summary>
    /// Whether the dateline of a monitored broadcast or wire ends here, with the editor's note in brackets behind it:
    /// “LIMA, 5 Jan 90 (Radio) -- [Text]”. What follows is a sentence of its own.
    /// </summary>
    private static bool IsDatelineEnd(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, int start, int i, ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word is not "]" || next is "[" || i - start > LongestDateline) return false;
        var depth = 0;
        for (var k = i; k >= start; k--)
        {
            var chars = text.Slice(spans[k].Start, spans[k].Length);
            if (chars is "]") depth++;
            else if (chars is "[") depth--;
            else if (depth == 0) return chars is "--" or "—" or "–" or "-";
        }

        // A note in brackets that opens a sentence, “[Text]”, “[Excerpts] [Passage omitted]”, is the editor's.
        return depth == 0 && i - start < LongestNote;
    }

    private static bool EndsByRule(
        ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, int start, int i, ReadOnlySpan<char> word, ReadOnlySpan<char> next, ReadOnlySpan<char> between)
    {
        if (IsDatelineEnd(text, spans, start, i, word, next)) return true;
        var last = i;
        while (last > start && IsCloser(text, spans[last])) last--;
        var terminal = text.Slice(spans[last].Start, spans[last].Length);
        var abbreviation = terminal.Length > 1 && terminal[^1] == '.' && char.IsLetterOrDigit(terminal[0]);
        if (!IsTerminal(terminal) && !abbreviation) return false;
        if (last < i && word[0] is '"' or '\'' && between.IsEmpty) return false;
        var capital = char.IsUpper(next[0]) || char.IsDigit(next[0]) || next[0] is '"' or '“' or '«' or '‘' or '\'' or '(' or '[' || IsBullet(next)
            || char.GetUnicodeCategory(next[0]) == System.Globalization.UnicodeCategory.OtherLetter;
        if (!capital) return false;
        if (!abbreviation) return terminal[0] is not ('…' or '.') || terminal.Length == 1 || capital;
        // “U.S. Army” goes on; “in the U.S. He …” ends. Only a word that opens sentences tells.
        return IsOpener(next);
    }

    private static bool IsOpener(ReadOnlySpan<char> word) => word is "The" or "He" or "She" or "It" or "They" or "But" or "And" or "In" or "On" or "A" or "An"
        or "This" or "That" or "These" or "We" or "I" or "There" or "After" or "However" or "Le" or "La" or "Les" or "Il" or "Elle" or "Ils" or "Un" or "Une" or "Mais"
        or "\"" or "“" or "«";

    private static bool IsCloser(ReadOnlySpan<char> text, TextSpan span) => span.Length <= 2 && text[span.Start] is '"' or '”' or '’' or '\'' or '»' or ')' or ']';

    private static bool IsTerminal(ReadOnlySpan<char> word) => word[0] is '.' or '!' or '?' or '…' or '。' or '؟' or '۔' or '।';

    private static bool IsBullet(ReadOnlySpan<char> word) => word is "•" or "*" or "-" or "–" or "—" or "·" or "▪" or "●" or "■" or "►" or "‣" or "◦" or "o";
}
