using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Learning.Corpora;
using Dateline.Text.Mentions;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores terrorist incidents at document level (MUC-3/MUC-4, Sundheim 1992; entities as in CEAF-REE, Du, Rush and Cardie 2021).
/// </summary>
/// <remarks>
/// <para>An incident is read off a shown violent event: an assault, a seizure, or a threat of violence, not negated, denied or hypothetical.
/// “Detection”: the document has one. “Incident type”: KIDNAPPING by the mode, BOMBING by the mode, ARSON by a trigger of
/// burning, ROBBERY for a seizure, otherwise ATTACK; optional templates neither count nor hurt.</para>
/// <para>Slots over all templates of a document. An actor that is a person, role or nothing known is a perpetrating individual, any other
/// an organisation; a recipient that is a person, role, group, nationality or nothing known is a victim, any other a target;
/// instruments are weapons. “Exact”: some name of the one is a name of the other; “lenient”: all words of the shorter are in the longer. As many pairs as
/// possible, one to one. Not scored: which slot belongs to which template, dates, places, effects.</para>
/// </remarks>
public static class IncidentScorer
{
    private static readonly string[] Burning = ["arson", "burn", "torch", "set fire", "on fire", "ablaze"];

    /// <summary>Compares the violent events of readings with the templates of the gold.</summary>
    /// <param name="gold">The reports.</param>
    /// <param name="readings">What was read, by the report's id; a report without reading has no events.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldIncidents> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        foreach (var measure in (ReadOnlySpan<string>)["detection", "incident type", "exact: all slots", "lenient: all slots"]) sheet.Tally(measure);
        foreach (var report in gold)
        {
            var reading = readings.GetValueOrDefault(report.Article.Id);
            EventMention[] events = [.. (reading?.Events ?? []).Where(IsViolent)];
            AddIncidents(sheet, report, reading, events);
            var slots = SlotsOf(reading, events);
            foreach (var (measure, matches) in new (string, Func<HashSet<string>, HashSet<string>, bool>)[] { ("exact", Share), ("lenient", Resemble) })
            {
                foreach (var (role, fillers) in report.Fillers) AddSlot(sheet, report, role, fillers, slots[role], measure, matches);
            }
        }

