using Dateline.Text;

namespace Dateline.Storage;

/// <content>Search over the words of current articles.</content>
public sealed partial class StoreReader
{
    // Two characters of no script (Unicode noncharacters): the index puts them around what it found.
    private const char Opens = '\uFDD0';
    private const char Closes = '\uFDD1';

    private const int SnippetLength = 300;

    /// <summary>Passages in which the words stand, the best first.</summary>
    /// <param name="words">What to search for, in the form of <see cref="TextQuery"/>.</param>
    /// <param name="limit">Passages on one page, 1 to 500.</param>
    /// <param name="cursor"><see cref="ListPage{T}.Next"/> of the page before; null for the first.</param>
    public ListPage<SearchHit> Search(string? words, int limit = 20, string? cursor = null)
    {
        if (TextQuery.ToFts(words) is not { } query) return new ListPage<SearchHit>([], 0, null);
        limit = Math.Clamp(limit, 1, MaximumLimit);
        // Ranks are only comparable within one state of the store, so the cursor counts.
        var offset = Cursor.Read(cursor, 1) is [var skipped] && int.TryParse(skipped, out var number) && number > 0 ? number : 0;
        const string From =
            $"""
            FROM passage_index JOIN passage ON passage.id = passage_index.rowid
            JOIN document ON document.version_id = passage.version_id AND document.superseded_at IS NULL {LineReader.ArticleJoins}
            WHERE passage_index MATCH $query
            """;
        return Guard(() =>
        {
            var total = (int)(_connection.Number($"SELECT count(*) {From}", ("$query", query)) ?? 0);
            var hits = List(
                $"""
                SELECT passage.version_id, passage.start, passage.length, highlight(passage_index, 0, $opens, $closes), {LineReader.ArticleColumns}
                {From} ORDER BY passage_index.rank, passage.id LIMIT $limit OFFSET $offset
                """,
                row => (Version: row.GetInt64(0), Span: new TextSpan(row.GetInt32(1), row.GetInt32(2)), Marked: row.GetString(3), Article: LineReader.ReadArticle(row, 4)),
                ("$query", query), ("$opens", Opens.ToString()), ("$closes", Closes.ToString()), ("$limit", limit), ("$offset", offset));
            var lines = new LineReader(_connection);
            return new ListPage<SearchHit>(
                [.. hits.Select(hit => MakeHit(lines, hit.Version, hit.Span, hit.Marked, hit.Article))], total,
                offset + hits.Count < total && hits.Count > 0 ? Cursor.Write((offset + hits.Count).ToString()) : null);
        });
    }

    private static SearchHit MakeHit(LineReader lines, long version, TextSpan span, string marked, ArticleLine article)
    {
        var passage = lines.WordsOf(version, span);
        var matches = Matches(passage.Text, marked, span.Start);
        return new SearchHit(article, passage, matches, lines.WordsOf(version, SnippetAround(passage, matches)));
    }

    /// <summary>Reads off the marks by walking along the passage itself, so that a text that holds such characters shifts nothing.</summary>
    internal static IReadOnlyList<TextSpan> Matches(string passage, string marked, int start)
    {
        var matches = new List<TextSpan>();
        var opened = -1;
        for (int i = 0, j = 0; j < marked.Length; j++)
        {
            if (i < passage.Length && passage[i] == marked[j])
            {
                i++;
            }
            else if (marked[j] == Opens)
            {
                opened = i;
            }
            else if (marked[j] == Closes && opened >= 0)
            {
                if (i > opened) matches.Add(TextSpan.FromBounds(start + opened, start + i));
                opened = -1;
            }
        }

        return matches;
    }

    private static TextSpan SnippetAround(Words passage, IReadOnlyList<TextSpan> matches)
    {
        var (span, text) = passage;
        if (text.Length <= SnippetLength) return span;
        var first = matches.Count > 0 ? matches[0].Start - span.Start : 0;
        var begin = Math.Clamp(first - (SnippetLength / 3), 0, Math.Max(0, text.Length - SnippetLength));
        var end = Math.Min(text.Length, begin + SnippetLength);
        // At a space where there is one near, and never between the halves of a character.
        if (begin > 0 && text.AsSpan(begin, Math.Min(30, first - begin)).IndexOf(' ') is >= 0 and var ahead) begin += ahead + 1;
        if (end < text.Length && text.AsSpan(end - 30, 30).LastIndexOf(' ') is >= 0 and var back) end = end - 30 + back;
        if (begin > 0 && begin < text.Length && char.IsLowSurrogate(text[begin])) begin--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return TextSpan.FromBounds(span.Start + begin, span.Start + Math.Max(begin, end));
    }
}
