using Dateline.Text;

namespace Dateline.Chronology.Reviews;

/// <summary>The words on which a decision falls.</summary>
/// <param name="EventId">Id of the telling when it was decided on; of an article or a prediction, its own.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="TextSha256">Hash of the text in which <paramref name="Words"/> stand.</param>
/// <param name="Words">The words of the act, in UTF-16 code units; empty for a whole article.</param>
public sealed record DecisionAnchor(string EventId, string Article, string TextSha256, TextSpan Words);

/// <summary>What a person wants to decide; not yet signed and dated.</summary>
public sealed record Decision
{
    /// <summary>What is decided.</summary>
    public required ReviewAct Act { get; init; }

    /// <summary>Who signs, 1 to 100 characters.</summary>
    public required string Coder { get; init; }

    /// <summary>Id of the telling that it is about; of a prediction or an article for acts about these.</summary>
    public required string About { get; init; }

    /// <summary>Id of the article of that telling; null to take the first that tells it.</summary>
    public string? Article { get; init; }

    /// <summary>Merge, apart: id of the other event. Outcome: id of the event that shows it; null for none.</summary>
    public string? Other { get; init; }

    /// <summary>Correct: which field.</summary>
    public ReviewField? Field { get; init; }

    /// <summary>Correct: PLOVER event, actor code, EDTF or number. Outcome: cameTrue, failed or unresolvable.</summary>
    public string? Value { get; init; }

    /// <summary>Correct: the words as they stand in the article; null when the text does not say.</summary>
    public string? Words { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is given without sight of others' decisions: it then counts for agreement and changes nothing.</summary>
    public bool IsBlind { get; init; }
}
