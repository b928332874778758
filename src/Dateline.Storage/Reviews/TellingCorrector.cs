using System.Globalization;
using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Dateline.Text.Places;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Puts a telling right as people have it, without touching what is stored: what they chose is read from the text each time.</summary>
internal sealed class TellingCorrector(SqliteConnection connection, ReviewRows reviews, AnchorFinder anchors)
{
    /// <summary>The telling as decided: its fields as corrected, and shown unless it was rejected.</summary>
    public Telling Apply(Telling telling, long mention, MentionDecision decision)
    {
        foreach (var (field, review) in decision.Corrections)
        {
            TextSpan? words = null;
            if (review.Words is { } chosen)
            {
                var anchor = reviews.AboutOf(review.Id).First();
                words = anchors.Map(anchor.Article, anchor.TextSha256, chosen);
                // The words are gone from the text: nothing licenses the field any more, and the machine's reading stands.
                if (words is null) continue;
            }

            telling = Correct(telling, mention, field, words, review.Value);
        }

        return telling with { IsShown = !decision.IsRejected };
    }

    private Telling Correct(Telling telling, long mention, ReviewField field, TextSpan? words, string? value)
    {
        switch (field)
        {
            case ReviewField.Kind when Chronology.Events.EventKindNames.TryParse(value, out var kind):
                return telling with { Kind = kind, Mode = null, Cameo = ReviewEffects.RootOf(kind) };
            case ReviewField.Actor:
                return telling with { Actors = PartiesAt(telling, mention, words, value) };
            case ReviewField.Recipient:
                return telling with { Recipients = PartiesAt(telling, mention, words, value) };
            case ReviewField.Place:
                return telling with { Place = PlaceAt(mention, words), PlaceText = words is { } where ? anchors.WordsAt(telling.Document, where) : null };
            case ReviewField.Time:
                var bounds = Edtf.BoundsOf(value);
                return telling with { Edtf = value, Low = bounds?.First?.DayNumber ?? int.MinValue, High = bounds?.Last?.DayNumber ?? int.MaxValue, IsDated = value is not null };
            case ReviewField.Number:
                return telling with { Numbers = NumbersAt(telling, words, value) };
            default:
                return telling;
        }
    }

    private List<TellingParty> PartiesAt(Telling telling, long mention, TextSpan? words, string? code)
    {
        if (words is not { } span) return [];
        var text = anchors.WordsAt(telling.Document, span);
        using var command = connection.Command(
            """
            SELECT entity.key, de.name, de.code FROM event_mention e JOIN mention m ON m.document_id = e.document_id
            JOIN document_entity de ON de.document_id = m.document_id AND de.ordinal = m.entity JOIN entity ON entity.id = de.entity_id
            WHERE e.id = $id AND m.start = $start AND m.length = $length LIMIT 1
            """,
            ("$id", mention), ("$start", span.Start), ("$length", span.Length));
        using var row = command.ExecuteReader();
        return row.Read()
            ? [new TellingParty(row.GetString(0), row.GetString(1), text, code ?? row.StringOrNull(2), IsNamed: true)]
            : [new TellingParty(Folding.Fold(text), text, text, code, IsNamed: false)];
    }

    private GazetteerPlace? PlaceAt(long mention, TextSpan? words)
    {
        if (words is not { } span) return null;
        using var command = connection.Command(
            $"""
            SELECT {LineReader.PlaceColumns} FROM event_mention e JOIN place_mention m ON m.document_id = e.document_id JOIN place ON place.id = m.place_id
            WHERE e.id = $id AND m.start = $start AND m.length = $length LIMIT 1
            """,
            ("$id", mention), ("$start", span.Start), ("$length", span.Length));
        using var row = command.ExecuteReader();
        return row.Read() ? LineReader.ReadPlace(row, 0) : null;
    }

    // A corrected number counts what the telling's first number counted; without one nothing says what it counts.
    private List<TellingNumber> NumbersAt(Telling telling, TextSpan? words, string? written)
    {
        if (words is not { } span || telling.Numbers is not [var first, ..]) return [];
        double? value = written is null ? null : double.Parse(written, CultureInfo.InvariantCulture);
        var shift = span.Start - first.Span.Start;
        var text = anchors.WordsAt(telling.Document, span);
        return [first with { Low = value, High = value, Value = value, Text = text, Begin = first.Begin + shift, End = first.Begin + shift + text.Length, Span = span }];
    }
}
