using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Makes chronicles of readings: all that is told with somebody as doer or done-to, dated, what is told twice put together, in the order of time.
/// </summary>
/// <remarks>Not safe for several threads.</remarks>
public sealed class ChronicleMaker
{
    private readonly List<Telling> _tellings = [];
    private readonly Dictionary<(string Document, string Id), List<(string Name, bool IsPerson)>> _participants = [];
    private List<List<Telling>>? _groups;

    /// <summary>Adds what a reading tells.</summary>
    public void Add(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _groups = null;
        var document = reading.Document;
        var tree = new SentenceTree(document, document.Tokens.Lemmas);
        var finder = new ParticipantFinder(tree);
        var mentions = new StoryMentions(tree);
        var dater = new HappeningDater(tree, reading.Article.DocumentTime?.Date);
        var names = NamesOf(document);
        foreach (var (telling, row) in new TellingMaker(reading).Words())
        {
            tree.Enter(document.Tokens.Sentences[document.Tokens.SentenceOf[row]]);
            if (!ToldAsFact.Of(tree, row)) continue;
            var participants = new List<(string, bool)>();
            foreach (var participant in finder.Of(row))
            {
                if (mentions.EntityAt(participant) is var entity and >= 0) participants.AddRange(names[entity]);
                participants.Add((PhraseOf(tree, participant), mentions.At(participant)?.Kind == MentionKind.Person));
            }

            foreach (var party in telling.Actors.Concat(telling.Recipients)) participants.AddRange([(party.Name, false), (party.Key, false)]);
            if (participants.Count == 0) continue;
            _tellings.Add(Dated(telling, dater.Of(row)));
            _participants[(telling.Document, telling.Id)] = participants;
        }
    }

    /// <summary>The chronicle of somebody or something over all that was added.</summary>
    /// <param name="entity">The name to follow.</param>
    public Chronicle Of(string entity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        _groups ??= Gatherer.Gather(_tellings);
        var found = new List<(Telling? Time, List<Telling> Tellings)>();
        foreach (var group in _groups)
        {
            var own = group.FindAll(telling => _participants[(telling.Document, telling.Id)].Exists(name => EntityNames.Match(entity, name.Name, name.IsPerson)));
            if (own.Count > 0) found.Add((EventMaker.TimeOf(own), own));
        }

        var entries = new List<ChronicleEntry>();
        var order = 0;
        (int, int)? last = null;
        foreach (var (time, tellings) in found.Where(entry => entry.Time is { Low: not int.MinValue }).OrderBy(entry => entry.Time!.Low).ThenByDescending(entry => entry.Time!.High))
        {
            var bounds = (time!.Low, time.High);
            if (last != bounds) order++;
            last = bounds;
            entries.Add(new ChronicleEntry(order, time.Edtf, tellings));
        }

        entries.AddRange(found.Where(entry => entry.Time is not { Low: not int.MinValue }).Select(entry => new ChronicleEntry(0, entry.Time?.Edtf, entry.Tellings)));
        return new Chronicle(entity, entries);
    }

    private static Telling Dated(Telling telling, HappeningDate? date) => telling with
    {
        Edtf = date?.Edtf,
        Low = date?.Bounds.First?.DayNumber ?? int.MinValue,
        High = date?.Bounds.Last?.DayNumber ?? int.MaxValue,
        IsDated = date is { IsStated: true },
    };

    private static List<(string Name, bool IsPerson)>[] NamesOf(Document document)
    {
        var names = document.Entities.Select(entity => new List<(string, bool)> { (entity.Name, entity.Kind == MentionKind.Person), (entity.Id, false) }).ToArray();
        foreach (var mention in document.Mentions)
        {
            if (mention is not { Level: MentionLevel.Name, Entity: >= 0 } || mention.Entity >= names.Length) continue;
            var name = (document.TextAt(mention.Span), mention.Kind == MentionKind.Person);
            if (!names[mention.Entity].Contains(name)) names[mention.Entity].Add(name);
        }

        return names;
    }

    // The noun with what belongs to its name: “iPhone 4”, “General Motors”.
    private static string PhraseOf(SentenceTree tree, int row)
    {
        int first = row, last = row;
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child).WithoutSubtype() is not (Relation.Compound or Relation.Flat or Relation.Nummod or Relation.Goeswith) || tree.IsTime(child)) continue;
            first = Math.Min(first, child);
            last = Math.Max(last, child);
        }

        return tree.Document.TextAt(tree.Tokens.SpanOf(first, last));
    }
}
