using Dateline.Storage;

namespace Dateline.Web.Json;

// The forms of the answers about moments of the store.
internal sealed record SnapshotJson(string Name, int? Number, DateTimeOffset TakenAt, string? Note, int Documents, int Decisions);

internal sealed record SnapshotsJson(IReadOnlyList<SnapshotJson> Snapshots);

internal sealed record KnownJson(SnapshotJson Moment, IReadOnlyList<KnownEvent> Events, int Total);

internal sealed record CauseJson(string Reason, string? Article, string? Detail);

internal sealed record EventDifferenceJson(string Change, KnownEvent Event, IReadOnlyList<FieldDifference> Fields, string? With, IReadOnlyList<CauseJson> Causes);

internal sealed record StateDifferenceJson(string Change, string Subject, string Relation, string Object, IReadOnlyList<FieldDifference> Fields, IReadOnlyList<CauseJson> Causes);

internal sealed record ClaimDifferenceJson(string Change, string Id, string Telling, string Aspect, string Text, string? Before, string? After, CauseJson Cause);

internal sealed record DifferenceJson(
    SnapshotJson From, SnapshotJson To, IReadOnlyList<EventDifferenceJson> Events, ChangeCounts EventCounts, IReadOnlyList<StateDifferenceJson> States, ChangeCounts StateCounts,
    IReadOnlyList<ClaimDifferenceJson> Claims, ChangeCounts ClaimCounts);

/// <summary>Brings moments and differences into the form of the JSON answers.</summary>
internal static class SnapshotShapes
{
    public static SnapshotJson Of(Snapshot moment) => new(moment.Name, moment.Number, moment.TakenAt, moment.Note, moment.Documents, moment.Decisions);

    public static DifferenceJson Of(SnapshotDifference difference) => new(
        Of(difference.Before), Of(difference.After),
        [.. difference.Events.Select(change => new EventDifferenceJson(Name(change.Sort), change.Event, change.Fields, change.With, [.. change.Causes.Select(Of)]))], difference.EventCounts,
        [.. difference.States.Select(change => new StateDifferenceJson(
            Name(change.Sort), change.Fact.Subject.Name, Name(change.Fact.Relation), change.Fact.Object.Name, change.Fields, [.. change.Causes.Select(Of)]))], difference.StateCounts,
        [.. difference.Claims.Select(change => new ClaimDifferenceJson(
            Name(change.Sort), change.Id, change.EventId, change.Aspect, change.Words, change.Value.Before, change.Value.After, Of(change.Cause)))], difference.ClaimCounts);

    private static CauseJson Of(ChangeCause cause) => new(Name(cause.Reason), cause.Article, cause.Detail);

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
