using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A toponym as marked.</summary>
/// <param name="Span">Where it is in the text.</param>
/// <param name="Where">Degrees north and east; null where the corpus does not locate it.</param>
/// <param name="IsDemonym">Whether it names people or a quality after a place (“Malians”), which Dateline reads as a nationality.</param>
/// <param name="IsLiteral">Whether the place itself is meant; null in corpora that do not say.</param>
public sealed record MarkedPlace(TextSpan Span, (double Latitude, double Longitude)? Where, bool IsDemonym, bool? IsLiteral);

/// <summary>A document with its toponyms.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Places">The toponyms, in the order of the file.</param>
public sealed record GoldPlaces(Article Article, IReadOnlyList<MarkedPlace> Places) : GoldDocument(Article);

/// <summary>Reads geoparsing corpora: LGL, TR-News, GeoVirus, GeoWebNews.</summary>
public static partial class PlaceCorpus
{
    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of a known form.</exception>
    public static IEnumerable<GoldPlaces> Read(string path, string? language = null) => GoldLines.Read(path, row =>
    {
        var text = row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        var offsets = new CodePointOffsets(text);
        var places = new List<MarkedPlace>();
        foreach (var place in row.GetProperty("toponyms").EnumerateArray())
        {
            // GeoWebNews marks what is no toponym as well.
            var type = place.Text("type");
            if (type is "Literal_Expression" or "Non_Lit_Expression" or "Non_Toponym") continue;
            var span = offsets.Span(place.GetProperty("s").GetInt32(), place.GetProperty("e").GetInt32());
            (double, double)? where = place.Number("lat") is { } latitude ? (latitude, place.Number("lon") ?? 0) : null;
            bool? isLiteral = string.IsNullOrEmpty(type) ? null : type is "Literal" or "Literal_Modifier" or "Mixed" or "Coercion" or "Embedded_Literal";
            places.Add(new MarkedPlace(span, where, IsDemonym(place, type), isLiteral));
        }

        return new GoldPlaces(GoldLines.Article(row, text, language, row.Text("date")), places);
    });

    /// <summary>
    /// GeoWebNews says which are demonyms. Elsewhere it is a form such as “Iraqis” that stands for a country, territory or
    /// first-order region not so named.
    /// </summary>
    private static bool IsDemonym(JsonElement place, string? type)
    {
        if (!string.IsNullOrEmpty(type)) return type == "Demonym" || place.Text("modifier") == "Adjective";
        var form = (place.Text("t") ?? string.Empty).ToLowerInvariant();
        var name = (place.Text("name") ?? string.Empty).ToLowerInvariant();
        return CountryOrRegion().IsMatch(place.Text("fcode") ?? string.Empty)
            && (!name.Contains(form, StringComparison.Ordinal) || form == "russian")
            && !form.Contains(" and ", StringComparison.Ordinal)
            && DemonymEnding().IsMatch(form);
    }

    [GeneratedRegex("^(PCL|TERR|ADM1)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CountryOrRegion();

    [GeneratedRegex("((an|ish|i)s?|ese|ch|czechs?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DemonymEnding();
}
