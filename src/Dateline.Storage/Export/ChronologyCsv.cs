using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text.Places;

namespace Dateline.Storage;

/// <summary>Writes a store's chronology as a table after RFC 4180, one event a row; the columns are described in docs/export.md.</summary>
internal static class ChronologyCsv
{
    private const string Between = "; ";

    private static readonly string[] Columns =
    [
        "event", "date", "date_basis", "first_day", "last_day", "kind", "mode", "contexts", "cameo", "actors", "actor_codes", "recipients",
        "recipient_codes", "place", "place_precision", "latitude", "longitude", "country", "numbers", "certainty", "polarity", "standing", "speaker",
        "outlet", "via", "published", "title", "url", "article", "version", "evidence", "score", "shown",
    ];

    public static void WriteHeader(TextWriter writer) => Csv.WriteRow(writer, Columns);

    public static void Write(TextWriter writer, ChronologyLine line)
    {
        var place = line.Place?.Place;
        // An area has no spot: its middle would be drawn as one.
        var isSpot = place is { Precision: <= PlacePrecision.Town };
        Csv.WriteRow(
            writer, line.EventId, line.Time?.Edtf, line.Time?.Basis.ToString().ToLowerInvariant(), Day(line.Time?.Bounds?.First), Day(line.Time?.Bounds?.Last),
            line.Kind.ToPlover(), line.Mode, string.Join(Between, line.Contexts), line.Cameo, Names(line.Actors), Codes(line.Actors), Names(line.Recipients),
            Codes(line.Recipients), line.Place is { } where ? place?.Name ?? OneLine(where.Words) : null, place?.Precision.ToString().ToLowerInvariant(),
            isSpot ? place!.Latitude.ToString("0.#####", CultureInfo.InvariantCulture) : null,
            isSpot ? place!.Longitude.ToString("0.#####", CultureInfo.InvariantCulture) : null, place?.Country,
            string.Join(Between, line.Quantities.Select(quantity => OneLine(quantity.Words))), ReadingJson.CodeOf(line.Factuality.Certainty),
            line.Factuality.IsNegative ? "negative" : "positive", line.Factuality.Standing.ToString().ToLowerInvariant(),
            line.Speaker?.Words is { } speaker ? line.Speaker.Name ?? OneLine(speaker) : null, line.Article.Outlet, line.Article.Via, line.Article.Published,
            line.Article.Title, line.Article.Url, line.Article.Id, line.Article.Version.ToString(), OneLine(line.Evidence),
            line.Score.ToString("0.###", CultureInfo.InvariantCulture), line.IsShown ? "true" : "false");
    }

    private static string Names(IEnumerable<PartyLine> parties) => string.Join(Between, parties.Select(party => party.Name ?? OneLine(party.Words)));

    private static string Codes(IEnumerable<PartyLine> parties) => string.Join(Between, parties.Select(party => party.Code ?? "?"));

    private static string OneLine(Words words) => Spacing.Level(words.Text);

    private static string? Day(DateOnly? day) => day is { } there ? Sql.Day(there) : null;
}
