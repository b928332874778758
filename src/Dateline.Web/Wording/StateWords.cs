using Dateline.Chronology.Export;
using Dateline.Chronology.Gathering;

namespace Dateline.Web.Wording;

/// <summary>States in words.</summary>
internal static class StateWords
{
    public static string Say(StateRelation relation) => relation switch
    {
        StateRelation.Member => "member of",
        StateRelation.Suspended => "suspended by",
        StateRelation.Sanctioned => "under sanctions of",
        _ => "holds",
    };

    /// <summary>The shortest name for somebody: the acronym, where an article that tells of the state has one.</summary>
    public static string ShortName(StateFact fact, TellingParty party) => Spacing.Level(
        fact.Openings.Concat(fact.Closings).SelectMany(happening => happening.Tellings).SelectMany(telling => telling.Actors.Concat(telling.Recipients))
            .Where(named => named.Key == party.Key && named.Text.Length is > 1 and < 12 && named.Text.All(char.IsUpper)).Select(named => named.Text).FirstOrDefault() ?? party.Name);

    /// <summary>When it began, in EDTF; null where that is not told.</summary>
    public static string? Start(StateFact fact) => EdtfOf(fact.Openings);

    /// <summary>When it ended, in EDTF; null where that is not told.</summary>
    public static string? End(StateFact fact) => EdtfOf(fact.Closings);

    /// <summary>All of it in one sentence.</summary>
    public static string Say(StateFact fact) =>
        $"{Spacing.Level(fact.Subject.Name)} {Say(fact.Relation)} {Spacing.Level(fact.Object.Name)}, "
        + $"from {(Start(fact) is { } start ? EdtfWords.Say(start) : "a day that is not told")} until {(End(fact) is { } end ? EdtfWords.Say(end) : "a day that is not told")}";

    private static string? EdtfOf(IReadOnlyList<Event> events) => events.FirstOrDefault(happening => happening.Bounds is { First: not null, Last: not null })?.Edtf;
}
