using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Tests.Learning.Scoring;

/// <summary>A reading put together by hand, so that a scorer can be tested without the reader.</summary>
internal sealed class HandReading(string id, string text)
{
    private readonly List<Mention> _mentions = [];
    private readonly List<Entity> _entities = [];
    private readonly List<TimeExpression> _times = [];
    private readonly List<PlaceMention> _places = [];
    private readonly List<Attribution> _attributions = [];
    private readonly List<EventMention> _events = [];

    public Article Article { get; } = new() { Id = id, Text = text };

    public TextSpan At(string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, words);
        return new TextSpan(start, words.Length);
    }

    public HandReading Name(string words, MentionKind kind, MentionLevel level = MentionLevel.Name)
    {
        _mentions.Add(new Mention(At(words), 0, 1, 0, kind, level));
        return this;
    }

    public HandReading Time(string words, string? edtf, TimeType type = TimeType.Date)
    {
        _times.Add(new TimeExpression(At(words), type, edtf, TimeAnchor.None, null));
        return this;
    }

    public HandReading Place(string words, double latitude, double longitude, bool isMetonymic = false)
    {
        _places.Add(new PlaceMention(At(words), new GazetteerPlace("own:1", words, latitude, longitude, null, null, "PPL", PlacePrecision.Town, 0), [], isMetonymic));
        return this;
    }

    public HandReading Unlocated(string words)
    {
        _places.Add(new PlaceMention(At(words), null, [], false));
        return this;
    }

    public HandReading Said(string? source, string? cue, params string[] content)
    {
        _attributions.Add(new Attribution(Span(source), -1, Span(cue), [.. content.Select(At)], AttributionForm.Indirect));
        return this;
    }

    public HandReading Entity(string id, string name, MentionKind kind, string? code = null)
    {
        _entities.Add(new Entity(id, name, kind, code));
        return this;
    }

    public HandReading Told(string trigger, EventKind kind, string cameo, Party[]? actors = null, Party[]? recipients = null, string? mode = null, string[]? instruments = null, bool isShown = true, Factuality factuality = default)
    {
        _events.Add(new EventMention
        {
            Id = $"e{_events.Count + 1}",
            Kind = kind,
            Mode = mode,
            Cameo = cameo,
            Trigger = At(trigger),
            Actors = actors ?? [],
            Recipients = recipients ?? [],
            Instruments = [.. (instruments ?? []).Select(At)],
            Evidence = At(trigger),
            IsShown = isShown,
            Factuality = factuality,
        });
        return this;
    }

    public Party Party(string words, string? code = null, int entity = -1) => new(At(words), entity, code);

    public Reading Finish()
    {
        var document = new Document(text) { Mentions = _mentions, Entities = _entities, Times = _times, Places = _places };
        return new Reading(Article, document, _attributions, _events, []);
    }

    public IReadOnlyDictionary<string, Reading> Alone() => new Dictionary<string, Reading>(StringComparer.Ordinal) { [id] = Finish() };

    private TextSpan? Span(string? words) => words is null ? null : At(words);
}
