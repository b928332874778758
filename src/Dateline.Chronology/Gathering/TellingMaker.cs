using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Syntax;
using Dateline.Text.Times;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Gathering;

/// <summary>Takes the tellings out of a reading in a form that can be compared with those of other readings.</summary>
/// <remarks>Stateless but for the reading, and thread-safe.</remarks>
public sealed class TellingMaker
{
    private readonly Reading _reading;
    private readonly CodePointMap _points;
    private readonly Lazy<int[]> _matter;

    /// <summary>Prepares a reading.</summary>
    public TellingMaker(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _reading = reading;
        _points = new CodePointMap(reading.Document.Text);
        _matter = new Lazy<int[]>(() => MatterOf(reading.Document.Tokens));
    }

    /// <summary>All tellings of the reading, in text order.</summary>
    public IEnumerable<Telling> All() => _reading.Events.Select(mention => Make(_reading, mention, _points) with { Matter = _matter.Value });

    /// <summary>
    /// All that the reading tells of, in text order: the coded tellings, and beside them, without a kind, what other words tell of something
    /// happening. English only; in another language the coded tellings.
    /// </summary>
    /// <remarks>The names of tellings without a kind are made of the place of their words: “w120”.</remarks>
    public IEnumerable<Telling> Happenings()
    {
        var coded = All().ToList();
        if (!_reading.Document.Language.StartsWith("en", StringComparison.Ordinal)) return coded;
        var words = HappeningWords.Of(_reading.Document.Tokens).Where(span => !coded.Exists(telling => telling.Span.Overlaps(span)));
        return coded.Concat(words.Select(span => At(span, string.Create(CultureInfo.InvariantCulture, $"w{span.Start}")))).OrderBy(telling => telling.Span.Start);
    }

    /// <summary>
    /// Each word of the document that tells of something happening, with its row: a coded telling may hold two (“filed a suit”). English; in
    /// another language the first words of the coded tellings.
    /// </summary>
    internal IEnumerable<(Telling Telling, int Row)> Words()
    {
        var tokens = _reading.Document.Tokens;
        var isEnglish = _reading.Document.Language.StartsWith("en", StringComparison.Ordinal);
        var spans = isEnglish ? HappeningWords.Of(tokens).ToList() : [];
        spans.AddRange(_reading.Events.Where(mention => !spans.Exists(span => span.Overlaps(mention.Trigger))).Select(mention => tokens.SpanOf(HeadRowOf(mention.Trigger))));
        foreach (var span in spans.Distinct().Order())
        {
            var row = tokens.FirstAtOrAfter(span.Start);
            var telling = At(WithParticle(row), string.Create(CultureInfo.InvariantCulture, $"w{span.Start}"));

            // In “condemned the coup” the parties are those of the condemning.
            var isHead = _reading.Events.Any(mention => mention.Trigger.Overlaps(span) && HeadRowOf(mention.Trigger) == row);
            yield return (telling.IsCoded && !isHead ? telling with { Actors = [], Recipients = [] } : telling, row);
        }

        // “stepped down”: the particle right behind a verb belongs to it.
        TextSpan WithParticle(int row) =>
            tokens.SpanOf(row, row + 1 < tokens.Count && tokens.Heads[row + 1] == row && tokens.Relations[row + 1] == Relation.CompoundPrt ? row + 1 : row);
    }

