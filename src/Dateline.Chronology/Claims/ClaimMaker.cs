using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Chronology.Claims;

/// <summary>Takes a reading apart into the claims it makes.</summary>
public static class ClaimMaker
{
    /// <summary>The id of an event as told in one article: the same text always gives the same id.</summary>
    public static string EventIdOf(string articleVersion, EventMention telling) =>
        ClaimIds.Make("event", articleVersion, Position(telling.Trigger), telling.Kind.ToPlover(), telling.Id);

    /// <summary>All claims of a reading, telling by telling: what, who, where, when, how many.</summary>
    public static IEnumerable<Claim> ClaimsOf(Reading reading)
    {
        var version = ClaimIds.HashOf(reading.Article.Text);
        foreach (var telling in reading.Events)
        {
            var about = EventIdOf(version, telling);
            var attribution = telling.Attribution >= 0 ? reading.Attributions[telling.Attribution] : null;

            yield return Make("what", telling.Trigger, new Assertion.Occurred(telling.Kind, telling.Mode, telling.Cameo));
            foreach (var actor in telling.Actors)
                yield return Make("actor", actor.Span, new Assertion.TookPart(actor, IsActor: true));
            foreach (var recipient in telling.Recipients)
                yield return Make("recipient", recipient.Span, new Assertion.TookPart(recipient, IsActor: false));
            if (telling.Place is { } place)
                yield return Make("place", place.Span, new Assertion.HappenedAt(place));
            if (telling.Time is { Edtf: not null } time)
                yield return Make("time", time.Span ?? telling.Trigger, new Assertion.HappenedOn(time));
            foreach (var quantity in telling.Quantities)
                yield return Make("number", quantity.Span, new Assertion.Numbered(quantity));

            Claim Make(string aspect, TextSpan span, Assertion asserts) =>
                new(ClaimIds.Make(about, aspect, Position(span)), about, new Evidence(version, span), asserts, attribution, telling.Factuality);
        }
    }

    private static string Position(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}+{span.Length}");
}
