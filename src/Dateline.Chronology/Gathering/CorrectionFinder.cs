namespace Dateline.Chronology.Gathering;

/// <summary>What one outlet told first and told otherwise later, in words of its own: a rising toll, a corrected day.</summary>
/// <param name="Aspect">happened, actor, place, time or number.</param>
/// <param name="Outlet">Who corrects himself.</param>
/// <param name="Steps">At least two claims, each unlike the one before, in order of publication; of one day, in no order that means anything.</param>
public sealed record Correction(string Aspect, string Outlet, IReadOnlyList<CorrectionStep> Steps);

/// <summary>One thing that an outlet told.</summary>
/// <param name="Value">In the form of <see cref="Position.Value"/>.</param>
/// <param name="Claim">The first claim that tells it so.</param>
public sealed record CorrectionStep(string Value, PositionClaim Claim);

/// <summary>
/// Finds where an outlet corrects or updates itself. That is told apart from disagreement: two who contradict each other.
/// </summary>
/// <remarks>What somebody quoted says is his and not the outlet's: an outlet that quotes two people corrects nothing. Stateless.</remarks>
public static class CorrectionFinder
{
    /// <summary>The corrections among the tellings of one event, in the order of aspects and outlets.</summary>
    public static IReadOnlyList<Correction> Find(IEnumerable<Telling> tellings)
    {
        ArgumentNullException.ThrowIfNull(tellings);
        var corrections = new List<Correction>();
        foreach (var (aspect, claims) in DisputeFinder.ClaimsOf([.. tellings.Order(Comparer<Telling>.Create(Telling.Compare))]))
        {
            var own = claims.Where(claim => claim.Claim.Telling is { Speaker: null, Outlet: not null, Published: not null });
            foreach (var outlet in own.GroupBy(claim => claim.Claim.Telling.Outlet!).OrderBy(outlet => outlet.Key, StringComparer.Ordinal))
            {
                var steps = new List<CorrectionStep>();
                var standing = new HashSet<string>(StringComparer.Ordinal);
                foreach (var article in outlet.GroupBy(claim => claim.Claim.Telling.Document).OrderBy(article => article.First().Claim.Telling.Published))
                {
                    // An article that repeats the old figure beside a new one takes nothing back.
                    if (article.Any(claim => standing.Contains(claim.Value))) continue;
                    steps.Add(new CorrectionStep(article.First().Value, article.First().Claim));
                    standing = [.. article.Select(claim => claim.Value)];
                }

                if (steps.Count > 1) corrections.Add(new Correction(aspect, outlet.Key, steps));
            }
        }

        return corrections;
    }

    /// <summary>Whether the outlet of a claim has told otherwise on a later day, among <paramref name="all"/> claims of the same aspect.</summary>
    internal static bool IsTakenBack((string Value, PositionClaim Claim) claim, List<(string Value, PositionClaim Claim)> all)
    {
        var telling = claim.Claim.Telling;
        if (telling.Speaker is not null || telling.Outlet is null || telling.Published is null) return false;
        var later = all.FindAll(other => other.Claim.Telling is { Speaker: null } told && told.Outlet == telling.Outlet && told.Published > telling.Published);
        return later.Count > 0 && later.TrueForAll(other => other.Value != claim.Value);
    }
}