    /// <summary>
    /// The telling at some words: the reader's own where one of its triggers overlaps them, and otherwise what the sentence says around them.
    /// </summary>
    /// <param name="words">The words that name the act.</param>
    /// <param name="id">The telling's name.</param>
    public Telling At(TextSpan words, string id)
    {
        // Of “condemned the coup” and “coup” the second tells of the coup.
        var row = HeadRowOf(words);
        if ((_reading.Events.FirstOrDefault(mention => mention.Trigger.Overlaps(words) && HeadRowOf(mention.Trigger) == row) ?? _reading.Events.FirstOrDefault(mention => mention.Trigger.Overlaps(words))) is { } mention)
            return Make(_reading, mention, _points) with
            {
                Id = id,
                Stems = HeadStemOf(words),
                Text = _reading.Document.TextAt(words),
                Begin = _points.At(words.Start),
                End = _points.At(words.End),
                Span = words,
                Matter = _matter.Value,
            };
        var document = _reading.Document;
        var tokens = document.Tokens;
        var published = _reading.Article.DocumentTime?.Date;
        var sentence = row < tokens.Count ? tokens.Sentences[tokens.SentenceOf[row]] : default;
        var within = row < tokens.Count ? tokens.SpanOf(sentence.First, sentence.End - 1) : words;
        var place = document.Places.Where(place => place.Place is not null && within.Contains(place.Span)).MinBy(place => Math.Abs(place.Span.Start - words.Start));
        var time = document.Times.Where(time => time.Bounds is not null && time.Type is TimeType.Date or TimeType.Time && within.Contains(time.Span)).MinBy(time => Math.Abs(time.Span.Start - words.Start));
        return new Telling
        {
            Document = _reading.Article.Id,
            Id = id,
            Outlet = _reading.Article.Outlet,
            Published = published,
            Kind = default,
            IsCoded = false,
            Cameo = string.Empty,
            Stems = HeadStemOf(words),
            Text = document.TextAt(words),
            Begin = _points.At(words.Start),
            End = _points.At(words.End),
            Span = words,
            Actors = PartiesOf(row, static relation => relation == Relation.Nsubj),
            Recipients = PartiesOf(row, static relation => relation is Relation.Obj or Relation.NsubjPass),
            Place = place?.Place,
            PlaceText = place is null ? null : document.TextAt(place.Span),
            Edtf = time?.Edtf,
            Low = time?.Bounds?.First?.DayNumber ?? int.MinValue,
            High = time?.Bounds?.Last?.DayNumber ?? int.MaxValue,
            IsDated = time is not null,
            Context = ContextOf(tokens, words, []),
            Matter = _matter.Value,
        };
    }

    // What a document repeats, and then what it begins with, tells what it is about.
    private const int MostWords = 100;

    private static int[] MatterOf(TokenSequence tokens)
    {
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Upos[i] is not (UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Verb or UniversalPos.Adj or UniversalPos.Num)) continue;
            var word = Fnv.Of(Stem.Of(LemmaOf(tokens, i)));
            counts[word] = counts.GetValueOrDefault(word) + 1;