        return sheet;
    }

    private static void AddIncidents(ScoreSheet sheet, GoldIncidents report, Reading? reading, EventMention[] events)
    {
        var isRelevant = report.IsRelevant;
        var isFound = events.Length > 0;
        sheet.Tally("detection").Add(isFound && isRelevant ? 1 : 0, isFound && (isRelevant || report.Incidents.Count == 0) ? 1 : 0, isRelevant ? 1 : 0);

        var wanted = new List<HashSet<string>>();
        foreach (var incident in report.Incidents.Where(incident => !incident.IsOptional && !wanted.Exists(known => known.SetEquals(incident.Names)))) wanted.Add(incident.Names);
        string[] read = [.. events.Select(told => TypeOf(told, reading!)).Distinct().Order(StringComparer.Ordinal)];
        var right = Matching.Most(wanted.Count, read.Length, (g, f) => wanted[g].Contains(read[f])).Count(partner => partner >= 0);
        var allowed = report.Incidents.SelectMany(incident => incident.Names).ToHashSet(StringComparer.Ordinal);
        sheet.Tally("incident type").Add(right, right + read.Count(type => !allowed.Contains(type)), wanted.Count);
        if (isFound != isRelevant) sheet.Error(report.Article.Id, $"gold {(isRelevant ? "incident" : "none")}, read {(read.Length > 0 ? string.Join(' ', read) : "none")}");
    }

    private static void AddSlot(
        ScoreSheet sheet, GoldIncidents report, IncidentRole role, List<MarkedFiller> fillers, List<HashSet<string>> found, string measure, Func<HashSet<string>, HashSet<string>, bool> matches)
    {
        var required = fillers.FindAll(filler => !filler.IsOptional);
        var optional = fillers.FindAll(filler => filler.IsOptional);
        var partners = Matching.Most(required.Count, found.Count, (g, f) => matches(required[g].Names, found[f]));
        var harmless = Enumerable.Range(0, found.Count).Count(f => partners[f] < 0 && optional.Exists(filler => matches(filler.Names, found[f])));
        var right = partners.Count(partner => partner >= 0);
        sheet.Tally($"{measure}: {role.ToString().ToLowerInvariant()}").Add(right, found.Count - harmless, required.Count);
        sheet.Tally($"{measure}: all slots").Add(right, found.Count - harmless, required.Count);
        if (measure != "lenient") return;
        foreach (var g in Enumerable.Range(0, required.Count).Except(partners))
            sheet.Error(report.Article.Id, $"missed {role.ToString().ToLowerInvariant()} ‘{required[g].Names.Order(StringComparer.Ordinal).First()}’");
    }

    private static bool IsViolent(EventMention told) =>
        told is { IsShown: true, Factuality: { IsNegative: false, Standing: not (Standing.Denied or Standing.Hypothetical) } }
        && (told.Kind == EventKind.Assault || (told.Kind, told.Mode) is (EventKind.Coerce, "seize") or (EventKind.Threaten, "violence"));

    private static string TypeOf(EventMention told, Reading reading)
    {
        if (told.Kind == EventKind.Coerce) return "ROBBERY";
        if (told.Mode == "abduct") return "KIDNAPPING";
        if (told.Mode is "explosives" or "suicide-attack") return "BOMBING";
        var trigger = LevelledText.Fold(reading.Document.TextAt(told.Trigger));
        return Array.Exists(Burning, word => trigger.Contains(word, StringComparison.Ordinal)) ? "ARSON" : "ATTACK";
    }

    private static Dictionary<IncidentRole, List<HashSet<string>>> SlotsOf(Reading? reading, EventMention[] events)
    {
        var slots = Enum.GetValues<IncidentRole>().ToDictionary(role => role, _ => new Dictionary<string, HashSet<string>>(StringComparer.Ordinal));
        var kindAt = (reading?.Document.Mentions ?? []).GroupBy(mention => mention.Span).ToDictionary(same => same.Key, same => same.Last().Kind);
        foreach (var told in events)
        {
            var document = reading!.Document;
            foreach (var party in told.Actors)
                Add(KindOf(party) is null or MentionKind.Person or MentionKind.Role or MentionKind.Other ? IncidentRole.Individual : IncidentRole.Organisation, party);
            foreach (var party in told.Undergoing)
            {
                Add(
                    KindOf(party) is null or MentionKind.Person or MentionKind.Role or MentionKind.Group or MentionKind.Nationality ? IncidentRole.Victim : IncidentRole.Target,
                    party);
            }

            foreach (var instrument in told.Instruments) Add(IncidentRole.Weapon, new Party(instrument, Entity: -1, Code: null));

            // Parties that are the same entity are one filler under several names.
            void Add(IncidentRole role, Party party)
            {
                var entity = party.Entity >= 0 ? document.Entities[party.Entity] : null;
                var words = LevelledText.Plain(document.TextAt(party.Span));
                var key = entity?.Id ?? words;
                if (!slots[role].TryGetValue(key, out var names)) slots[role].Add(key, names = new HashSet<string>(StringComparer.Ordinal));
                names.UnionWith(LevelledText.Strings([words, entity?.Name ?? string.Empty]));
            }

            MentionKind? KindOf(Party party) =>
                party.Entity >= 0 ? document.Entities[party.Entity].Kind : kindAt.TryGetValue(party.Span, out var kind) ? kind : null;
        }

        return slots.ToDictionary(slot => slot.Key, slot => slot.Value.Values.ToList());
    }

    private static bool Share(HashSet<string> left, HashSet<string> right) => left.Overlaps(right);

    private static bool Resemble(HashSet<string> left, HashSet<string> right) =>
        left.Any(one => right.Any(other => Words(one) is var a && Words(other) is var b && (a.IsSubsetOf(b) || b.IsSubsetOf(a))));

    private static HashSet<string> Words(string name) => [.. name.Split(' ')];
}
