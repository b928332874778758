using System.Text.Json;
using Dateline.Chronology.Reviews;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Web.Queries;

/// <summary>A decision as a form or a JSON body sends it: <c>act coder article other field value words note blind return</c>.</summary>
internal sealed class DecisionForm
{
    /// <summary>Who signs is remembered in this browser under this name.</summary>
    public const string CoderCookie = "dateline-coder";

    /// <summary>Whether he works without sight of others' decisions.</summary>
    public const string BlindCookie = "dateline-blind";

    /// <summary>What can be decided of a telling or an article.</summary>
    public const string Acts = "accept, reject, correct, note, merge, split, apart or withdraw";

    private readonly Dictionary<string, string> _parts;

    private DecisionForm(Dictionary<string, string> parts) => _parts = parts;

    public string? this[string part] => _parts.TryGetValue(part, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Where to go afterwards: a path of this server; null when none is named.</summary>
    public string? Return => this["return"] is { } path && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl) ? path : null;

    /// <summary>Reads the body; null when it is neither a form nor a JSON object of strings.</summary>
    public static async Task<DecisionForm?> Read(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
                return new DecisionForm(form.ToDictionary(part => part.Key, part => part.Value.ToString(), StringComparer.Ordinal));
            }

            if (!request.HasJsonContentType()) return null;
            using var json = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            var parts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in json.RootElement.EnumerateObject())
            {
                if (part.Value.ValueKind is JsonValueKind.String) parts[part.Name] = part.Value.GetString()!;
                else if (part.Value.ValueKind is JsonValueKind.True) parts[part.Name] = "1";
                else if (part.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)) return null;
            }

            return new DecisionForm(parts);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Who signs: as the form says, else as this browser remembers; empty when neither does.</summary>
    public string CoderOf(HttpRequest request) => SecondCoderOf(request) ?? this["coder"] ?? RememberedCoder(request) ?? string.Empty;

    public bool IsBlindOf(HttpRequest request) => SecondCoderOf(request) is not null || this["blind"] == "1" || (this["blind"] is null && RemembersBlind(request));

    /// <summary>Who signs for this whole server; null where each browser says.</summary>
    public static string? SecondCoderOf(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<SecondCoder>().Name;

    public static string? RememberedCoder(HttpRequest request) => SecondCoderOf(request) ?? CookieCoder(request);

    public static bool RemembersBlind(HttpRequest request) => SecondCoderOf(request) is not null || request.Cookies[BlindCookie] == "1";

    private static string? CookieCoder(HttpRequest request) =>
        request.Cookies[CoderCookie] is { Length: > 0 and <= 400 } coded && Uri.UnescapeDataString(coded).Trim() is { Length: > 0 and <= 100 } name ? name : null;

    /// <summary>The decision; faults name the part that cannot be read.</summary>
    public (Decision? Decision, RequestFault? Fault) ToDecision(string about, HttpRequest request)
    {
        if (!Enum.TryParse<ReviewAct>(this["act"], ignoreCase: true, out var act) || act == ReviewAct.Undo || int.TryParse(this["act"], out _))
            return (null, Problems.BadChoice("act", Acts));
        ReviewField? field = null;
        if (this["field"] is { } named)
        {
            if (!Enum.TryParse<ReviewField>(named, ignoreCase: true, out var read) || int.TryParse(named, out _))
                return (null, Problems.BadChoice("field", "kind, actor, recipient, place, time or number"));
            field = read;
        }

        // One form for all fields: a kind is chosen from a list, the rest is written.
        var value = field == ReviewField.Kind ? this["kind"] ?? this["value"] : this["value"];
        return (new Decision
        {
            Act = act,
            Coder = CoderOf(request),
            About = about,
            Article = this["article"],
            Other = this["other"],
            Field = field,
            Value = value,
            Words = this["words"],
            Note = this["note"],
            IsBlind = IsBlindOf(request),
        }, null);
    }
}
