using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Storage;
using Dateline.Text.Mentions;

namespace Dateline.Web.Wording;

/// <summary>Codes in words, for people who do not know the codebook by heart.</summary>
internal static class CodeWords
{
    /// <summary>Short name of a kind, as it stands beside a line.</summary>
    public static string Label(EventKind kind) => kind switch
    {
        EventKind.Mobilize => "mobilise",
        _ => kind.ToPlover().ToLowerInvariant(),
    };

    /// <summary>A mode or context of PLOVER as words: “heavy-weapons” as “heavy weapons”.</summary>
    public static string Label(string code) => code == "demo" ? "demonstration" : code.Replace('-', ' ').Replace('_', ' ');

    /// <summary>What a kind means, one sentence (PLOVER 0.8).</summary>
    public static string Explain(EventKind kind) => kind switch
    {
        EventKind.Agree => "Promises, offers or agrees to cooperate.",
        EventKind.Consult => "Meets or talks.",
        EventKind.Support => "Supports in words or by a diplomatic act.",
        EventKind.Concede => "Gives way in words.",
        EventKind.Cooperate => "Works together in deed.",
        EventKind.Aid => "Gives material help.",
        EventKind.Retreat => "Gives way in deed: withdraws, releases, lifts.",
        EventKind.Request => "Asks, demands or orders.",
        EventKind.Accuse => "Criticises, accuses or investigates.",
        EventKind.Reject => "Refuses.",
        EventKind.Threaten => "Threatens.",
        EventKind.Protest => "Dissents together in public.",
        EventKind.Sanction => "Reduces normal relations, or convicts.",
        EventKind.Mobilize => "Shows or gathers force without using it.",
        EventKind.Coerce => "Represses, seizes, arrests or restricts short of violence.",
        _ => "Does physical harm on purpose.",
    };

    /// <summary>The quad class of a kind.</summary>
    public static string Quad(EventKind kind) => kind.QuadClass() switch
    {
        1 => "verbal cooperation",
        2 => "material cooperation",
        3 => "verbal conflict",
        _ => "material conflict",
    };

    /// <summary>What the teller commits to, when that is more or less than “it happened”; null for a plain statement.</summary>
    public static string? Qualify(Factuality factuality) => factuality.IsAsserted && factuality.Standing == Standing.Occurred ? null : Say(factuality);

    /// <summary>What the teller commits to.</summary>
    public static string Say(Factuality factuality)
    {
        var standing = factuality.Standing switch
        {
            Standing.Occurred => factuality.IsNegative ? "said not to have happened" : "said to have happened",
            Standing.Ongoing => factuality.IsNegative ? "said not to be going on" : "going on",
            Standing.Planned => factuality.IsNegative ? "not planned" : "planned",
            Standing.Threatened => "threatened",
            Standing.Demanded => factuality.IsNegative ? "demanded that it not be" : "demanded",
            Standing.Predicted => factuality.IsNegative ? "foretold not to come" : "foretold",
            Standing.Hypothetical => "supposed only",
            _ => "denied",
        };
        return factuality.Certainty switch
        {
            Certainty.Probable => standing + ", probably",
            Certainty.Possible => standing + ", possibly",
            Certainty.Unknown => standing + ", left open",
            _ => standing,
        };
    }

    /// <summary>What a dispute is about.</summary>
    public static string Aspect(string aspect) => aspect switch
    {
        "happened" => "whether it happened",
        "actor" => "who did it",
        "recipient" => "to whom",
        "place" => "where",
        "time" => "when",
        "number" => "how many",
        _ => aspect,
    };

    /// <summary>The same as the question that accounts answer, at the head of a table.</summary>
    public static string Question(string aspect) => aspect switch
    {
        "happened" => "Did it happen?",
        "actor" => "Who?",
        "recipient" => "To whom?",
        "place" => "Where?",
        "time" => "When?",
        "number" => "How many?",
        _ => aspect,
    };

    /// <summary>A place in the article's words, or by its usual name where those are in capitals as in a dateline.</summary>
    public static string PlaceOf(PlaceLine place)
    {
        var words = Spacing.Level(place.Words.Text);
        return place.Place is { } known && words.Length > 3 && !words.Any(char.IsLower) && words.Any(char.IsUpper) ? known.Name : words;
    }

    /// <summary>What an event's time rests on.</summary>
    public static string Say(TimeBasis basis) => basis switch
    {
        TimeBasis.Stated => "the words give the date",
        TimeBasis.Relative => "counted from another date",
        TimeBasis.Document => "told as news of the article’s own day",
        _ => "not known",
    };

    /// <summary>What kind of thing an entity is.</summary>
    public static string Say(MentionKind kind) => kind switch
    {
        MentionKind.Organisation => "organisation",
        MentionKind.Nationality => "nationality",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>What a number counts, where its predicate tells; null for anything else.</summary>
    public static string? Say(QuantityKind kind) => kind == QuantityKind.Other ? null : kind.ToString().ToLowerInvariant();

    /// <summary>How words are given.</summary>
    public static string Say(AttributionForm form) => form switch
    {
        AttributionForm.Direct => "in quotation marks",
        AttributionForm.Mixed => "partly in quotation marks",
        _ => "in the teller’s words",
    };

    /// <summary>A probability as a person says it, with the figure.</summary>
    public static string HowSure(double score) => score switch
    {
        >= 0.9 => "very likely right",
        >= 0.75 => "likely right",
        >= 0.5 => "more likely right than wrong",
        _ => "doubtful",
    };
}
