using Dateline.Chronology.Claims;
using Dateline.Chronology.Events;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Chronology.Gathering;

/// <summary>Makes an event of a group of tellings.</summary>
public static class EventMaker
{
    /// <summary>The events of the groups, with their origins and disputes, in the groups' order.</summary>
    public static IEnumerable<Event> EventsOf(IReadOnlyList<List<Telling>> groups, IReadOnlyList<Origin> origins)
    {
        var originOf = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var origin in origins)
        {
            foreach (var document in origin.Documents) originOf[document] = origin;
        }

        return groups.Select(group => Make(group, originOf));
    }

    private static Event Make(List<Telling> all, Dictionary<string, Origin> originOf)
    {
        // What has no kind tells of the happening too, but what it says of it was read by nobody who knows such acts: it is a telling and no more.
        var tellings = all.FindAll(telling => telling.IsCoded);
        if (tellings.Count == 0) tellings = all;
        var first = tellings[0];
        var id = ClaimIds.Make("happening", first.Document, first.Id, first.Kind.ToPlover(), first.Text);
        var kind = tellings.GroupBy(telling => telling.Kind).MaxBy(group => (group.Sum(telling => telling.Score), -(int)group.Key))!.Key;
        var ofKind = tellings.Where(telling => telling.Kind == kind).OrderByDescending(telling => telling.Score).ToList();
        var best = ofKind.MaxBy(telling => (telling.Cameo.Length, telling.Score))!;
        var time = TimeOf(tellings);
        var documents = all.Select(telling => telling.Document).ToHashSet(StringComparer.Ordinal);
        var heard = all.Select(telling => originOf[telling.Document]).Distinct()
            .Select(origin => origin with { Documents = [.. origin.Documents.Where(documents.Contains)] });
        return new Event(
            id, all, kind,
            ofKind.Select(telling => telling.Mode).FirstOrDefault(mode => mode is not null),
            [.. tellings.SelectMany(telling => telling.Contexts).Distinct().Order(StringComparer.Ordinal)],
            best.Cameo, time?.Edtf, BoundsOf(time), PlaceOf(tellings),
            PartiesOf(tellings, telling => telling.Actors), PartiesOf(tellings, telling => telling.Recipients),
            [.. heard], first.IsCoded ? DisputeFinder.Find(id, tellings, originOf) : []);
    }

    // The most exact day wins over the vaguer ones that hold it; the words of the text over the day of the paper.
    internal static Telling? TimeOf(List<Telling> tellings) => tellings
        .Where(telling => telling.Edtf is not null)
        .OrderByDescending(telling => telling.IsDated)
        .ThenBy(telling => telling.Low == int.MinValue || telling.High == int.MaxValue ? int.MaxValue : telling.High - telling.Low)
        .FirstOrDefault();

    private static TimeBounds? BoundsOf(Telling? telling) => telling is null ? null : new TimeBounds(
        telling.Low == int.MinValue ? null : DateOnly.FromDayNumber(telling.Low),
        telling.High == int.MaxValue ? null : DateOnly.FromDayNumber(telling.High));

    private static GazetteerPlace? PlaceOf(List<Telling> tellings) => tellings
        .Where(telling => telling.Place is not null)
        .GroupBy(telling => telling.Place!.GazetteerId)
        .OrderBy(group => group.First().Place!.Precision)
        .ThenByDescending(group => group.Count())
        .FirstOrDefault()?.First().Place;

    private static List<TellingParty> PartiesOf(List<Telling> tellings, Func<Telling, IReadOnlyList<TellingParty>> side) =>
        [.. tellings.OrderByDescending(telling => telling.IsShown).SelectMany(side).Where(party => party.Key.Length > 0).DistinctBy(party => party.Key)];
}
