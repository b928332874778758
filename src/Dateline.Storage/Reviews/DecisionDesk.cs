using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Chronology.Claims;
using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Takes a decision in: checks it, appends it to the log, and writes anew what follows from it, all in one transaction.</summary>
internal sealed partial class DecisionDesk(Store store, SqliteConnection connection) : IDisposable
{
    private const int LongestCoder = 100;
    private const int LongestValue = 200;
    private const int LongestWords = 500;
    private const int LongestNote = 2000;

    private readonly Statements _statements = new(connection);

    public void Dispose()
    {
        _statements.Dispose();
        connection.Dispose();
    }

    public DecisionResult Decide(Decision decision)
    {
        decision = decision with { Coder = decision.Coder.Trim(), Value = Trimmed(decision.Value), Words = Trimmed(decision.Words), Note = Trimmed(decision.Note), Other = Trimmed(decision.Other) };
        return LengthFault(decision) is { } fault ? new DecisionResult(null, fault) : InTransaction(() => Add(decision));
    }

    public DecisionResult TakeBack(string coder, string? key)
    {
        coder = coder.Trim();
        if (coder.Length is 0 or > LongestCoder) return new DecisionResult(null, DecisionFaults.NoCoder);
        return InTransaction(() =>
        {
            var reviews = ReviewRows.Load(connection);
            var target = key is null ? reviews.InForce.LastOrDefault(row => row.Coder == coder) : reviews.All.FirstOrDefault(row => row.Key == key);
            if (target is null) return new DecisionResult(null, key is null ? DecisionFaults.NothingToUndo : DecisionFaults.NoReview);
            if (reviews.IsUndone(target.Id)) return new DecisionResult(null, DecisionFaults.NotInForce);
            var about = target;
            while (about.Undoes is { } undoes) about = reviews.All.First(row => row.Id == undoes);
            var id = Insert(new ReviewRow(0, string.Empty, ReviewAct.Undo, coder, target.IsBlind, null, null, null, null, target.Id, store.Now), []);
            return Follow(id, about);
        });
    }

    /// <summary>The id at the end of an address such as “/e/ID#disputes”, or the id itself.</summary>
    internal static string IdIn(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? address : address[..end]).TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static DecisionFault? LengthFault(Decision decision) => decision switch
    {
        { Coder.Length: 0 or > LongestCoder } => DecisionFaults.NoCoder,
        { Value.Length: > LongestValue } => DecisionFaults.TooLong("value", LongestValue),
        { Words.Length: > LongestWords } => DecisionFaults.TooLong("words", LongestWords),
        { Note.Length: > LongestNote } => DecisionFaults.TooLong("note", LongestNote),
        { Other.Length: > LongestWords } => DecisionFaults.TooLong("other", LongestWords),
        _ => null,
    };

    private DecisionResult Add(Decision decision)
    {
        var row = new ReviewRow(
            0, string.Empty, decision.Act, decision.Coder, decision.IsBlind, decision.Act == ReviewAct.Correct ? decision.Field : null,
            decision.Act is ReviewAct.Correct or ReviewAct.Outcome ? decision.Value : null, null, decision.Note, null, store.Now);
        var anchors = new List<(bool IsOther, DecisionAnchor Anchor)>();
        if (decision.Act == ReviewAct.Withdraw)
        {
            if (ArticleAnchor(decision.About) is not { } article) return Refused(DecisionFaults.NoTelling);
            if (decision.Note is null) return Refused(DecisionFaults.NoNote);
            anchors.Add((false, article));
        }
        else if (decision.Act == ReviewAct.Outcome)
        {
            if (decision.Value is not ("cameTrue" or "failed" or "unresolvable")) return Refused(DecisionFaults.BadOutcome);
            if (new PredictionReader(connection).AnchorOf(decision.About) is not { } prediction) return Refused(DecisionFaults.NoPrediction);
            anchors.Add((false, prediction));
            if (decision.Other is { } evidence)
            {
                if (Find(IdIn(evidence), null) is not { } shows) return Refused(DecisionFaults.NoOther);
                anchors.Add((true, shows.Anchor));
            }
        }
        else
        {
            if (Find(decision.About, decision.Article) is not { } telling) return Refused(DecisionFaults.NoTelling);
            if (Complete(decision, telling, ref row, anchors) is { } fault) return Refused(fault);
        }

        var reviews = ReviewRows.Load(connection);
        if (Same(reviews, row, anchors) is { } same) return new DecisionResult(ReviewLog.LineOf(connection, reviews, same), null);
        var id = Insert(row, anchors);
        return Follow(id, row with { Id = id });
    }

