namespace Dateline.Text;

/// <summary>When a document was published, and which words or rule said so.</summary>
/// <param name="Date">The day, in the outlet's own calendar day where the zone is known.</param>
/// <param name="TimeOfDay">The time of day where given.</param>
/// <param name="Basis">Which rule gave the date, such as "given", "byline line" or "json-ld".</param>
public sealed record DocumentTime(DateOnly Date, TimeOnly? TimeOfDay = null, string Basis = "given");
