using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>A decision as its row has it.</summary>
internal sealed record ReviewRow(
    long Id, string Key, ReviewAct Act, string Coder, bool IsBlind, ReviewField? Field, string? Value, TextSpan? Words, string? Note, long? Undoes, long RecordedAt);

/// <summary>All decisions with the words they fall on, and which of them are in force.</summary>
internal sealed class ReviewRows
{
    private readonly HashSet<long> _undone = [];
    private readonly ILookup<long, (bool IsOther, DecisionAnchor Anchor)> _anchors;

    private ReviewRows(List<ReviewRow> all, ILookup<long, (bool, DecisionAnchor)> anchors)
    {
        All = all;
        _anchors = anchors;
        // From the latest back: what takes something back may itself be taken back.
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (all[i].Undoes is { } undoes && !_undone.Contains(all[i].Id)) _undone.Add(undoes);
        }
    }

    /// <summary>In the order made.</summary>
    public IReadOnlyList<ReviewRow> All { get; }

    /// <summary>Those that hold and say something of the chronology, in the order made.</summary>
    public IEnumerable<ReviewRow> InForce => All.Where(row => row.Act != ReviewAct.Undo && !_undone.Contains(row.Id));

    /// <summary>Those in force that change what is shown: what a blind coder decides counts for agreement only.</summary>
    public IEnumerable<ReviewRow> Effective => InForce.Where(row => !row.IsBlind);

    public static ReviewRows Load(SqliteConnection connection, long until = long.MaxValue)
    {
        var rows = new List<ReviewRow>();
        using (var command = connection.Command(
            "SELECT id, key, act, coder, is_blind, field, value, start, length, note, undoes, recorded_at FROM review WHERE id <= $until ORDER BY id", ("$until", until)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                rows.Add(new ReviewRow(
                    row.GetInt64(0), row.GetString(1), Enum.Parse<ReviewAct>(row.GetString(2), ignoreCase: true), row.GetString(3), row.GetBoolean(4),
                    row.StringOrNull(5) is { } field ? Enum.Parse<ReviewField>(field, ignoreCase: true) : null, row.StringOrNull(6), LineReader.SpanOrNull(row, 7),
                    row.StringOrNull(9), row.IsDBNull(10) ? null : row.GetInt64(10), row.GetInt64(11)));
            }
        }

        var anchors = new List<(long Review, bool IsOther, DecisionAnchor Anchor)>();
        if (rows.Count > 0)
        {
            using var command = connection.Command("SELECT review_id, is_other, event_id, article, text_sha256, start, length FROM review_telling ORDER BY review_id, ordinal");
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                anchors.Add((row.GetInt64(0), row.GetBoolean(1), new DecisionAnchor(
                    row.GetString(2), row.GetString(3), row.GetString(4), new TextSpan(row.GetInt32(5), row.GetInt32(6)))));
            }
        }

        return new ReviewRows(rows, anchors.ToLookup(anchor => anchor.Review, anchor => (anchor.IsOther, anchor.Anchor)));
    }

    public bool IsUndone(long id) => _undone.Contains(id);

    public IEnumerable<(bool IsOther, DecisionAnchor Anchor)> AnchorsOf(long id) => _anchors[id];

    /// <summary>The words on which a decision falls, without those it only points to.</summary>
    public IEnumerable<DecisionAnchor> AboutOf(long id) => _anchors[id].Where(anchor => !anchor.IsOther).Select(anchor => anchor.Anchor);
}