    private DecisionFault? Complete(Decision decision, FoundTelling telling, ref ReviewRow row, List<(bool IsOther, DecisionAnchor Anchor)> anchors)
    {
        anchors.Add((false, telling.Anchor));
        switch (decision.Act)
        {
            case ReviewAct.Note:
                return decision.Note is null ? DecisionFaults.NoNote : null;
            case ReviewAct.Correct:
                if (decision.Field is not { } field) return DecisionFaults.NoField;
                if (field == ReviewField.Kind)
                {
                    if (!EventKindNames.TryParse(decision.Value, out var kind)) return DecisionFaults.BadKind;
                    row = row with { Value = kind.ToPlover() };
                }

                if (field == ReviewField.Time && decision.Value is not null && Edtf.BoundsOf(decision.Value) is null) return DecisionFaults.BadDate;
                if (field == ReviewField.Number && decision.Value is not null
                    && (decision.Words is null || !double.TryParse(decision.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
                {
                    return DecisionFaults.BadNumber;
                }

                if (field is ReviewField.Actor or ReviewField.Recipient && decision.Value is not null && !ActorCode().IsMatch(decision.Value)) return DecisionFaults.BadCode;
                if (decision.Words is not { } words) return null;
                if (NearestIn(telling.Text, words, telling.Anchor.Words) is not { } span) return DecisionFaults.NotInText;
                row = row with { Words = span };
                return null;
            case ReviewAct.Split:
                anchors.AddRange(MembersWith(telling.Mention).Where(other => other.Mention != telling.Mention).Select(other => (true, other.Anchor)));
                return anchors.Count == 1 ? DecisionFaults.DifferentEvents : null;
            case ReviewAct.Merge or ReviewAct.Apart:
                if (decision.Other is null || Find(IdIn(decision.Other), null) is not { } found) return DecisionFaults.NoOther;
                var ours = MembersWith(telling.Mention);
                if (found.Mention == telling.Mention || ours.Exists(member => member.Mention == found.Mention)) return DecisionFaults.SameEvent;
                if (decision.Act == ReviewAct.Merge)
                {
                    anchors.Add((true, found.Anchor));
                    return null;
                }

                anchors.AddRange(ours.Where(member => member.Mention != telling.Mention).Select(member => (false, member.Anchor)));
                anchors.AddRange(MembersWith(found.Mention).Select(member => (true, member.Anchor)));
                return null;
            default:
                return null;
        }
    }

    // Sent twice, as when somebody presses a key twice: one decision.
    private static ReviewRow? Same(ReviewRows reviews, ReviewRow row, List<(bool IsOther, DecisionAnchor Anchor)> anchors) => reviews.InForce
        .Where(other => other.Coder == row.Coder && other.IsBlind == row.IsBlind && reviews.AboutOf(other.Id).Any(anchor => Meets(anchor, anchors[0].Anchor)))
        .LastOrDefault(other => IsOfOneSort(other, row)) is { } last
        && (last.Act, last.Field, last.Value, last.Words, last.Note) == (row.Act, row.Field, row.Value, row.Words, row.Note)
        && reviews.AnchorsOf(last.Id).SequenceEqual(anchors)
            ? last
            : null;

    private static bool IsOfOneSort(ReviewRow one, ReviewRow other) =>
        one.Act == other.Act ? one.Field == other.Field : one.Act is ReviewAct.Accept or ReviewAct.Reject && other.Act is ReviewAct.Accept or ReviewAct.Reject;

    private static bool Meets(DecisionAnchor one, DecisionAnchor other) => (one.Article, one.TextSha256, one.Words) == (other.Article, other.TextSha256, other.Words);

    /// <summary>The public id of a decision, made of who decided what, when and on what, so that none can be altered unseen.</summary>
    internal static string KeyOf(ReviewRow row, IReadOnlyList<(bool IsOther, DecisionAnchor Anchor)> anchors) => ClaimIds.Make(
        "review", row.Id.ToString(CultureInfo.InvariantCulture), row.Act.ToString().ToLowerInvariant(), row.Coder, row.RecordedAt.ToString(CultureInfo.InvariantCulture),
        anchors.Count > 0 ? anchors[0].Anchor.EventId : string.Empty);

    private long Insert(ReviewRow row, List<(bool IsOther, DecisionAnchor Anchor)> anchors)
    {
        var number = (connection.Number("SELECT max(id) FROM review") ?? 0) + 1;
        var key = KeyOf(row with { Id = number }, anchors);
        _statements.Run(
            """
            INSERT INTO review (id, key, act, coder, is_blind, field, value, start, length, note, undoes, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            number, key, row.Act.ToString().ToLowerInvariant(), row.Coder, row.IsBlind, row.Field?.ToString().ToLowerInvariant(), row.Value, row.Words?.Start, row.Words?.Length, row.Note, row.Undoes, row.RecordedAt);
        for (var i = 0; i < anchors.Count; i++)
        {
            var (isOther, anchor) = anchors[i];
            _statements.Run(
                """
                INSERT INTO review_telling (review_id, ordinal, is_other, event_id, article, text_sha256, start, length) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                number, i, isOther, anchor.EventId, anchor.Article, anchor.TextSha256, anchor.Words.Start, anchor.Words.Length);
        }

        return number;
    }

    private DecisionResult Follow(long id, ReviewRow about)
    {
        var reviews = ReviewRows.Load(connection);
        if (!about.IsBlind && about.Act is not (ReviewAct.Note or ReviewAct.Outcome))
        {
            var finder = new AnchorFinder(connection);
            var decided = reviews.AboutOf(about.Id).ToList();
            var effects = new ReviewEffects(connection, _statements, finder);
            foreach (var article in decided.Select(anchor => anchor.Article).Distinct().ToList()) effects.Apply(reviews, article);
            HashSet<long> touched = about.Act == ReviewAct.Withdraw
                ? [.. MentionsOf(decided[0].Article)]
                : [.. reviews.AnchorsOf(about.Id).Select(anchor => finder.Find(anchor.Anchor)).OfType<long>()];
            new StoreGathering(connection, _statements).Rewrite(reviews, finder, touched);
        }

        return new DecisionResult(ReviewLog.LineOf(connection, reviews, reviews.All.First(row => row.Id == id)), null);
    }

    private FoundTelling? Find(string eventId, string? article)
    {
        using var row = _statements.Query(TellingColumns + " WHERE e.event_id = $1 AND e.is_current = 1 AND ($2 IS NULL OR article.key = $2) ORDER BY e.id LIMIT 1", eventId, article);
        return row.Read() ? ReadTelling(row) : null;
    }

    private List<FoundTelling> MembersWith(long mention)
    {
        using var row = _statements.Query(
            TellingColumns + """
             WHERE e.is_current = 1 AND (e.id = $1 OR e.id IN (SELECT other.event_mention_id FROM happening_telling h
            JOIN happening_telling other ON other.happening = h.happening WHERE h.event_mention_id = $1)) ORDER BY e.id LIMIT 1000
            """,
            mention);
        var members = new List<FoundTelling>();
        while (row.Read())
            members.Add(ReadTelling(row));
        return members;
    }

    private List<long> MentionsOf(string article)
    {
        using var row = _statements.Query(TellingColumns + " WHERE article.key = $1 AND e.is_current = 1", article);
        var mentions = new List<long>();
        while (row.Read())
            mentions.Add(row.GetInt64(0));
        return mentions;
    }

    private DecisionAnchor? ArticleAnchor(string article)
    {
        using var row = _statements.Query(
            """
            SELECT article.key, v.text_sha256 FROM article JOIN article_version v ON v.article_id = article.id JOIN document ON document.version_id = v.id
            WHERE article.key = $1 AND document.superseded_at IS NULL LIMIT 1
            """,
            article);
        return row.Read() ? new DecisionAnchor(article, row.GetString(0), row.GetString(1), default) : null;
    }

    private const string TellingColumns =
        """
        SELECT e.id, e.event_id, article.key, v.text_sha256, e.trigger_start, e.trigger_length, v.text FROM event_mention e JOIN document ON document.id = e.document_id
        JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
        """;

    private static FoundTelling ReadTelling(SqliteDataReader row) => new(
        row.GetInt64(0), new DecisionAnchor(row.GetString(1), row.GetString(2), row.GetString(3), new TextSpan(row.GetInt32(4), row.GetInt32(5))), row.GetString(6));

    /// <summary>Of the places where words stand in a text, the one nearest to the act; null when they do not stand there.</summary>
    internal static TextSpan? NearestIn(string text, string words, TextSpan act)
    {
        TextSpan? best = null;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf(words, at + 1, StringComparison.Ordinal) : -1)
        {
            if (best is { } known && Math.Abs(at - act.Start) >= Math.Abs(known.Start - act.Start)) continue;
            best = new TextSpan(at, words.Length);
        }

        return best;
    }

    private static DecisionResult Refused(DecisionFault fault) => new(null, fault);

    private DecisionResult InTransaction(Func<DecisionResult> work)
    {
        try
        {
            _statements.Run("BEGIN IMMEDIATE");
            try
            {
                var result = work();
                _statements.Run(result.Fault is null ? "COMMIT" : "ROLLBACK");
                return result;
            }
            catch
            {
                _statements.Run("ROLLBACK");
                throw;
            }
        }
        catch (SqliteException exception)
        {
            throw store.Wrap(exception);
        }
    }

    private sealed record FoundTelling(long Mention, DecisionAnchor Anchor, string Text);

    [GeneratedRegex(@"^[A-Z]{3}( [A-Z]{2,4})*(; [A-Z]{3}( [A-Z]{2,4})*)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ActorCode();
}
