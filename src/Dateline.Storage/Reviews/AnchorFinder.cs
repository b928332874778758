using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Finds again, in the reading that was current at a horizon, the telling that a decision was made on: by its words in the
/// same text, else by the same words in the same surroundings of an edited text.
/// </summary>
internal sealed class AnchorFinder(SqliteConnection connection, Horizon horizon)
{
    // So many characters on either side must be the same for words of an edited text to be the same words.
    private const int Surroundings = 30;

    private readonly Dictionary<DecisionAnchor, long?> _found = [];
    private readonly Dictionary<string, CurrentReading?> _current = new(StringComparer.Ordinal);

    public AnchorFinder(SqliteConnection connection)
        : this(connection, Horizon.Now)
    {
    }

    public long? Find(DecisionAnchor anchor)
    {
        if (_found.TryGetValue(anchor, out var known)) return known;
        var mention = Map(anchor.Article, anchor.TextSha256, anchor.Words) is { } span ? MentionAt(anchor.Article, span) : null;
        return _found[anchor] = mention;
    }

    /// <summary>Where words of one text of an article stand in its current text; null when they are gone.</summary>
    public TextSpan? Map(string article, string textSha256, TextSpan span)
    {
        if (Current(article) is not var (_, sha256, text)) return null;
        if (sha256 == textSha256) return span;
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

    /// <summary>Words of the current text of an article, read from it.</summary>
    public string WordsAt(string article, TextSpan span) => Current(article) is { } current ? LineReader.Cut(current.Text, span) : string.Empty;

    /// <summary>All tellings in the current reading of an article.</summary>
    public List<long> MentionsOf(string article)
    {
        var mentions = new List<long>();
        if (Current(article) is not { } current) return mentions;
        using var command = connection.Command("SELECT id FROM event_mention WHERE document_id = $document ORDER BY id", ("$document", current.Document));
        using var row = command.ExecuteReader();
        while (row.Read())
            mentions.Add(row.GetInt64(0));
        return mentions;
    }

    private CurrentReading? Current(string article)
    {
        if (_current.TryGetValue(article, out var known)) return known;
        using var command = connection.Command(
            $"""
            SELECT document.id, v.text_sha256, v.text FROM article JOIN article_version v ON v.article_id = article.id JOIN document ON document.version_id = v.id
            WHERE article.key = $article AND document.id <= $last ORDER BY {Horizon.LatestFirst} LIMIT 1
            """,
            ("$article", article), ("$last", horizon.Document));
        using var row = command.ExecuteReader();
        return _current[article] = row.Read() ? new CurrentReading(row.GetInt64(0), row.GetString(1), row.GetString(2)) : null;
    }

    private long? MentionAt(string article, TextSpan span) => Current(article) is not { } current ? null : connection.Number(
        """
        SELECT e.id FROM event_mention e
        WHERE e.document_id = $document AND e.trigger_start < $end AND e.trigger_start + e.trigger_length > $start
        ORDER BY (e.trigger_start = $start AND e.trigger_start + e.trigger_length = $end) DESC, e.trigger_start, e.id LIMIT 1
        """,
        ("$document", current.Document), ("$start", span.Start), ("$end", span.End));

    private sealed record CurrentReading(long Document, string Sha256, string Text);
}
