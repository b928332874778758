using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>Which states are wanted.</summary>
public sealed record StateQuery
{
    /// <summary>A part of the name of subject or object, in any case; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>The day in question; null for all states whenever they held.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Only what the store had taken in by the end of this day (UTC); null for all it holds.</summary>
    public DateOnly? Known { get; init; }
}

/// <summary>A state with the words that open and close it.</summary>
/// <param name="Fact">The state.</param>
/// <param name="Answer">Whether it held on the day in question; null when no day was asked for.</param>
/// <param name="Openings">Tellings of what began it.</param>
/// <param name="Closings">Tellings of what ended it.</param>
public sealed record StateLine(StateFact Fact, StateAnswer? Answer, IReadOnlyList<ChronologyLine> Openings, IReadOnlyList<ChronologyLine> Closings);

/// <content>States at a date.</content>
public sealed partial class StoreReader
{
    /// <summary>
    /// The states that <paramref name="query"/> wants. With a day, those that did not hold on it are left out; those of
    /// which nobody says are kept, and said to be unknown.
    /// </summary>
    public IReadOnlyList<StateLine> States(StateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var mentions = new Dictionary<(string Document, string Id), long>();
        var tellings = LoadTellings(query.Known, mentions);
        var origins = tellings.Select(telling => telling.Document).Distinct().Select(document => new Origin(document, [document])).ToList();
        var facts = StateFinder.Find(EventMaker.EventsOf(Gatherer.Gather(tellings), origins));
        var lines = new LineReader(_connection);
        var states = new List<StateLine>();
        foreach (var fact in facts)
        {
            if (query.Name is { } name && !Names(fact.Subject, name) && !Names(fact.Object, name)) continue;
            var answer = query.At is { } day ? fact.On(day) : (StateAnswer?)null;
            if (answer == StateAnswer.DidNotHold) continue;
            states.Add(new StateLine(fact, answer, LinesOf(fact.Openings), LinesOf(fact.Closings)));
        }

        return states;

        IReadOnlyList<ChronologyLine> LinesOf(IReadOnlyList<Event> events) =>
            lines.Read([.. events.SelectMany(happening => happening.Tellings).Where(telling => telling.IsShown).Take(20).Select(telling => mentions[(telling.Document, telling.Id)])]);
    }

    private static bool Names(TellingParty party, string name) =>
        party.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || party.Text.Contains(name, StringComparison.OrdinalIgnoreCase) || party.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    // What was current at the end of a day: taken in by then, and not yet superseded.
    private List<Telling> LoadTellings(DateOnly? known, Dictionary<(string Document, string Id), long> mentions)
    {
        var until = known is { } day ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds() : long.MaxValue;
        using var command = _connection.Command(
            """
            SELECT e.id, s.body, article.key FROM telling_sketch s JOIN event_mention e ON e.id = s.event_mention_id JOIN document ON document.id = e.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
            WHERE e.is_shown = 1 AND document.recorded_at < $until AND (document.superseded_at IS NULL OR document.superseded_at >= $until)
            """,
            ("$until", until));
        using var row = command.ExecuteReader();
        var tellings = new List<Telling>();
        while (row.Read())
        {
            var telling = Sketches.Read(row.GetString(1)) with { Document = row.GetString(2) };
            mentions[(telling.Document, telling.Id)] = row.GetInt64(0);
            tellings.Add(telling);
        }

        return tellings;
    }
}
