using System.Collections.Frozen;

namespace Dateline.Chronology.Gathering;

/// <summary>English words by which news tells of one kind of happening in turn: “quake” and “tremor”, “sacked” and “dismissed”.</summary>
/// <remarks>
/// A word may belong to several. That two words are of one family says less than that they are the same, and nothing of who or where. Names of
/// families begin with a tilde, so that they are no stems. Thread-safe.
/// </remarks>
internal static class WordFamilies
{
    private static readonly string[] Written =
    [
        "kill murder slay slaying assassinate assassination homicide killing manslaughter gun",
        "die death dead perish decease dying succumb pass-away fatality",
        "arrest detain apprehend custody capture nab detention arraign seize",
        "charge indict indictment accuse prosecute accusation",
        "buy purchase acquire acquisition takeover buyout",
        "sack fire dismiss oust dismissal firing axe ouster",
        "launch unveil release introduce debut reveal unveiling introduction",
        "announce declare announcement confirm disclose reveal",
        "jail imprison sentence imprisonment prison",
        "shoot shooting gun shot gunfire",
        "injure wound hurt injury",
        "blaze fire burn inferno",
        "steal rob robbery theft burgle burglary heist raid loot",
        "escape flee break-out breakout",
        "marry wed marriage wedding",
        "win victory beat defeat triumph",
        "replace succeed take-over replacement",
        "name appoint select choose nominate appointment nomination pick",
        "resign quit resignation step leave exit depart departure",
        "sue lawsuit suit litigation",
        "crash collide collision wreck smash",
        "attack assault strike raid ambush bombard bombardment",
        "bomb bombing explode explosion blast detonate detonation",
        "strike hit shake rock jolt rattle",
        "quake earthquake tremor temblor aftershock",
        "find discover discovery recover locate",
        "disqualify suspend ban suspension disqualification",
        "protest demonstrate demonstration rally march riot",
        "negotiate negotiation talk talks meet meeting",
        "agree deal agreement sign pact accord",
        "cut slash reduce trim reduction",
        "rise increase climb jump surge gain",
        "fall drop plunge decline slump",
        "destroy damage destruction devastate demolish flatten",
        "evacuate evacuation displace flee",
        "rescue save",
        "say tell state statement comment remark",
        "convict conviction guilty verdict",
        "acquit acquittal clear",
        "hijack seize hijacking board commandeer",
        "sink sinking capsize",
        "deny reject refuse denial rejection",
        "warn warning alert caution",
        "stab stabbing knife",
        "repair fix patch",
        "outage blackout power-cut",
        "vote election elect poll",
        "try trial",
        "search hunt manhunt seek",
        "honour award prize honor",
        "storm blizzard snowstorm",
        "flood flooding inundate",
        "withdraw withdrawal pull-out retreat",
        "invade invasion incursion",
        "help aid assist assistance",
    ];

    private static readonly FrozenDictionary<string, string[]> OfStem = Written
        .SelectMany(family => family.Split(' ').Select(Stem.Of).Distinct().Select(stem => (Stem: stem, Family: "~" + family[..family.IndexOf(' ', StringComparison.Ordinal)])))
        .GroupBy(entry => entry.Stem, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Family).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The families of a stem; none for most.</summary>
    public static IReadOnlyList<string> Of(string stem) => OfStem.GetValueOrDefault(stem) ?? [];

    /// <summary>Whether a word stands for a family rather than for itself.</summary>
    public static bool IsFamily(string stem) => stem.StartsWith('~');
}
