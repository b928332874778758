namespace Dateline.Chronology.Gathering;

/// <summary>An independent witness: documents that copy one text count once.</summary>
/// <param name="Id">The id of its first document.</param>
/// <param name="Documents">Ids of its documents, the first to appear first.</param>
public sealed record Origin(string Id, IReadOnlyList<string> Documents);

/// <summary>What of a document is kept to find its copies: the smallest hashes of its five-word runs.</summary>
/// <param name="Document">The article's id.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Agency">The agency that the text credits; null when none.</param>
/// <param name="Hashes">Ascending; the whole set where the text is short.</param>
public sealed record TextSketch(string Document, DateOnly? Published, string? Agency, IReadOnlyList<uint> Hashes);
