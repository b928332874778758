using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores event records against records coded by hand, one gold record for a sentence or story. Only what is shown counts.
/// </summary>
/// <remarks>
/// <para>“Event type”: the set of kinds of a record against the set of its gold. Records whose gold has no PLOVER event are left out;
/// those without any gold event are negatives, which weigh on precision and have a line of their own. “Extra events per record”: shown events of a kind the gold lacks.</para>
/// <para>“Type, actor, recipient” as country and as full code: sets of triples over all pairs of codes; two or more actors without
/// recipient act on each other. “By text”: an event is right when kinds agree and, for each role that the gold marks, some party
/// overlaps a marked span, or one text contains the other; one to one. “Marked pair” asks only about events of the marked actor on the marked recipient, or of both on each other: how
/// many of all such pairs have an event of the right kind, and how many of those that have an event at all.</para>
/// <para>“CAMEO root” and “code”: sets of the record. “Quad class”: of the CAMEO code where it is comparable, otherwise of the kind.</para>
/// </remarks>
public static class CodedEventScorer
{
    /// <summary>Compares the shown events of readings with those of the gold.</summary>
    /// <param name="gold">The records.</param>
    /// <param name="readings">What was read, by the record's id; a record without reading has no events.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldEvents> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        var byKind = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        int extra = 0, typed = 0, negatives = 0, silent = 0, marked = 0, coded = 0, right = 0;
        foreach (var record in gold)
        {
            var read = readings.TryGetValue(record.Article.Id, out var reading) ? reading.Events.Where(told => told.IsShown).Select(told => new ShownEvent(told, reading, record.JoinsYield)).ToArray() : [];
            if (record.IsTyped)
            {
                var wanted = record.Events.Select(told => told.Kind!).ToHashSet(StringComparer.Ordinal);
                var kinds = read.Select(told => told.Kind).ToHashSet(StringComparer.Ordinal);
                sheet.Tally("event type").Add(kinds.Count(wanted.Contains), kinds.Count, wanted.Count);
                foreach (var kind in kinds.Union(wanted))
                {
                    if (!byKind.TryGetValue(kind, out var tally)) byKind.Add(kind, tally = new Tally());
                    tally.Add(kinds.Contains(kind) && wanted.Contains(kind) ? 1 : 0, kinds.Contains(kind) ? 1 : 0, wanted.Contains(kind) ? 1 : 0);
                }

                extra += read.Count(told => !wanted.Contains(told.Kind));
                typed++;
                if (wanted.Count == 0)
                {
                    negatives++;
                    if (read.Length == 0) silent++;
                }

                if (!kinds.SetEquals(wanted)) sheet.Error(record.Article.Id, $"gold {Listed(wanted)}, read {Listed(kinds)}: {(record.Article.Text.Length > 110 ? record.Article.Text[..110] : record.Article.Text)}");
                if (record.HasActorCodes) AddDyads(sheet, record, read);
                AddParties(sheet, record, read);
            }

            AddCodes(sheet, record, read);
            foreach (var told in record.Events.Where(told => record.IsTyped && told.Actors.Any(HasSpan) && told.Recipients.Any(HasSpan)))
            {
                marked++;
                var between = Array.FindAll(read, other => other.Joins(told));
                if (between.Length > 0) coded++;
                if (Array.Exists(between, other => other.Kind == told.Kind)) right++;
            }
        }

        // Their names are indented, so that they can be told from the measures over all kinds.
        foreach (var (kind, tally) in byKind) sheet.Tally("  " + kind).Add(tally.Right, tally.Found, tally.Gold);
        sheet.Figure("extra events per record", typed == 0 ? null : (double)extra / typed);
        if (negatives > 0) sheet.Share("records without event left empty", silent, negatives);
        if (marked > 0)
        {
            sheet.Share("marked pair: kind right, of all pairs", right, marked);
            sheet.Share("marked pair: kind right, of pairs with an event", right, coded);
        }

