using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Finds again, in the current reading, the telling that a decision was made on: by its words in the same text, else by
/// the same words in the same surroundings of an edited text.
/// </summary>
internal sealed class AnchorFinder(SqliteConnection connection)
{
    // So many characters on either side must be the same for words of an edited text to be the same words.
    private const int Surroundings = 30;

    private readonly Dictionary<DecisionAnchor, long?> _found = [];

    public long? Find(DecisionAnchor anchor)
    {
        if (_found.TryGetValue(anchor, out var known)) return known;
        var mention = Map(anchor.Article, anchor.TextSha256, anchor.Words) is { } span ? MentionAt(anchor.Article, span) : null;
        return _found[anchor] = mention;
    }

    /// <summary>Where words of one text of an article stand in its current text; null when they are gone.</summary>
    public TextSpan? Map(string article, string textSha256, TextSpan span)
    {
        var (sha256, text) = CurrentText(article);
        if (text is null || sha256 == textSha256) return text is null ? null : span;
        using var command = connection.Command(
            "SELECT v.text FROM article_version v JOIN article ON article.id = v.article_id WHERE article.key = $article AND v.text_sha256 = $sha256 LIMIT 1",
            ("$article", article), ("$sha256", textSha256));
        if (command.ExecuteScalar() is not string old || span.End > old.Length) return null;
        var begin = Math.Max(0, span.Start - Surroundings);
        var end = Math.Min(old.Length, span.End + Surroundings);
        var around = old[begin..end];
        var at = text.IndexOf(around, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(around, at + 1, StringComparison.Ordinal) >= 0) return null;
        return new TextSpan(at + span.Start - begin, span.Length);
    }

    private (string? Sha256, string? Text) CurrentText(string article)
    {
        using var command = connection.Command(
            """
            SELECT v.text_sha256, v.text FROM article JOIN article_version v ON v.article_id = article.id JOIN document ON document.version_id = v.id
            WHERE article.key = $article AND document.superseded_at IS NULL LIMIT 1
            """,
            ("$article", article));
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetString(0), row.GetString(1)) : (null, null);
    }

    private long? MentionAt(string article, TextSpan span) => connection.Number(
        """
        SELECT e.id FROM article JOIN article_version v ON v.article_id = article.id JOIN document ON document.version_id = v.id
        JOIN event_mention e ON e.document_id = document.id
        WHERE article.key = $article AND e.is_current = 1 AND e.trigger_start < $end AND e.trigger_start + e.trigger_length > $start
        ORDER BY (e.trigger_start = $start AND e.trigger_start + e.trigger_length = $end) DESC, e.trigger_start, e.id LIMIT 1
        """,
        ("$article", article), ("$start", span.Start), ("$end", span.End));
}
