using System.Text.Json;
using Dateline.Text;

namespace Dateline.Storage;

/// <summary>The two small lists that a version carries along and that nobody asks for by their parts.</summary>
internal static class StoredJson
{
    public static string Write(IReadOnlyList<string> tags) => JsonSerializer.Serialize(tags);

    public static string Write(IReadOnlyList<DateCandidate> candidates) => JsonSerializer.Serialize(candidates);

    public static IReadOnlyList<string> ReadTags(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];

    public static IReadOnlyList<DateCandidate> ReadCandidates(string json) => JsonSerializer.Deserialize<List<DateCandidate>>(json) ?? [];
}
