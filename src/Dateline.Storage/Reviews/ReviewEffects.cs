using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Writes anew what follows from the verdicts and corrections in force; the caller holds the transaction.
/// </summary>
internal sealed class ReviewEffects(SqliteConnection connection, Statements statements, AnchorFinder anchors)
{
    /// <summary>Puts the machine's reading back and lays the decisions over it.</summary>
    /// <param name="reviews">All decisions.</param>
    /// <param name="article">Only in this article; null for all.</param>
    public void Apply(ReviewRows reviews, string? article = null)
    {
        PutBack(article);
        foreach (var (mention, decision) in DecidedMentions.Of(reviews.Effective, reviews, anchors, article is null ? null : key => key == article))
        {
            var machine = MachineReading.Take(statements, mention).ToJson();
            var corrected = new List<string>();
            foreach (var (field, review) in decision.Corrections)
            {
                if (Correct(mention, review, reviews.AboutOf(review.Id).First())) corrected.Add(field.ToString().ToLowerInvariant());
            }

            // What a person has put right has been looked at.
            statements.Run("UPDATE event_mention SET is_shown = $2 WHERE id = $1", mention, !decision.IsRejected);
            corrected.Sort(StringComparer.Ordinal);
            statements.Run(
                "INSERT INTO decided_mention (event_mention_id, verdict, corrected, machine) VALUES ($1, $2, $3, $4)", mention, decision.Verdict, string.Join(' ', corrected), machine);
        }
    }

    private void PutBack(string? article)
    {
        var kept = new List<(long Mention, string Machine)>();
        using (var row = article is null
            ? statements.Query("SELECT event_mention_id, machine FROM decided_mention")
            : statements.Query(
                """
                SELECT d.event_mention_id, d.machine FROM decided_mention d JOIN event_mention e ON e.id = d.event_mention_id JOIN document ON document.id = e.document_id
                JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE article.key = $1
                """,
                article))
        {
            while (row.Read())
                kept.Add((row.GetInt64(0), row.GetString(1)));
        }

        foreach (var (mention, machine) in kept)
        {
            MachineReading.PutBack(statements, mention, machine);
            statements.Run("DELETE FROM decided_mention WHERE event_mention_id = $1", mention);
        }
    }

    private bool Correct(long mention, ReviewRow review, DecisionAnchor anchor)
    {
        TextSpan? words = null;
        if (review.Words is { } chosen)
        {
            words = anchors.Map(anchor.Article, anchor.TextSha256, chosen);
            // The words are gone from the text: nothing licenses the field any more, and the machine's reading stands.
            if (words is null) return false;
        }

        switch (review.Field)
        {
            case ReviewField.Kind when EventKindNames.TryParse(review.Value, out var kind):
                statements.Run("UPDATE event_mention SET kind = $2, mode = NULL, cameo = $3 WHERE id = $1", mention, (int)kind, RootOf(kind));
                return true;
            case ReviewField.Actor or ReviewField.Recipient:
                CorrectParty(mention, review.Field == ReviewField.Actor, words, review.Value);
                return true;
            case ReviewField.Place:
                var place = words is { } where
                    ? connection.Number(
                        "SELECT m.place_id FROM place_mention m JOIN event_mention e ON e.document_id = m.document_id WHERE e.id = $id AND m.start = $start AND m.length = $length LIMIT 1",
                        ("$id", mention), ("$start", where.Start), ("$length", where.Length))
                    : null;
                statements.Run(
                    "UPDATE event_mention SET place_start = $2, place_length = $3, place_id = $4, place_is_metonymic = $5 WHERE id = $1",
                    mention, words?.Start, words?.Length, place, words is null ? null : false);
                return true;
            case ReviewField.Time:
                var bounds = Edtf.BoundsOf(review.Value);
                var (first, last) = (bounds?.First is { } from ? Sql.Day(from) : null, bounds?.Last is { } to ? Sql.Day(to) : null);
                statements.Run(
                    "UPDATE event_mention SET edtf = $2, time_basis = $3, time_start = $4, time_length = $5, first_day = $6, last_day = $7, sort_key = $8 WHERE id = $1",
                    mention, review.Value, review.Value is null ? null : (int)TimeBasis.Stated, words?.Start, words?.Length, first, last, DocumentWriter.SortKeyOf(first, last));
                return true;
            case ReviewField.Number:
                statements.Run("DELETE FROM event_quantity WHERE event_mention_id = $1", mention);
                if (words is { } number)
                {
                    statements.Run(
                        "INSERT INTO event_quantity (event_mention_id, ordinal, start, length, value, kind) VALUES ($1, 0, $2, $3, $4, $5)",
                        mention, number.Start, number.Length, review.Value is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null, (int)QuantityKind.Other);
                }

                return true;
            default:
                return false;
        }
    }

    private void CorrectParty(long mention, bool isActor, TextSpan? words, string? code)
    {
        statements.Run("DELETE FROM event_party WHERE event_mention_id = $1 AND is_actor = $2", mention, isActor);
        if (words is not { } span) return;
        int? ordinal = null;
        long? entity = null;
        using (var row = statements.Query(
            """
            SELECT de.ordinal, de.entity_id, de.code FROM event_mention e JOIN mention m ON m.document_id = e.document_id
            JOIN document_entity de ON de.document_id = m.document_id AND de.ordinal = m.entity WHERE e.id = $1 AND m.start = $2 AND m.length = $3 LIMIT 1
            """,
            mention, span.Start, span.Length))
        {
            if (row.Read())
            {
                ordinal = row.GetInt32(0);
                entity = row.GetInt64(1);
                code ??= row.StringOrNull(2);
            }
        }

        statements.Run(
            "INSERT INTO event_party (event_mention_id, is_actor, ordinal, start, length, entity, entity_id, code) VALUES ($1, $2, 0, $3, $4, $5, $6, $7)",
            mention, isActor, span.Start, span.Length, ordinal, entity, code);
    }

    // The CAMEO root under which PLOVER's table puts a kind; a person says the kind and no finer code.
    internal static string RootOf(EventKind kind) => kind switch
    {
        EventKind.Agree => "03",
        EventKind.Consult => "04",
        EventKind.Support => "05",
        EventKind.Concede => "08",
        EventKind.Cooperate => "06",
        EventKind.Aid => "07",
        EventKind.Retreat => "08",
        EventKind.Request => "10",
        EventKind.Accuse => "11",
        EventKind.Reject => "12",
        EventKind.Threaten => "13",
        EventKind.Protest => "14",
        EventKind.Sanction => "16",
        EventKind.Mobilize => "15",
        EventKind.Coerce => "17",
        _ => "18",
    };
}
