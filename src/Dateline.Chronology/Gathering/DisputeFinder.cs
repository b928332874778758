using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Text.Places;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Finds what the tellings of one event do not agree on, and puts the positions side by side.
/// </summary>
/// <remarks>
/// A vague word (“dozens”) is no position, a range agrees with every number in it, a wider area or stretch of days with
/// the narrower one inside. One outlet that reports another number later corrects itself: what it took back is no position
/// any more, see <see cref="CorrectionFinder"/>.
/// </remarks>
internal static class DisputeFinder
{
    public static List<Dispute> Find(string id, List<Telling> tellings, Dictionary<string, Origin> originOf)
    {
        var disputes = new List<Dispute>();
        foreach (var (aspect, claims) in ClaimsOf(tellings))
        {
            var positions = claims.Where(claim => !CorrectionFinder.IsTakenBack(claim, claims)).GroupBy(claim => claim.Value)
                .Select(group => new Position(
                    group.Key, group.First().Claim.Text, [.. group.Select(claim => claim.Claim)],
                    group.Select(claim => originOf[claim.Claim.Telling.Document]).Distinct().Count()))
                .ToList();
            if (positions.Count > 1 && !IsOneTeller(positions) && !IsCorrection(positions)) disputes.Add(new Dispute(id, aspect, positions));
        }

        return disputes;
    }

    /// <summary>What is claimed of each aspect, each claim with the position that it takes; numbers once for each thing that is counted.</summary>
    public static IEnumerable<(string Aspect, List<(string Value, PositionClaim Claim)> Claims)> ClaimsOf(List<Telling> tellings)
    {
        yield return ("happened", HappenedOf(tellings));
        foreach (var what in tellings.SelectMany(telling => telling.Numbers).Select(number => number.What).Distinct().Order(StringComparer.Ordinal))
            yield return ("number", NumbersOf(tellings, what));
        yield return ("time", TimesOf(tellings));
        yield return ("place", PlacesOf(tellings));
        yield return ("actor", ActorsOf(tellings));
    }

    // One article in its own words says the same thing twice, more and less exactly.
    private static bool IsOneTeller(List<Position> positions)
    {
        var claims = positions.SelectMany(position => position.Claims).Select(claim => claim.Telling).ToList();
        return claims.TrueForAll(telling => telling.Document == claims[0].Document && telling.Speaker == claims[0].Speaker);
    }

    // One outlet, nobody quoted, one position after the other: of articles of one day nobody knows which came first, but it corrects itself.
    private static bool IsCorrection(List<Position> positions)
    {
        var claims = positions.SelectMany(position => position.Claims).Select(claim => claim.Telling).ToList();
        return claims[0].Outlet is { } outlet
            && claims.TrueForAll(telling => telling.Outlet == outlet && telling.Speaker is null)
            && claims.Select(telling => telling.Document).Distinct().Count() >= positions.Count;
    }

    private static List<(string Value, PositionClaim Claim)> HappenedOf(List<Telling> tellings) =>
    [
        .. from telling in tellings
           let factuality = telling.Factuality
           where factuality.IsAsserted || factuality.IsNegative || factuality.Standing == Standing.Denied
           select (factuality.IsAsserted ? "yes" : "no", ClaimOf(telling)),
    ];

    private static List<(string Value, PositionClaim Claim)> NumbersOf(List<Telling> tellings, string what)
    {
        var numbers = (
            from telling in tellings
            from number in telling.Numbers
            where number.What == what && (number.Low is not null || number.High is not null)
            select (telling, number)).ToList();

        // A number belongs to the position of the exact number that it agrees with; only numbers that agree with none stand alone.
        var exact = numbers.Where(pair => pair.number.Value is not null).Select(pair => pair.number.Value!.Value).Distinct().Order().ToList();
        return numbers.ConvertAll(pair =>
        {
            var agreed = exact.FindIndex(value => (pair.number.Low ?? double.MinValue) <= value && value <= (pair.number.High ?? double.MaxValue));
            var value = agreed >= 0 ? Invariant(exact[agreed]) : $"{Invariant(pair.number.Low)}..{Invariant(pair.number.High)}";
            return (value, new PositionClaim(pair.telling, pair.number.Begin, pair.number.End, pair.number.Text, pair.number.Span));
        });
    }

    private static List<(string Value, PositionClaim Claim)> TimesOf(List<Telling> tellings)
    {
        var dated = tellings.FindAll(telling => telling is { IsDated: true, Edtf: not null, Low: not int.MinValue, High: not int.MaxValue });
        dated.Sort((one, other) => (one.High - one.Low).CompareTo(other.High - other.Low) is var order and not 0 ? order : Telling.Compare(one, other));
        var days = new List<Telling>();
        var claims = new List<(string Value, PositionClaim Claim)>();
        foreach (var telling in dated)
        {
            var same = days.Find(day => day.Low <= telling.High && telling.Low <= day.High);
            if (same is null) days.Add(same = telling);
            claims.Add((same.Edtf!, ClaimOf(telling)));
        }

        return claims;
    }

    private static List<(string Value, PositionClaim Claim)> PlacesOf(List<Telling> tellings)
    {
        var placed = tellings.FindAll(telling => telling.Place is not null);
        placed.Sort((one, other) => one.Place!.Precision.CompareTo(other.Place!.Precision) is var order and not 0 ? order : Telling.Compare(one, other));
        var places = new List<GazetteerPlace>();
        var claims = new List<(string Value, PositionClaim Claim)>();
        foreach (var telling in placed)
        {
            var place = telling.Place!;
            var same = places.Find(known => known.GazetteerId == place.GazetteerId || TellingComparison.IsWithin(known, place) || TellingComparison.IsWithin(place, known));
            if (same is null) places.Add(same = place);
            claims.Add((string.Join(", ", new[] { same.Name, same.Admin1, same.Country }.OfType<string>().Distinct()), ClaimOf(telling)));
        }

        return claims;
    }

    // Only names against names: “gunmen” and “JNIM” do not contradict.
    private static List<(string Value, PositionClaim Claim)> ActorsOf(List<Telling> tellings)
    {
        var named = tellings.FindAll(telling => telling.Factuality.IsAsserted && telling.Actors.Any(party => party.IsNamed));
        var sets = new List<(string Value, List<TellingParty> Parties)>();
        var claims = new List<(string Value, PositionClaim Claim)>();
        foreach (var telling in named)
        {
            var parties = telling.Actors.Where(party => party.IsNamed).ToList();
            var same = sets.FindIndex(set => set.Parties.Exists(known => parties.Exists(party => party.Key == known.Key || (party.Block is { } block && block == known.Block))));
            if (same < 0)
            {
                same = sets.Count;
                sets.Add((string.Join("; ", parties.Select(party => party.Name)), parties));
            }
            else
            {
                sets[same].Parties.AddRange(parties);
            }

            claims.Add((sets[same].Value, ClaimOf(telling)));
        }

        return claims;
    }

    private static PositionClaim ClaimOf(Telling telling) => new(telling, telling.Begin, telling.End, telling.Text, telling.Span);

    private static string Invariant(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