            // Of two stories of one kind, names and numbers tell which it is: they stand once more, as they are written.
            if (tokens.Upos[i] is not (UniversalPos.Propn or UniversalPos.Num)) continue;
            word = Fnv.Of($"^{Folded(tokens.CharsOf(i).ToString())}");
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        // Dictionaries keep the order of first use as long as nothing is removed: of equals, what stands first is taken.
        return [.. counts.OrderByDescending(entry => entry.Value).Take(MostWords).Select(entry => entry.Key).Order()];
    }

    // News of the day tells of the last days: a Monday paper has the weekend.
    private const int NewsDays = 3;

    /// <summary>All tellings of a reading, in text order.</summary>
    public static IEnumerable<Telling> Of(Reading reading)
    {
        if (reading.Events.Count == 0) return [];
        return new TellingMaker(reading).All();
    }

    private int HeadRowOf(TextSpan words)
    {
        var tokens = _reading.Document.Tokens;
        var (first, end) = RowsOf(tokens, words);
        for (var i = first; i < end; i++)
        {
            var head = tokens.Heads[i];
            if ((head < first || head >= end) && tokens.Upos[i] != UniversalPos.Punct) return i;
        }

        return first;
    }

    private List<string> HeadStemOf(TextSpan words)
    {
        var tokens = _reading.Document.Tokens;
        var head = HeadRowOf(words);
        if (head >= tokens.Count) return [];
        var stem = Stem.Of(LemmaOf(tokens, head));
        return [stem, .. WordFamilies.Of(stem)];
    }

    private List<TellingParty> PartiesOf(int head, Predicate<Relation> isWanted)
    {
        var parties = new List<TellingParty>();
        var (document, tokens) = (_reading.Document, _reading.Document.Tokens);
        if (head >= tokens.Count) return parties;
        var sentence = tokens.Sentences[tokens.SentenceOf[head]];
        for (var row = sentence.First; row < sentence.End; row++)
        {
            if (tokens.Heads[row] != head || row == head || !isWanted(tokens.Relations[row])) continue;
            var dependent = row;
            var mention = document.Mentions.Where(mention => mention.Head == dependent).MaxBy(mention => mention.Count);
            var party = mention is null ? new Party(tokens.SpanOf(dependent), -1, null) : new Party(mention.Span, mention.Entity, null);
            parties.Add(PartyOf(document, party));
        }

        return parties;
    }

    private static Telling Make(Reading reading, EventMention mention, CodePointMap points)
    {
        var document = reading.Document;
        var published = reading.Article.DocumentTime?.Date;
        var (low, high) = BoundsOf(mention, published);
        var speaker = mention.Attribution >= 0 ? reading.Attributions[mention.Attribution].Source : null;
        return new Telling
        {
            Document = reading.Article.Id,
            Id = mention.Id,
            Outlet = reading.Article.Outlet,
            Published = published,
            Kind = mention.Kind,
            Mode = mention.Mode,
            Contexts = mention.Contexts,
            Cameo = mention.Cameo,
            Stems = StemsOf(document.Tokens, mention.Trigger),
            Text = document.TextAt(mention.Trigger),
            Begin = points.At(mention.Trigger.Start),
            End = points.At(mention.Trigger.End),
            Span = mention.Trigger,
            Actors = [.. mention.Actors.Select(party => RegionalBodies.Resolve(document, mention.Trigger, PartyOf(document, party)))],
            Recipients = [.. mention.Recipients.Select(party => RegionalBodies.Resolve(document, mention.Trigger, PartyOf(document, party)))],
            Place = mention.Place?.Place,
            PlaceText = mention.Place is { } place ? document.TextAt(place.Span) : null,
            OnlyTown = mention.Place is { Place.Precision: < PlacePrecision.Country } ? null : OnlyTownOf(reading, mention),
            IsLead = IsLead(document, mention.Trigger),
            Edtf = mention.Time?.Edtf,
            Low = low,
            High = high,
            IsDated = mention.Time is { Basis: TimeBasis.Stated or TimeBasis.Relative, Bounds: not null },
            Numbers = [.. mention.Quantities.Select(quantity => NumberOf(document, quantity, points))],
            Factuality = mention.Factuality,
            Speaker = speaker is { } words ? document.TextAt(words) : null,
            Context = ContextOf(document.Tokens, mention.Trigger, Weighed(mention)),
            Score = mention.Score,
            IsShown = mention.IsShown,
        };
    }

    // Where the speaker is says nothing of the act, and a town that stands for its government is no ground.
    private static GazetteerPlace? OnlyTownOf(Reading reading, EventMention mention)
    {
        var sentence = SentenceOf(reading.Document, mention.Trigger);
        var speaker = mention.Attribution >= 0 ? reading.Attributions[mention.Attribution].Source : null;
        GazetteerPlace? town = null;
        foreach (var place in reading.Document.Places)
        {
            if (place is not { IsMetonymic: false, Place: { Precision: <= PlacePrecision.Town } named } || !sentence.Contains(place.Span) || speaker?.Overlaps(place.Span) == true) continue;
            if (town is not null && town.GazetteerId != named.GazetteerId) return null;
            town = named;
        }

        return town;
    }

    private static bool IsLead(Document document, TextSpan trigger)
    {
        var headline = document.Passages.Count > 0 && document.Passages[0].Kind == PassageKind.Headline ? document.Passages[0].Span.End : 0;
        var (first, _) = RowsOf(document.Tokens, trigger);
        if (first >= document.Tokens.Count) return false;
        var sentence = document.Tokens.SentenceOf[first];
        return trigger.Start < headline || sentence == 0 || document.Tokens.Sentences[sentence - 1].Span.Start < headline;
    }

    private static TextSpan SentenceOf(Document document, TextSpan words)
    {
        var (first, _) = RowsOf(document.Tokens, words);
        return first < document.Tokens.Count ? document.Tokens.Sentences[document.Tokens.SentenceOf[first]].Span : words;
    }

    private static (int Low, int High) BoundsOf(EventMention mention, DateOnly? published)
    {
        if (mention.Time is { Bounds: { } bounds, Basis: var basis })
        {
            var low = bounds.First?.DayNumber ?? int.MinValue;
            var high = bounds.Last?.DayNumber ?? int.MaxValue;
            return basis == TimeBasis.Document && low != int.MinValue ? (low - NewsDays, high) : (low, high);
        }

        // Nothing dates it, but what is told as done was done before it was told.
        return (int.MinValue, published is { } day && mention.Factuality.IsAsserted ? day.DayNumber : int.MaxValue);
    }

    private static TellingParty PartyOf(Document document, Party party)
    {
        var text = document.TextAt(party.Span);
        if (party.Entity >= 0 && document.Entities[party.Entity] is var entity)
        {
            var isNamed = entity.IsKnown || entity.Kind is not (MentionKind.Role or MentionKind.Other or MentionKind.Group);
            return new TellingParty(entity.IsKnown ? entity.Id : Folded(entity.Name), entity.Name, text, party.Code ?? entity.Code, isNamed);
        }

        return new TellingParty(HeadOf(document.Tokens, party.Span), text, text, party.Code, false);
    }

    // “at least 12 armed men” and “the gunmen’s men”: the last noun of the phrase says who.
    private static string HeadOf(TokenSequence tokens, TextSpan span)
    {
        var (first, end) = RowsOf(tokens, span);
        for (var i = first; i < end; i++)
        {
            var head = tokens.Heads[i];
            if (tokens.Upos[i] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron && (head < first || head >= end)) return Folded(LemmaOf(tokens, i));
        }

        return first < end ? Folded(LemmaOf(tokens, end - 1)) : string.Empty;
    }

    private static TellingNumber NumberOf(Document document, Quantity quantity, CodePointMap points)
    {
        var what = quantity.Kind != QuantityKind.Other
            ? quantity.Kind.ToString()
            : string.Join(' ', quantity.Unit, quantity.Of is { } of ? HeadOf(document.Tokens, of) : null);
        return new TellingNumber(
            what, quantity.Low ?? quantity.Value, quantity.High ?? quantity.Value, quantity.Value,
            document.TextAt(quantity.Span), points.At(quantity.Span.Start), points.At(quantity.Span.End), quantity.Span);
    }

    private static List<string> StemsOf(TokenSequence tokens, TextSpan trigger)
    {
        var stems = new List<string>();
        var (first, end) = RowsOf(tokens, trigger);
        for (var i = first; i < end; i++)
        {
            if (tokens.Upos[i] is not (UniversalPos.Verb or UniversalPos.Noun or UniversalPos.Adj or UniversalPos.Propn)) continue;
            var stem = Stem.Of(LemmaOf(tokens, i));
            if (!stems.Contains(stem)) stems.Add(stem);
        }

        stems.Sort(StringComparer.Ordinal);
        return stems;
    }

    // What is compared for itself, in words that every account of such an act has, is not counted again as the sentence's own.
    private static List<TextSpan> Weighed(EventMention mention)
    {
        List<TextSpan> spans = [mention.Trigger, .. mention.Actors.Select(party => party.Span), .. mention.Recipients.Select(party => party.Span)];
        if (mention.Place is { } place) spans.Add(place.Span);
        if (mention.Time?.Span is { } time) spans.Add(time);
        return spans;
    }

    private static int[] ContextOf(TokenSequence tokens, TextSpan trigger, List<TextSpan> weighed)
    {
        var (first, _) = RowsOf(tokens, trigger);
        if (first >= tokens.Count) return [];
        var sentence = tokens.Sentences[tokens.SentenceOf[first]];
        var words = new SortedSet<int>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var word = tokens.SpanOf(i);
            if (tokens.Upos[i] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Verb or UniversalPos.Adj or UniversalPos.Num && !weighed.Exists(span => span.Contains(word)))
                words.Add(Fnv.Of(Stem.Of(LemmaOf(tokens, i))));
        }

        return [.. words];
    }

    private static (int First, int End) RowsOf(TokenSequence tokens, TextSpan span)
    {
        // Tokens stand in text order: a search by halves finds the first that ends inside.
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (tokens.SpanOf(middle).End <= span.Start) low = middle + 1;
            else high = middle;
        }

        var end = low;
        while (end < tokens.Count && tokens.SpanOf(end).Start < span.End) end++;
        return (low, end);
    }

    private static string LemmaOf(TokenSequence tokens, int row) => tokens.Lemmas[row] is { Length: > 0 } lemma ? lemma : tokens.CharsOf(row).ToString();

    private static string Folded(string name) => name.ToLowerInvariant();
}
