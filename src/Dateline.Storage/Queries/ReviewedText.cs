using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <summary>A text on whose tellings people decided, with every reading of it that the store holds.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="TextSha256">Hash of the text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">When it was published, as the article has it.</param>
/// <param name="Language">BCP 47 primary subtag.</param>
/// <param name="Text">The text.</param>
/// <param name="Reviews">What people have of its tellings, in the order of the text.</param>
/// <param name="Readings">What programs have read in it, the oldest first.</param>
public sealed record ReviewedText(
    string Article, string TextSha256, string? Title, string? Outlet, string? Published, string Language, string Text, IReadOnlyList<ReviewedTelling> Reviews, IReadOnlyList<TextReading> Readings);

/// <summary>What one program read in a text.</summary>
/// <param name="Run">Number of the first run with the same versions of program, models and lexicons.</param>
/// <param name="Program">The program's version.</param>
/// <param name="Tellings">The tellings as the machine read them, whatever people decided.</param>
public sealed record TextReading(long Run, string Program, IReadOnlyList<ReadTelling> Tellings);
