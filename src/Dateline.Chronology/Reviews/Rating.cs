namespace Dateline.Chronology.Reviews;

/// <summary>What one coder said of one unit.</summary>
/// <param name="Unit">What was looked at, the same for all coders.</param>
/// <param name="Coder">Who looked.</param>
/// <param name="Value">What he said: a category without order. Of a coder who said nothing of the unit there is no rating.</param>
public readonly record struct Rating(string Unit, string Coder, string Value);
