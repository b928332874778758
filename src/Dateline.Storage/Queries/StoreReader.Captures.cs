using Dateline.Text;

namespace Dateline.Storage;

/// <content>What became of one input.</content>
public sealed partial class StoreReader
{
    /// <summary>The articles that came in with these bytes under this name, and what of them could not be read.</summary>
    /// <param name="name">Name of the input.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    public (IReadOnlyList<KeptArticle> Articles, IReadOnlyList<Diagnostic> Failures) OfCapture(string name, string sha256)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(sha256);
        var articles = new List<KeptArticle>();
        using (var command = _connection.Command(
            """
            SELECT article.key, v.number FROM article_version v JOIN article ON article.id = v.article_id
            JOIN capture ON capture.id = v.capture_id JOIN content ON content.id = capture.content_id
            WHERE capture.name = $name AND content.sha256 = $sha256 ORDER BY v.id
            """,
            ("$name", name), ("$sha256", sha256)))
        {
            using var row = command.ExecuteReader();
            while (row.Read()) articles.Add(new KeptArticle(row.GetString(0), row.GetInt32(1), IsNew: false));
        }

        var failures = new List<Diagnostic>();
        using (var command = _connection.Command(
            """
            SELECT f.code, f.severity, f.message, f.place FROM failed_input f
            JOIN capture ON capture.id = f.capture_id JOIN content ON content.id = capture.content_id
            WHERE capture.name = $name AND content.sha256 = $sha256 ORDER BY f.id
            """,
            ("$name", name), ("$sha256", sha256)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
                failures.Add(new Diagnostic(row.GetString(0), (Severity)row.GetInt32(1), row.GetString(2), row.GetString(3) is { Length: > 0 } place ? place : null));
        }

        return (articles, failures);
    }

    /// <summary>Headline and number of shown events of one version of an article; null when there is none.</summary>
    /// <param name="id">Id of the article.</param>
    /// <param name="version">Number of the version.</param>
    public (string? Title, int Events)? Brief(string id, int version)
    {
        ArgumentNullException.ThrowIfNull(id);
        using var command = _connection.Command(
            """
            SELECT v.title, (SELECT count(*) FROM event_mention e JOIN document d ON d.id = e.document_id WHERE d.version_id = v.id AND e.is_shown = 1
              AND d.id = (SELECT max(id) FROM document WHERE version_id = v.id))
            FROM article_version v JOIN article ON article.id = v.article_id WHERE article.key = $id AND v.number = $version
            """,
            ("$id", id), ("$version", version));
        using var row = command.ExecuteReader();
        return row.Read() ? (row.StringOrNull(0), row.GetInt32(1)) : null;
    }
}
