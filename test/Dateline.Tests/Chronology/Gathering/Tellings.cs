using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using Dateline.Text;
using Dateline.Text.Places;

namespace Dateline.Tests.Chronology.Gathering;

/// <summary>Tellings made by hand, as a reading would give them.</summary>
internal static class Tellings
{
    public static readonly GazetteerPlace Gao = new("test:gao", "Gao", 16.27, -0.04, "MLI", "Gao", "PPL", PlacePrecision.Town, 86_000);
    public static readonly GazetteerPlace Kayes = new("test:kayes", "Kayes", 14.45, -11.44, "MLI", "Kayes", "PPL", PlacePrecision.Town, 97_000);
    public static readonly GazetteerPlace GaoRegion = new("test:gao-region", "Gao Region", 17, 0, "MLI", "Gao", "ADM1", PlacePrecision.Region, 0);
    public static readonly GazetteerPlace Mali = new("test:mali", "Mali", 17, -4, "MLI", null, "PCLI", PlacePrecision.Country, 0);

    public static TellingParty Named(string name, string? code = null) => new(name.ToLowerInvariant(), name, name, code, true);

    public static TellingParty Some(string noun) => new(noun, noun, noun, null, false);

    public static TellingNumber Count(string what, double value) => new(what, value, value, value, $"{value} {what}", 40, 50, new TextSpan(40, 10));

    public static TellingNumber Range(string what, double? low, double? high) => new(what, low, high, null, $"some {what}", 40, 50, new TextSpan(40, 10));

    /// <summary>A telling; <paramref name="day"/> is a day, two days with a slash between them, or null for an undated one.</summary>
    public static Telling Of(
        string document, EventKind kind, string act, string? actor = null, string? recipient = null, string? day = null, string published = "2025-03-12",
        GazetteerPlace? place = null, string? outlet = null, Factuality factuality = default, string? speaker = null, int begin = 0, params TellingNumber[] numbers)
    {
        var days = day?.Split('/').Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd").DayNumber).ToArray();
        var paper = DateOnly.ParseExact(published, "yyyy-MM-dd");
        return new Telling
        {
            Document = document,
            Id = $"e{begin + 1}",
            Outlet = outlet ?? document,
            Published = paper,
            Kind = kind,
            Cameo = "190",
            Stems = [act],
            Text = act,
            Begin = begin,
            End = begin + act.Length,
            Span = new TextSpan(begin, act.Length),
            Actors = actor is null ? [] : [Named(actor)],
            Recipients = recipient is null ? [] : [Named(recipient)],
            Place = place,
            Edtf = day,
            Low = days?[0] ?? int.MinValue,
            High = days?[^1] ?? paper.DayNumber,
            IsDated = days is not null,
            Numbers = numbers,
            Factuality = factuality,
            Speaker = speaker,
            Score = 0.9,
            IsShown = true,
        };
    }

    /// <summary>The events of tellings whose documents are all of one origin each.</summary>
    public static List<Event> Gather(params Telling[] tellings) => [.. EventMaker.EventsOf(
        Gatherer.Gather(tellings), [.. tellings.Select(telling => telling.Document).Distinct().Select(document => new Origin(document, [document]))])];
}
