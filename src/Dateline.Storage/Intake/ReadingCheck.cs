using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Storage;

/// <summary>Evidence or nothing: refuses a reading that points outside its text or at what is not there.</summary>
internal static class ReadingCheck
{
    /// <summary>What is wrong with <paramref name="reading"/>; null when it fits its text.</summary>
    public static Diagnostic? Fault(string name, Reading reading)
    {
        var document = reading.Document;
        var length = document.Text.Length;
        if (!string.Equals(document.Text, reading.Article.Text, StringComparison.Ordinal)) return StoreMessages.TextsDiffer(name);

        string? what = null;
        TextSpan where = default;
        foreach (var passage in reading.Article.Passages) Look("a passage", passage.Span);
        foreach (var passage in document.Passages) Look("a passage", passage.Span);
        foreach (var mention in document.Mentions)
        {
            Look("a mention", mention.Span);
            Index("a mention's entity", mention.Entity, document.Entities.Count);
        }

        foreach (var time in document.Times) Look("a time", time.Span);
        foreach (var place in document.Places) Look("a place", place.Span);
        for (var i = 0; i < reading.Attributions.Count; i++)
        {
            var attribution = reading.Attributions[i];
            Look("a speaker", attribution.Source);
            Look("a cue", attribution.Cue);
            foreach (var content in attribution.Content) Look("what is said", content);
            Index("a speaker's entity", attribution.SourceEntity, document.Entities.Count);
            Index("an attribution within another", attribution.Within, reading.Attributions.Count);
        }

        foreach (var telling in reading.Events)
        {
            Look("a trigger", telling.Trigger);
            Look("the evidence of an event", telling.Evidence);
            Look("an event's place", telling.Place?.Span);
            Look("an event's time", telling.Time?.Span);
            Index("an event's attribution", telling.Attribution, reading.Attributions.Count);
            foreach (var party in telling.Actors) Take(party);
            foreach (var party in telling.Recipients) Take(party);
            foreach (var instrument in telling.Instruments) Look("an instrument", instrument);
            foreach (var quantity in telling.Quantities)
            {
                Look("a number", quantity.Span);
                Look("what is counted", quantity.Of);
            }
        }

        foreach (var prediction in reading.Predictions)
        {
            Look("a prediction", prediction.Evidence);
            Index("a prediction's event", prediction.Event, reading.Events.Count);
            Index("a prediction's attribution", prediction.Attribution, reading.Attributions.Count);
        }

        return what is null ? null : StoreMessages.SpanOutside(name, what, where, length);

        void Look(string kind, TextSpan? span)
        {
            if (span is not { } there || what is not null) return;
            if (there.Start >= 0 && there.Length >= 0 && there.Length <= length - there.Start) return;
            what = kind;
            where = there;
        }

        void Index(string kind, int index, int count)
        {
            if (what is not null || (index >= -1 && index < count)) return;
            what = $"{kind} ({index} of {count})";
        }

        void Take(Party party)
        {
            Look("an actor or recipient", party.Span);
            Index("an actor's or recipient's entity", party.Entity, document.Entities.Count);
        }
    }
}
