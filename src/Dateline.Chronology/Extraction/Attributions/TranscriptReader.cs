using Dateline.Text;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Reads transcripts and interviews: paragraphs that open with the speaker's name in capitals and a colon. One such
/// paragraph may be a heading; two speakers are a conversation.
/// </summary>
internal static class TranscriptReader
{
    private const int LongestName = 40;

    public static void Read(Document document, List<AttributionDraft> drafts)
    {
        var text = document.Text;
        var turns = new List<(TextSpan Name, int Colon, TextSpan Words)>();
        AttributionDraft? current = null;
        var found = new List<AttributionDraft>();
        foreach (var line in Lines(text))
        {
            if (SpeakerOf(text, line) is { } name)
            {
                var colon = name.End;
                var words = Trimmed(text, colon + 1, line.End);
                if (words.Length == 0)
                {
                    current = null;
                    continue;
                }

                current = new AttributionDraft { Cue = new TextSpan(colon, 1), Source = name, SourceRow = RowOf(document.Tokens, name), Content = [words] };
                found.Add(current);
                turns.Add((name, colon, words));
            }
            else if (current is not null)
            {
                // A turn goes on where the next paragraph opens with a mark, as quoted speech does.
                if (text[line.Start] is '"' or '“' or '«' && line.Length > 4 && text[line.Start + 1] != '(') current.Content.Add(Trimmed(text, line.Start + 1, line.End));
                else current = null;
            }
        }

        if (turns.Select(turn => text.Substring(turn.Name.Start, turn.Name.Length)).Distinct(StringComparer.Ordinal).Take(2).Count() == 2) drafts.AddRange(found);
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (Trimmed(text, start, end) is { Length: > 0 } line) yield return line;
            start = end + 1;
        }
    }

    private static TextSpan? SpeakerOf(string text, TextSpan line)
    {
        var at = line.Start;
        while (at < line.End && text[at] is '"' or '“' or '«' or ' ') at++;
        var start = at;
        int letters = 0, blanks = 0;
        while (at < line.End && at - start <= LongestName && text[at] != ':')
        {
            if (char.IsUpper(text[at])) letters++;
            else if (text[at] is ' ') blanks++;
            else if (text[at] is not ('.' or '-' or '\'' or '’')) return null;
            at++;
        }

        return at < line.End - 1 && text[at] == ':' && text[at + 1] is ' ' or '\u00A0' && letters >= 2 && blanks <= 3 ? TextSpan.FromBounds(start, at) : null;
    }

    private static int RowOf(TokenSequence tokens, TextSpan name)
    {
        var row = tokens.FirstAtOrAfter(name.Start);
        while (row + 1 < tokens.Count && tokens.SpanOf(row + 1).Start < name.End) row++;
        return row < tokens.Count ? row : -1;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
