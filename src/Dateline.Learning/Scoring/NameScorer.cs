using Dateline.Chronology;
using Dateline.Learning.Corpora;
using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores names: one is right when its borders and its kind are those of a gold name (CoNLL 2003, Tjong Kim Sang and De Meulder).
/// </summary>
/// <remarks>
/// <para>Scored are mentions by name, one for a span. Gold types without a counterpart among the kinds (dates, money, products …)
/// are ignored, and so are names found that overlap such a span. A kind that the gold never uses is read as the one that it
/// stands for there (a group as an organisation, a facility as a place), or left out.</para>
/// <para>Not scored: mentions by description or pronoun, nesting, linking, coreference.</para>
/// </remarks>
public static class NameScorer
{
    private static readonly Dictionary<string, MentionKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = MentionKind.Person,
        ["per"] = MentionKind.Person,
        ["pers"] = MentionKind.Person,
        ["politician"] = MentionKind.Person,
        ["organisation"] = MentionKind.Organisation,
        ["organization"] = MentionKind.Organisation,
        ["org"] = MentionKind.Organisation,
        ["corporation"] = MentionKind.Organisation,
        ["politicalparty"] = MentionKind.Organisation,
        ["place"] = MentionKind.Place,
        ["location"] = MentionKind.Place,
        ["loc"] = MentionKind.Place,
        ["gpe"] = MentionKind.Place,
        ["country"] = MentionKind.Place,
        ["nationality"] = MentionKind.Nationality,
        ["norp"] = MentionKind.Nationality,
        ["facility"] = MentionKind.Facility,
        ["fac"] = MentionKind.Facility,
        ["building"] = MentionKind.Facility,
        ["street"] = MentionKind.Facility,
        ["group"] = MentionKind.Group,
        ["role"] = MentionKind.Role,
        ["other"] = MentionKind.Other,
    };

    /// <summary>Compares the names of readings with those of the gold.</summary>
    /// <param name="gold">The documents.</param>
    /// <param name="readings">What was read, by the document's id; a document without reading has no names.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldNames> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        var inventory = gold.SelectMany(document => document.Names).Where(name => Kinds.ContainsKey(name.Type)).Select(name => Kinds[name.Type]).ToHashSet();
        var errors = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in gold)
        {
            var wanted = new Dictionary<TextSpan, MentionKind>();
            foreach (var name in document.Names.Where(name => Kinds.ContainsKey(name.Type))) wanted[name.Span] = Kinds[name.Type];
            var ignored = document.Names.Where(name => !Kinds.ContainsKey(name.Type)).Select(name => name.Span).ToArray();
            var found = new Dictionary<TextSpan, MentionKind>();
            foreach (var mention in readings.GetValueOrDefault(document.Article.Id)?.Document.Mentions ?? [])
            {
                if (mention.Level != MentionLevel.Name) continue;
                found.Remove(mention.Span);
                if (Level(mention.Kind, inventory) is not { } kind || !inventory.Contains(kind)) continue;
                if (wanted.ContainsKey(mention.Span) || !Array.Exists(ignored, span => span.Overlaps(mention.Span))) found.Add(mention.Span, kind);
            }

            var right = wanted.Where(name => found.TryGetValue(name.Key, out var kind) && kind == name.Value).ToArray();
            sheet.Tally("all kinds").Add(right.Length, found.Count, wanted.Count);
            sheet.Tally("spans only").Add(wanted.Keys.Count(found.ContainsKey), found.Count, wanted.Count);
            foreach (var kind in inventory.OrderBy(Named, StringComparer.Ordinal))
                sheet.Tally(Named(kind)).Add(right.Count(name => name.Value == kind), found.Count(name => name.Value == kind), wanted.Count(name => name.Value == kind));
            NoteErrors(sheet, document, wanted, found, errors);
        }

        foreach (var (what, count) in errors) sheet.Figure(what, count);
        return sheet;
    }

    private static void NoteErrors(ScoreSheet sheet, GoldNames document, Dictionary<TextSpan, MentionKind> wanted, Dictionary<TextSpan, MentionKind> found, Dictionary<string, int> errors)
    {
        var differing =
            wanted.Where(name => !found.TryGetValue(name.Key, out var kind) || kind != name.Value).Select(name => (name.Key, name.Value, IsGold: true))
            .Concat(found.Where(name => !wanted.TryGetValue(name.Key, out var kind) || kind != name.Value).Select(name => (name.Key, name.Value, IsGold: false)));
        foreach (var (span, kind, isGold) in differing.OrderBy(name => name.Key))
        {
            var what = isGold && !found.ContainsKey(span) ? "missed" : !isGold && !wanted.ContainsKey(span) ? "invented" : "wrong kind";
            errors[what] = errors.GetValueOrDefault(what) + 1;
            sheet.Error(document.Article.Id, $"{(isGold ? "gold" : "read")} {Named(kind)}: ‘{document.Article.Text.AsSpan(span.Start, span.Length)}’ at {span.Start}");
        }
    }

    private static MentionKind? Level(MentionKind kind, HashSet<MentionKind> inventory) => inventory.Contains(kind) ? kind : kind switch
    {
        MentionKind.Group => MentionKind.Organisation,
        MentionKind.Facility => MentionKind.Place,
        _ => null,
    };

    private static string Named(MentionKind kind) => kind.ToString().ToLowerInvariant();
}