        return sheet;
    }

    private static bool HasSpan(MarkedParty party) => party.Span is not null;

    private static string Listed(HashSet<string> kinds) => kinds.Count == 0 ? "-" : string.Join(' ', kinds.Order(StringComparer.Ordinal));

    private static void AddDyads(ScoreSheet sheet, GoldEvents record, ShownEvent[] read)
    {
        foreach (var (name, isFull) in new[] { ("country", false), ("full code", true) })
        {
            var wanted = record.Events.SelectMany(told => Dyads(told.Kind!, told.ActorCodes ?? [], told.RecipientCodes ?? [], isFull)).ToHashSet();
            var found = read.SelectMany(told => Dyads(told.Kind, told.ActorCodes, told.RecipientCodes, isFull)).ToHashSet();
            sheet.Tally($"type, actor, recipient: {name}").Add(found.Count(wanted.Contains), found.Count, wanted.Count);
        }
    }

    private static IEnumerable<(string Kind, (string, string) Actor, (string, string) Recipient)> Dyads(string kind, IEnumerable<string> actors, IEnumerable<string> recipients, bool isFull)
    {
        var (doers, others) = (Levelled(actors), Levelled(recipients));
        if (doers.Count > 1 && (others.Count == 0 || doers.SetEquals(others))) return from doer in doers from other in doers where doer != other select (kind, doer, other);
        HashSet<(string, string)> nobody = [(PloverCodes.Unknown, string.Empty)];
        return from doer in doers.Count > 0 ? doers : nobody from other in others.Count > 0 ? others : nobody select (kind, doer, other);

        HashSet<(string Country, string Sector)> Levelled(IEnumerable<string> codes) =>
            [.. codes.SelectMany(PloverCodes.ActorCodes).Select(code => isFull ? code : (code.Country, string.Empty))];
    }

    private static void AddParties(ScoreSheet sheet, GoldEvents record, ShownEvent[] read)
    {
        if (!record.Events.Any(told => told.Actors.Count > 0 || told.Recipients.Count > 0)) return;
        var partners = Matching.Most(record.Events.Count, read.Length, (g, f) => read[f].Fits(record.Events[g]));
        sheet.Tally("type, actor, recipient: by text").Add(partners.Count(partner => partner >= 0), read.Length, record.Events.Count);
    }

    private static void AddCodes(ScoreSheet sheet, GoldEvents record, ShownEvent[] read)
    {
        if (record.HasCameo)
        {
            var wanted = record.Events.Where(told => told.Cameo is not null).Select(told => told.Cameo!).ToHashSet(StringComparer.Ordinal);
            var found = read.Select(told => told.Cameo).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
            var (wantedRoots, foundRoots) = (Roots(wanted), Roots(found));
            sheet.Tally("CAMEO root").Add(foundRoots.Count(wantedRoots.Contains), foundRoots.Count, wantedRoots.Count);
            sheet.Tally("CAMEO code").Add(found.Count(wanted.Contains), found.Count, wanted.Count);
        }

        if (record.QuadClasses is { } quads)
        {
            var found = read.Select(told => told.QuadClass).Where(quad => quad != 0).ToHashSet();
            sheet.Tally("quad class").Add(found.Count(quads.Contains), found.Count, quads.Count);
        }

        static HashSet<string> Roots(IEnumerable<string> codes) => codes.Select(code => code.Length > 2 ? code[..2] : code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A shown event with what is compared of it.</summary>
    private sealed class ShownEvent(EventMention told, Reading reading, bool joinsYield)
    {
        /// <summary>The kind, in the words of the corpus.</summary>
        public string Kind { get; } = joinsYield && (told.Kind is EventKind.Concede or EventKind.Retreat) ? "YIELD" : told.Kind.ToPlover();

        public string Cameo { get; } = string.Concat(told.Cameo.Where(char.IsAsciiDigit));

        public int QuadClass => Cameo.Length > 1 && !joinsYield ? PloverCodes.QuadOf(Cameo) : PloverCodes.QuadOfKind(Kind);

        public IEnumerable<string> ActorCodes => told.Actors.Select(CodeOf);

        public IEnumerable<string> RecipientCodes => told.Recipients.Select(CodeOf);

        /// <summary>Whether kind and marked roles agree.</summary>
        public bool Fits(MarkedEvent gold) => gold.Kind == Kind && Plays(gold.Actors, told.Actors) && Plays(gold.Recipients, told.Recipients);

        /// <summary>Whether it is an event of the marked actor on the marked recipient, or of both on each other.</summary>
        public bool Joins(MarkedEvent gold) =>
            (Plays(gold.Actors, told.Actors) && Plays(gold.Recipients, told.Recipients))
            || (told.Recipients.Count == 0 && Plays(gold.Actors, told.Actors) && Plays(gold.Recipients, told.Actors));

        private string CodeOf(Party party) =>
            !string.IsNullOrEmpty(party.Code) ? party.Code : party.Entity >= 0 && reading.Document.Entities[party.Entity].Code is { Length: > 0 } code ? code : PloverCodes.Unknown;

        private bool Plays(IReadOnlyList<MarkedParty> marked, IReadOnlyList<Party> parties) =>
            marked.Count == 0 || marked.Any(wanted => parties.Any(party => IsNear(wanted, party)));

        private bool IsNear(MarkedParty wanted, Party party)
        {
            if (wanted.Span is { } span) return span.Overlaps(party.Span);
            var (left, right) = (LevelledText.Fold(wanted.Words), LevelledText.Fold(reading.Document.TextAt(party.Span)));
            return left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal);
        }
    }
}
