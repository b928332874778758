using Dateline.Chronology.Events;

namespace Dateline.Chronology.Extraction;

/// <summary>Leaves out of a frame's contexts those that only some who do the act give it.</summary>
/// <remarks>
/// A shooting is military where soldiers, rebels or states shoot, and a resignation is the executive's where an office is resigned; a frame
/// knows only the word. What the parties do not license stays empty.
/// </remarks>
internal static class LicensedContexts
{
    /// <summary>The contexts that the parties license, in the frame's order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> contexts, string? mode, List<Party> actors, List<Party> recipients)
    {
        var kept = contexts;
        if (contexts.Contains("military") && mode is not ("aerial" or "heavy-weapons" or "troops") && !Any(actors, IsArmed) && !Any(recipients, IsArmed)) kept = [.. kept.Where(context => context != "military")];
        if (mode is "resign" && contexts.Contains("executive") && !Any(actors, IsInOffice) && !Any(recipients, IsInOffice)) kept = [.. kept.Where(context => context != "executive")];
        return kept;
    }

    private static bool Any(List<Party> parties, Func<string, bool> test) => parties.Exists(party => party.Code is { } code && test(code));

    private static bool IsArmed(string code) =>
        code.Length == 3 || code.Contains("MIL", StringComparison.Ordinal) || code.Contains("REB", StringComparison.Ordinal) || code.Contains("GOV", StringComparison.Ordinal)
        || code.Contains("SPY", StringComparison.Ordinal) || code.Contains("UAF", StringComparison.Ordinal) || code.Contains("SEP", StringComparison.Ordinal) || code.Contains("PRM", StringComparison.Ordinal);

    private static bool IsInOffice(string code) => code.Contains("GOV", StringComparison.Ordinal) || code.Contains("ELI", StringComparison.Ordinal);
}
