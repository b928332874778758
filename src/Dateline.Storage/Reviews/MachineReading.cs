using System.Text.Json;

namespace Dateline.Storage;

/// <summary>What the machine had read where a person decided otherwise: rows as they stood, to be put back to the letter.</summary>
/// <param name="Columns">Columns of event_mention, in the order of <see cref="Names"/>.</param>
/// <param name="Parties">Rows of event_party, in the order of <see cref="PartyNames"/>.</param>
/// <param name="Quantities">Rows of event_quantity, in the order of <see cref="QuantityNames"/>.</param>
internal sealed record MachineReading(object?[] Columns, object?[][] Parties, object?[][] Quantities)
{
    /// <summary>Columns of event_mention that decisions change.</summary>
    public static readonly string[] Names =
    [
        "kind", "mode", "cameo", "place_start", "place_length", "place_id", "place_is_metonymic", "edtf", "time_basis", "time_start", "time_length", "first_day", "last_day",
        "sort_key", "is_shown",
    ];

    /// <summary>Columns of event_party, beside the telling's number.</summary>
    public static readonly string[] PartyNames = ["is_actor", "ordinal", "start", "length", "entity", "entity_id", "code"];

    /// <summary>Columns of event_quantity, beside the telling's number.</summary>
    public static readonly string[] QuantityNames = ["ordinal", "start", "length", "value", "low", "high", "unit", "of_start", "of_length", "kind"];

    public static MachineReading Take(Statements statements, long mention) => new(
        Rows(statements, $"SELECT {string.Join(", ", Names)} FROM event_mention WHERE id = $1", mention)[0],
        Rows(statements, $"SELECT {string.Join(", ", PartyNames)} FROM event_party WHERE event_mention_id = $1 ORDER BY is_actor, ordinal", mention),
        Rows(statements, $"SELECT {string.Join(", ", QuantityNames)} FROM event_quantity WHERE event_mention_id = $1 ORDER BY ordinal", mention));

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Puts the rows back that <paramref name="json"/> keeps.</summary>
    public static void PutBack(Statements statements, long mention, string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        statements.Run(
            $"UPDATE event_mention SET {string.Join(", ", Names.Select((name, i) => $"{name} = ${i + 2}"))} WHERE id = $1",
            [mention, .. Values(root.GetProperty(nameof(Columns)))]);
        statements.Run("DELETE FROM event_party WHERE event_mention_id = $1", mention);
        foreach (var party in root.GetProperty(nameof(Parties)).EnumerateArray())
        {
            statements.Run(
                "INSERT INTO event_party (event_mention_id, is_actor, ordinal, start, length, entity, entity_id, code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                [mention, .. Values(party)]);
        }

        statements.Run("DELETE FROM event_quantity WHERE event_mention_id = $1", mention);
        foreach (var quantity in root.GetProperty(nameof(Quantities)).EnumerateArray())
        {
            statements.Run(
                "INSERT INTO event_quantity (event_mention_id, ordinal, start, length, value, low, high, unit, of_start, of_length, kind) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                [mention, .. Values(quantity)]);
        }
    }

    private static object?[][] Rows(Statements statements, string sql, long mention)
    {
        using var row = statements.Query(sql, mention);
        var rows = new List<object?[]>();
        while (row.Read())
            rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))]);
        return [.. rows];
    }

    private static IEnumerable<object?> Values(JsonElement row) => row.EnumerateArray().Select(value => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        _ => (object?)null,
    });
}
