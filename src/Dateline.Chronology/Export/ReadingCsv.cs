using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Chronology.Export;

/// <summary>Writes readings as a wide table, one event a row.</summary>
public static class ReadingCsv
{
    private const string Between = "; ";

    private static readonly string[] Columns =
    [
        "document", "event", "date", "date_basis", "kind", "mode", "cameo", "actors", "actor_codes", "recipients", "recipient_codes",
        "place", "place_precision", "latitude", "longitude", "country", "numbers", "certainty", "polarity", "standing",
        "speaker", "outlet", "via", "published", "title", "evidence", "score", "shown",
    ];

    /// <summary>Writes the line with the names of the columns.</summary>
    public static void WriteHeader(TextWriter writer) => Csv.WriteRow(writer, Columns);

    /// <summary>Writes a row for each event of <paramref name="reading"/>, in text order.</summary>
    public static void Write(TextWriter writer, Reading reading)
    {
        var text = reading.Document.Text;
        var article = reading.Article;
        foreach (var telling in reading.Events)
        {
            var place = telling.Place?.Place;
            var isSpot = place is { Precision: <= Text.Places.PlacePrecision.Town };
            Csv.WriteRow(
                writer,
                article.Id,
                telling.Id,
                telling.Time?.Edtf,
                telling.Time?.Basis.ToString().ToLowerInvariant(),
                telling.Kind.ToPlover(),
                telling.Mode,
                telling.Cameo,
                Words(telling.Actors.Select(party => party.Span)),
                string.Join(Between, telling.Actors.Select(party => party.Code ?? "---")),
                Words(telling.Recipients.Select(party => party.Span)),
                string.Join(Between, telling.Recipients.Select(party => party.Code ?? "---")),
                telling.Place is { } where ? where.Place?.Name ?? OneLine(where.Span) : null,
                place?.Precision.ToString().ToLowerInvariant(),
                // An area has no spot: its middle would be drawn as one.
                isSpot ? place!.Latitude.ToString("0.#####", CultureInfo.InvariantCulture) : null,
                isSpot ? place!.Longitude.ToString("0.#####", CultureInfo.InvariantCulture) : null,
                place?.Country,
                Words(telling.Quantities.Select(quantity => quantity.Span)),
                ReadingJson.CodeOf(telling.Factuality.Certainty),
                telling.Factuality.IsNegative ? "negative" : "positive",
                telling.Factuality.Standing.ToString().ToLowerInvariant(),
                telling.Attribution >= 0 && reading.Attributions[telling.Attribution].Source is { } source ? OneLine(source) : null,
                article.Outlet,
                article.Via,
                article.Published,
                article.Title,
                OneLine(telling.Evidence),
                telling.Score.ToString("0.###", CultureInfo.InvariantCulture),
                telling.IsShown ? "true" : "false");
        }

        string Words(IEnumerable<TextSpan> spans) => string.Join(Between, spans.Select(OneLine));

        string OneLine(TextSpan span) => Spacing.Level(span.In(text));
    }
}
