namespace Dateline.Text.Places;

/// <summary>How exactly a place is known.</summary>
public enum PlacePrecision : byte
{
    /// <summary>A spot: a building, a crossing, a mine.</summary>
    Point,

    /// <summary>A town or village.</summary>
    Town,

    /// <summary>A district: second-order division.</summary>
    District,

    /// <summary>A region: first-order division, a river basin, a desert.</summary>
    Region,

    /// <summary>A whole country or more.</summary>
    Country,
}

/// <summary>A place as a gazetteer knows it.</summary>
/// <param name="GazetteerId">Stable id, such as “geonames:2460596”.</param>
/// <param name="Name">The usual English name.</param>
/// <param name="Latitude">Degrees north; for an area a point inside it, never to be drawn as a spot.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null for what lies in several countries or none.</param>
/// <param name="Admin1">Name of the first-order division, where known.</param>
/// <param name="Feature">GeoNames feature code such as PPLC, ADM1, PCLI, STM.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="Population">Number of inhabitants, 0 when unknown.</param>
public sealed record GazetteerPlace(
    string GazetteerId, string Name, double Latitude, double Longitude, string? Country, string? Admin1, string Feature, PlacePrecision Precision, long Population);

/// <summary>The name of a place, with what it was taken for.</summary>
/// <param name="Span">The words.</param>
/// <param name="Place">The place, or null when no gazetteer entry fits.</param>
/// <param name="Alternatives">Other places of that name, best first.</param>
/// <param name="IsMetonymic">Whether the name stands for a government or another body rather than the ground.</param>
public sealed record PlaceMention(TextSpan Span, GazetteerPlace? Place, IReadOnlyList<GazetteerPlace> Alternatives, bool IsMetonymic);
