using Dateline.Text.Tokens;

namespace Dateline.Text.Casing;

/// <summary>Cuts a text into runs of letters, as the model of case sees it; the same for training and for reading.</summary>
internal static class CaseScanner
{
    /// <summary>The words between two positions, in order.</summary>
    public static List<CaseWord> Scan(ReadOnlySpan<char> text, int start, int end)
    {
        var words = new List<CaseWord>();
        var before = '\n';
        var opens = true;
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (char.IsLetter(c))
            {
                var from = i++;
                while (i < end && (char.IsLetter(text[i]) || (IsApostrophe(text[i]) && i + 1 < end && char.IsLetter(text[i + 1])))) i++;
                var tail = i - from > 3 && text[i - 1] is 's' or 'S' && IsApostrophe(text[i - 2]) ? 2 : 0;
                words.Add(new CaseWord(from, i - from - tail, tail, before, SignAt(text, i, end), opens));
                before = ' ';
                opens = false;
                continue;
            }

            if (char.IsAsciiDigit(c))
            {
                while (i < end && (char.IsAsciiDigit(text[i]) || (text[i] is '.' or ',' or ':' && i + 1 < end && char.IsAsciiDigit(text[i + 1])))) i++;
                before = '0';
                opens = false;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                var breaks = 0;
                for (; i < end && char.IsWhiteSpace(text[i]); i++) breaks += text[i] == '\n' ? 1 : 0;
                if (breaks < 2) continue;
                before = '\n';
                opens = true;
                continue;
            }

            // What follows the dash of a dateline, or an editor's “[Text]” behind it, begins the report.
            if (c is '!' or '?' || (c == '.' && EndsSentence(text, words, i))) opens = true;
            else if (words.Count < 16 && (c == ']' || (c == '-' && before == '-') || c == '—')) opens = true;
            else if (c is not ('"' or '“' or '”' or '\'' or '(' or ')' or '[' or ']' or '-' or '–' or '—')) opens = false;
            before = c;
            i++;
        }

        return words;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, List<CaseWord> words, int stop)
    {
        // “GEN. LOPEZ”, “J. R. LOPEZ”, “U.S. ARMY”: the stop is the word's own.
        if (words.Count == 0 || words[^1].Start + words[^1].Length + words[^1].Tail != stop) return true;
        var word = words[^1].In(text);
        return word.Length > 1 && !Abbreviations.LeadsOn(word);
    }

    private static char SignAt(ReadOnlySpan<char> text, int at, int end)
    {
        var breaks = 0;
        for (; at < end && char.IsWhiteSpace(text[at]); at++) breaks += text[at] == '\n' ? 1 : 0;
        return at == end || breaks > 1 ? '\n' : char.IsLetter(text[at]) ? ' ' : char.IsAsciiDigit(text[at]) ? '0' : text[at];
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';
}
