using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>
/// The texts of a store by some of their five-word runs, and of each the one that told it first: what <see cref="OriginFinder.Find"/> finds
/// by going through all documents in their order, kept up as documents come and go.
/// </summary>
/// <remarks>Belongs to one connection and one thread.</remarks>
internal sealed class CopyIndex
{
    private const int Recent = 2_000;

    private readonly Statements _statements;
    private readonly RecentRows<TextSketch> _sketches;
    private readonly HashSet<long> _open = [];

    public CopyIndex(Statements statements)
    {
        _statements = statements;
        _sketches = new RecentRows<TextSketch>(Recent, Load);
    }

    /// <summary>Takes a document in.</summary>
    public void Add(long document)
    {
        var sketch = _sketches[document];
        foreach (var hash in OriginFinder.Index(sketch))
            _statements.Run("INSERT OR IGNORE INTO document_run (hash, day, document_id) VALUES ($1, $2, $3)", (long)hash, DayOf(sketch), document);
        _open.Add(document);
    }

    /// <summary>Takes a document out; one that is not there changes nothing.</summary>
    public void Remove(long document)
    {
        var sketch = _sketches[document];
        _open.UnionWith(CopiesOf(document).Where(other => OriginFinder.Compare(_sketches[other], sketch) > 0));
        _open.Remove(document);
        foreach (var hash in OriginFinder.Index(sketch))
            _statements.Run("DELETE FROM document_run WHERE hash = $1 AND day = $2 AND document_id = $3", (long)hash, DayOf(sketch), document);
        _statements.Run("DELETE FROM document_origin WHERE document_id = $1", document);
    }

    /// <summary>Finds the origins of what was taken in, and of all that this changes.</summary>
    public void Settle()
    {
        // In their order, so that of each the earlier ones are settled.
        var waiting = new SortedSet<long>(_open, Comparer<long>.Create((one, other) => one == other ? 0 : OriginFinder.Compare(_sketches[one], _sketches[other]) is var order and not 0 ? order : one.CompareTo(other)));
        _open.Clear();
        while (waiting.Count > 0)
        {
            var document = waiting.Min;
            waiting.Remove(document);
            var sketch = _sketches[document];
            var origin = document;
            var later = new List<long>();
            foreach (var other in CopiesOf(document))
            {
                if (OriginFinder.Compare(_sketches[other], sketch) > 0) later.Add(other);
                else if (OriginOf(other) is { } its && OriginFinder.Compare(_sketches[its], _sketches[origin]) < 0) origin = its;
            }

            if (OriginOf(document) == origin) continue;
            _statements.Run(
                "INSERT INTO document_origin (document_id, origin_id) VALUES ($1, $2) ON CONFLICT (document_id) DO UPDATE SET origin_id = $2", document, origin);
            waiting.UnionWith(later);
        }
    }

    private long? OriginOf(long document) => _statements.Number("SELECT origin_id FROM document_origin WHERE document_id = $1", document);

    private List<long> CopiesOf(long document)
    {
        var sketch = _sketches[document];
        var near = new SortedSet<long>();
        foreach (var hash in OriginFinder.Index(sketch))
        {
            using var row = _statements.Query("SELECT document_id FROM document_run WHERE hash = $1 ORDER BY day, document_id LIMIT $2", (long)hash, OriginFinder.MostSharing);
            while (row.Read()) near.Add(row.GetInt64(0));
        }

        near.Remove(document);
        return [.. near.Where(other => OriginFinder.IsCopy(sketch, _sketches[other]))];
    }

    private static int DayOf(TextSketch sketch) => (sketch.Published ?? DateOnly.MaxValue).DayNumber;

    private TextSketch Load(long document)
    {
        // The article's key is the document's name here: two articles of different inputs may bear the same id.
        using var row = _statements.Query(
            """
            SELECT article.key, v.published_day, s.agency, s.hashes FROM document_sketch s JOIN document ON document.id = s.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE s.document_id = $1
            """,
            document);
        if (!row.Read()) throw new InvalidOperationException($"Document {document} has no sketch.");
        return new TextSketch(row.GetString(0), row.DayOrNull(1), row.StringOrNull(2), Sketches.Unpack(row.GetFieldValue<byte[]>(3)));
    }
}
