using System.Buffers;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Reads headlines of the form “Minister: border to stay closed”. Only a person, a body or a noun of speaking stands for a
/// speaker; a place before the colon says what the news is about.
/// </summary>
internal static class HeadlineReader
{
    private const int MostWords = 6;
    private const int Longest = 200;
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”\"«»‘");

    public static void Read(Document document, List<AttributionDraft> drafts)
    {
        var text = document.Text;
        if (FirstLine(text) is not { } line || line.Length > Longest) return;
        var colon = text.IndexOf(':', line.Start, line.Length);
        if (colon < 0 || colon + 2 >= line.End || text[colon + 1] != ' ' || text.AsSpan(line.Start, colon - line.Start).IndexOfAny(Marks) >= 0) return;
        var tokens = document.Tokens;
        var first = tokens.FirstAtOrAfter(line.Start);
        var last = tokens.FirstAtOrAfter(colon) - 1;
        if (last < first || last - first >= MostWords || last >= tokens.Count) return;
        var head = Speaker(document, first, last);
        if (head < 0) return;
        var end = line.End;
        while (end > colon && text[end - 1] is '.' or ' ') end--;
        var start = colon + 2;
        if (!HasVerb(tokens, start, end)) return;
        drafts.Add(new AttributionDraft { Cue = new TextSpan(colon, 1), Source = TextSpan.FromBounds(line.Start, colon), SourceRow = head, Content = [TextSpan.FromBounds(start, end)] });
    }

    private static TextSpan? FirstLine(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length) return null;
        var end = text.IndexOf('\n', start);
        if (end < 0) end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static int Speaker(Document document, int first, int last)
    {
        var tokens = document.Tokens;
        for (var row = first; row <= last; row++)
        {
            if (tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Punct or UniversalPos.Num) return -1;
        }

        if (tokens.Lemmas[last]?.ToLowerInvariant() is "poll" or "report" or "study" or "survey" or "official" or "source" or "analyst" or "expert" or "witness" or "minister" or "lawyer" or "spokesman" or "spokeswoman"
            or "police" or "army" or "ministry" or "president" or "sondage" or "rapport" or "ministre" or "armée" or "président")
            return last;
        var span = tokens.SpanOf(first, last);
        foreach (var mention in document.Mentions)
        {
            if (mention.Span.Start >= span.End) break;
            if (mention.Kind is MentionKind.Person or MentionKind.Organisation && mention.Span.Contains(tokens.SpanOf(last))) return last;
        }

        return -1;
    }

    private static bool HasVerb(TokenSequence tokens, int start, int end)
    {
        for (var row = tokens.FirstAtOrAfter(start); row < tokens.Count && tokens.SpanOf(row).Start < end; row++)
        {
            if (tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Aux) return true;
        }

        return false;
    }
}
