using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>The rows of a gold file in JSON lines, packed by gzip or not.</summary>
internal static class GoldLines
{
    /// <summary>Reads a file to its end; blank lines are passed over.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object, or lacks what <paramref name="read"/> asks for.</exception>
    public static IEnumerable<T> Read<T>(string path, Func<JsonElement, T> read)
    {
        using var lines = Open(path);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            T row;
            try
            {
                using var json = JsonDocument.Parse(line);
                row = read(json.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)}:{number}: the row is not of the form this task reads ({fault.Message}); name a gold file of the task", fault);
            }

            yield return row;
        }
    }

    /// <summary>Opens a text file, unpacking <c>.gz</c>.</summary>
    public static StreamReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    /// <summary>The string or number of a field, or null where it is absent or null.</summary>
    public static string? Text(this JsonElement row, string field) => !row.TryGetProperty(field, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>The entries of a list; none where the field is absent or null.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>Whether the field is there, be it null.</summary>
    public static bool Has(this JsonElement row, string field) => row.TryGetProperty(field, out _);

    /// <summary>The strings of a list; a single string counts as a list of one.</summary>
    public static IEnumerable<string> Strings(this JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? [value.GetString()!] : row.List(field).Select(entry => entry.GetString()!);

    /// <summary>The document of a row: its id and text, and its title and day where it has them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">BCP 47 tag, or null to let it be detected.</param>
    /// <param name="date">The day as written in the row, or null.</param>
    public static Article Article(JsonElement row, string text, string? language, string? date) => new()
    {
        Id = row.Text("id") ?? throw new KeyNotFoundException("it has no id"),
        Text = text,
        Title = row.Text("title"),
        Published = Day(date),
        Language = language,
    };

    /// <summary>The ISO date, or date and time, at the beginning of <paramref name="written"/>; null when there is none. 20080804 is one too.</summary>
    public static string? Day(string? written)
    {
        if (written is null) return null;
        var at = 0;
        if (Digits(4) is not { } year || Digits(2) is not { } month || Digits(2) is not { } day) return null;
        var clock = written.AsSpan(at);
        var length = clock is ['T', _, _, ':', _, _, ..] && IsClock(clock[1..6]) ? clock is [_, _, _, _, _, _, ':', _, _, ..] && IsClock(clock[4..9]) ? 9 : 6 : 0;
        return $"{year}-{month}-{day}{clock[..length]}";

        string? Digits(int count)
        {
            if (at > 0 && at < written.Length && written[at] == '-') at++;
            if (at + count > written.Length || !written.AsSpan(at, count).ContainsOnlyDigits()) return null;
            at += count;
            return written.Substring(at - count, count);
        }

        static bool IsClock(ReadOnlySpan<char> pair) => pair[..2].ContainsOnlyDigits() && pair[3..].ContainsOnlyDigits();
    }

    /// <summary>A number that may be written as a string; null where there is none.</summary>
    public static double? Number(this JsonElement row, string field) => row.Text(field) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
