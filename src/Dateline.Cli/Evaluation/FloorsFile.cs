using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Cli.Evaluation;

/// <summary>The file of floors: one measure a line, with what has been reached, what must be and what should be.</summary>
internal sealed class FloorsFile
{
    // Kept in the order of the file, so that a change of one figure is a change of one line.
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Floor> _floors = new(StringComparer.Ordinal);

    /// <summary>What is asked of a measure; <see cref="Floor.None"/> where the file does not name it.</summary>
    public Floor this[string measure]
    {
        get => _floors.GetValueOrDefault(measure, Floor.None);
        set
        {
            if (_floors.TryAdd(measure, value)) _order.Add(measure);
            else _floors[measure] = value;
        }
    }

    /// <summary>The measures that the file names.</summary>
    public IReadOnlyList<string> Measures => _order;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not of that form.</exception>
    public static FloorsFile Read(string path)
    {
        var file = new FloorsFile();
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var measure in json.RootElement.EnumerateObject())
                file[measure.Name] = new Floor(Number(measure.Value, "floor"), Number(measure.Value, "must"), Number(measure.Value, "aim"));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is no file of floors ({fault.Message}); write one object with a measure a line", fault);
        }

        return file;
    }

    /// <summary>Writes the file.</summary>
    public void Write(string path) => File.WriteAllText(path, ToString());

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("{\n");
        for (var i = 0; i < _order.Count; i++)
        {
            var floor = _floors[_order[i]];
            text.Append("  ").Append(JsonSerializer.Serialize(_order[i])).Append(": { ");
            text.AppendJoin(", ", new[] { Field("floor", floor.Value), Field("must", floor.Must), Field("aim", floor.Aim) }.Where(field => field.Length > 0));
            text.Append(i + 1 < _order.Count ? " },\n" : " }\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Field(string name, double? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"\"{name}\": {number:0.##}") : string.Empty;

    private static double? Number(JsonElement measure, string field) => measure.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetDouble() : null;
}
