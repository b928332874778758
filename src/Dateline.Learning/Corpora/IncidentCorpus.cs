using System.Text.Json;
using Dateline.Learning.Scoring;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>The entity slots of a MUC-4 template.</summary>
public enum IncidentRole : byte
{
    /// <summary>A person or unnamed group that did it.</summary>
    Individual,

    /// <summary>The organisation behind it.</summary>
    Organisation,

    /// <summary>A building, vehicle or other thing that was hit.</summary>
    Target,

    /// <summary>A human being that was hit.</summary>
    Victim,

    /// <summary>With what it was done.</summary>
    Weapon,
}

/// <summary>What fills a slot somewhere in a document's templates.</summary>
/// <param name="Names">All its names, levelled as MUC compares them.</param>
/// <param name="IsOptional">Whether it neither counts when missed nor hurts when found.</param>
public sealed record MarkedFiller(HashSet<string> Names, bool IsOptional);

/// <summary>The type of one incident.</summary>
/// <param name="Names">The types that are accepted for it, such as ATTACK or BOMBING.</param>
/// <param name="IsOptional">Whether the template is optional.</param>
public sealed record MarkedIncident(HashSet<string> Names, bool IsOptional);

/// <summary>A report with the incidents that it tells.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Incidents">One for each template.</param>
/// <param name="Fillers">For each role the fillers over all templates; those that share a name are one.</param>
public sealed record GoldIncidents(
    Article Article, IReadOnlyList<MarkedIncident> Incidents, IReadOnlyDictionary<IncidentRole, List<MarkedFiller>> Fillers) : GoldDocument(Article)
{
    /// <summary>Whether some template must be found.</summary>
    public bool IsRelevant => Incidents.Any(incident => !incident.IsOptional);
}

/// <summary>Reads MUC-3/MUC-4 reports with their full templates.</summary>
public static class IncidentCorpus
{
    private static readonly (IncidentRole Role, string Slot)[] Slots =
    [
        (IncidentRole.Individual, "perp_individual_id"),
        (IncidentRole.Organisation, "perp_organization_id"),
        (IncidentRole.Target, "phys_tgt_id"),
        (IncidentRole.Victim, "hum_tgt_name"),
        (IncidentRole.Weapon, "incident_instrument_id"),
    ];

    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mixedCase">Whether to give the program the text in upper and lower case, where the file has it.</param>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static IEnumerable<GoldIncidents> Read(string path, bool mixedCase = false) => GoldLines.Read(path, row =>
    {
        var text = (mixedCase ? row.Text("text_mixed_case") : null) ?? row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        var incidents = new List<MarkedIncident>();
        var fillers = Slots.ToDictionary(slot => slot.Role, _ => new List<MarkedFiller>());
        foreach (var template in row.GetProperty("templates").EnumerateArray()) Add(template, incidents, fillers);
        var date = row.TryGetProperty("dateline", out var dateline) && dateline.ValueKind == JsonValueKind.Object ? dateline.Text("date") : null;
        return new GoldIncidents(
            GoldLines.Article(row, text, language: null, date) with { Title = null }, incidents, fillers.ToDictionary(slot => slot.Key, slot => Merge(slot.Value)));
    });

    private static void Add(JsonElement template, List<MarkedIncident> incidents, Dictionary<IncidentRole, List<MarkedFiller>> fillers)
    {
        var isOptional = template.GetProperty("optional").GetBoolean();
        var types = template.Strings("incident_type").SelectMany(type => type.Split(" / ")).Where(type => type.Length > 0);
        incidents.Add(new MarkedIncident(types.ToHashSet(StringComparer.Ordinal), isOptional));
        foreach (var (role, slot) in Slots)
        {
            foreach (var filler in template.List(slot))
                fillers[role].Add(new MarkedFiller(Names(filler, "strings"), isOptional || (filler.TryGetProperty("optional", out var value) && value.ValueKind == JsonValueKind.True)));
        }

        // The description of a named victim is another name of his; one without a name is neither asked for nor wrong.
        foreach (var description in template.List("hum_tgt_description"))
        {
            var of = Names(description, "of");
            var named = fillers[IncidentRole.Victim].Where(victim => victim.Names.Overlaps(of)).ToArray();
            foreach (var victim in named) victim.Names.UnionWith(LevelledText.Strings(description.Strings("strings")));
            if (named.Length == 0) fillers[IncidentRole.Victim].Add(new MarkedFiller(Names(description, "strings"), IsOptional: true));
        }
    }

    private static HashSet<string> Names(JsonElement filler, string field) => [.. LevelledText.Strings(filler.Strings(field))];

    private static List<MarkedFiller> Merge(List<MarkedFiller> fillers)
    {
        var merged = new List<MarkedFiller>();
        foreach (var filler in fillers.Where(filler => filler.Names.Count > 0))
        {
            var twin = merged.FindIndex(other => other.Names.Overlaps(filler.Names));
            if (twin < 0)
            {
                merged.Add(filler with { Names = [.. filler.Names] });
                continue;
            }

            merged[twin].Names.UnionWith(filler.Names);
            merged[twin] = merged[twin] with { IsOptional = merged[twin].IsOptional && filler.IsOptional };
        }

        return merged;
    }
}
