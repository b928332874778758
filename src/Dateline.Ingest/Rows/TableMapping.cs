namespace Dateline.Ingest.Rows;

/// <summary>Says which columns of a table hold which fields of an article: <c>title=Headline,text=Lead+Body</c>.</summary>
/// <remarks>Immutable.</remarks>
public sealed class TableMapping
{
    /// <summary>The fields that columns can give, <c>text</c> first.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["text", "title", "published", "url", "byline", "outlet", "language", "id", "via", "tags"];

    readonly Dictionary<string, string[]> _columns;

    TableMapping(Dictionary<string, string[]> columns) => _columns = columns;

    /// <summary>Reads a mapping.</summary>
    /// <param name="words">Pairs <c>field=Column</c> with commas between; several columns of one field are joined by <c>+</c>. Names of columns are compared without case.</param>
    /// <param name="fault">What is wrong and what to do; null when nothing is.</param>
    /// <returns>The mapping, or null when the words are none.</returns>
    public static TableMapping? Parse(string words, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(words);
        Dictionary<string, string[]> columns = new(StringComparer.Ordinal);
        foreach (var pair in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var field = equals < 1 ? "" : pair[..equals].Trim().ToLowerInvariant();
            string[] names = equals < 1 ? [] : pair[(equals + 1)..].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            fault = names.Length == 0 ? $"‘{pair}’ is no pair; write field=Column"
                : !Fields.Contains(field) ? $"there is no field ‘{field}’; take one of {string.Join(", ", Fields)}"
                : !columns.TryAdd(field, names) ? $"‘{field}’ stands twice; join its columns with +" : null;
            if (fault is not null)
                return null;
        }
        fault = columns.ContainsKey("text") ? null : "no column is named for the text; add text=Column";
        return fault is null ? new TableMapping(columns) : null;
    }

    /// <summary>The columns of each field.</summary>
    internal IEnumerable<KeyValuePair<string, string[]>> Columns => _columns;
}
