using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Lets one connection see tellings as the machine read them: temporary views of the same names stand before the tables,
/// so that every query of that connection is blind to verdicts and corrections without knowing it.
/// </summary>
/// <remarks>What people merged and split stays visible: which tellings are one event is not what coders are compared on.</remarks>
internal static class MachineView
{
    private const string TakenFrom = "LEFT JOIN main.decided_mention d ON d.event_mention_id = ";

    private static readonly string[] Views = ["event_mention", "event_party", "event_quantity", "decided_mention"];

    private static readonly string[] Kept =
    [
        "id", "event_id", "document_id", "ordinal", "local_id", "contexts", "trigger_start", "trigger_length", "evidence_start", "evidence_length", "passage_id", "certainty",
        "is_negative", "standing", "attribution", "outlet_id", "score", "is_current",
    ];

    public static void Lay(SqliteConnection connection)
    {
        var decided = MachineReading.Names.Select((name, at) => $"CASE WHEN d.machine IS NULL THEN e.{name} ELSE json_extract(d.machine, '$.Columns[{at}]') END AS {name}");
        connection.Execute(
            $"""
            CREATE TEMP VIEW event_mention AS SELECT {string.Join(", ", Kept.Select(name => "e." + name).Concat(decided))} FROM main.event_mention e {TakenFrom} e.id;
            CREATE TEMP VIEW event_party AS {Rows("event_party", MachineReading.PartyNames, "Parties")};
            CREATE TEMP VIEW event_quantity AS {Rows("event_quantity", MachineReading.QuantityNames, "Quantities")};
            CREATE TEMP VIEW decided_mention AS SELECT * FROM main.decided_mention WHERE 0
            """);
    }

    public static void TakeAway(SqliteConnection connection)
    {
        foreach (var view in Views) connection.Execute($"DROP VIEW temp.{view}");
    }

    private static string Rows(string table, string[] names, string kept) =>
        $"""
        SELECT t.event_mention_id, {string.Join(", ", names.Select(name => "t." + name))} FROM main.{table} t
          WHERE t.event_mention_id NOT IN (SELECT event_mention_id FROM main.decided_mention)
        UNION ALL SELECT d.event_mention_id, {string.Join(", ", names.Select((name, at) => $"json_extract(r.value, '$[{at}]') AS {name}"))}
          FROM main.decided_mention d, json_each(d.machine, '$.{kept}') r
        """;
}
