namespace Dateline.Text.Places;

/// <summary>A place with all its names, as it goes into a <see cref="Gazetteer"/>.</summary>
/// <param name="Place">The place.</param>
/// <param name="Aliases">Other names, in any language.</param>
/// <param name="Demonyms">Words for its people: “Malian”.</param>
public sealed record GazetteerEntry(GazetteerPlace Place, IReadOnlyList<string> Aliases, IReadOnlyList<string> Demonyms);
