using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using Dateline.Text;
using Dateline.Text.Places;

namespace Dateline.Chronology.Export;

/// <summary>Writes gathered events, disputes and chronicles as the lines that version 1 of the gathering contract prescribes.</summary>
/// <remarks>Safe for use by several threads, each with a writer of its own.</remarks>
public static class GatheringJson
{
    /// <summary>Writes an event.</summary>
    public static void Write(Utf8JsonWriter writer, Event happening)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "event");
        writer.WriteString("id", happening.Id);
        writer.WriteString("kind", happening.IsCoded ? happening.Kind.ToPlover() : null);
        writer.WriteString("mode", happening.Mode);
        Strings(writer, "contexts", happening.Contexts);
        writer.WriteString("cameo", happening.Cameo);
        if (happening.Edtf is null)
        {
            writer.WriteNull("time");
        }
        else
        {
            writer.WriteStartObject("time");
            writer.WriteString("edtf", happening.Edtf);
            writer.WriteString("low", Day(happening.Bounds?.First));
            writer.WriteString("high", Day(happening.Bounds?.Last));
            writer.WriteEndObject();
        }

        Place(writer, happening.Place);
        Parties(writer, "actors", happening.Actors);
        Parties(writer, "recipients", happening.Recipients);
        writer.WriteStartArray("numbers");
        foreach (var (telling, number) in happening.Tellings.SelectMany(telling => telling.Numbers.Select(number => (telling, number))))
        {
            writer.WriteStartObject();
            writer.WriteString("document", telling.Document);
            Words(writer, number.Begin, number.End, number.Text);
            Figure(writer, "value", number.Value);
            Figure(writer, "low", number.Low);
            Figure(writer, "high", number.High);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Mentions(writer, happening.Tellings, withEvent: true);
        writer.WriteStartArray("origins");
        foreach (var origin in happening.Origins)
        {
            writer.WriteStartObject();
            writer.WriteString("id", origin.Id);
            Strings(writer, "documents", origin.Documents);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Strings(writer, "disputed", [.. happening.Disputes.Select(dispute => dispute.Aspect).Distinct()]);
        writer.WriteNumber("score", Math.Round(happening.Score, 3));
        writer.WriteBoolean("shown", happening.IsShown);
        writer.WriteEndObject();
    }

    /// <summary>Writes a dispute.</summary>
    public static void Write(Utf8JsonWriter writer, Dispute dispute)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "dispute");
        writer.WriteString("event", dispute.Event);
        writer.WriteString("aspect", dispute.Aspect);
        writer.WriteStartArray("positions");
        foreach (var position in dispute.Positions)
        {
            writer.WriteStartObject();
            writer.WriteString("value", position.Value);
            writer.WriteString("text", position.Text);
            writer.WriteStartArray("claims");
            foreach (var claim in position.Claims)
            {
                var factuality = claim.Telling.Factuality;
                writer.WriteStartObject();
                writer.WriteString("document", claim.Telling.Document);
                Words(writer, claim.Begin, claim.End, claim.Text);
                writer.WriteString("speaker", claim.Telling.Speaker);
                writer.WriteStartObject("factuality");
                writer.WriteString("certainty", ReadingJson.CodeOf(factuality.Certainty));
                writer.WriteString("polarity", factuality.IsNegative ? "-" : "+");
                writer.WriteString("standing", factuality.Standing.ToString().ToLowerInvariant());
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("origins", position.Origins);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a state.</summary>
    public static void Write(Utf8JsonWriter writer, StateFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "state");
        writer.WriteString("subject", fact.Subject.Name);
        writer.WriteString("relation", fact.Relation.ToString().ToLowerInvariant());
        writer.WriteString("object", fact.Object.Name);
        writer.WriteString("by", fact.Relation is StateRelation.Sanctioned or StateRelation.Suspended ? fact.Object.Name : null);
        writer.WriteStartObject("valid");
        writer.WriteString("edtf", $"{EdtfOf(fact.Openings)}/{EdtfOf(fact.Closings)}");
        writer.WriteString("start", Day(fact.Start?.First));
        writer.WriteString("end", Day(fact.End?.Last));
        writer.WriteString("startKind", fact.StartKind.ToString().ToLowerInvariant());
        writer.WriteString("endKind", fact.EndKind.ToString().ToLowerInvariant());
        writer.WriteEndObject();
        Mentions(writer, [.. fact.Openings.Concat(fact.Closings).SelectMany(happening => happening.Tellings)], withEvent: true, name: "claims");
        writer.WriteEndObject();
    }

    /// <summary>Writes a prediction as it stands on <paramref name="day"/>.</summary>
    public static void Write(Utf8JsonWriter writer, Prediction prediction, DateOnly day)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "prediction");
        writer.WriteString("maker", prediction.Maker);
        writer.WriteString("content", prediction.Content);
        writer.WriteString("due", prediction.Due);
        writer.WriteString("certainty", ReadingJson.CodeOf(prediction.Certainty));
        writer.WriteString("status", prediction.On(day).ToString().ToLowerInvariant());
        writer.WriteStartArray("claims");
        writer.WriteStartObject();
        writer.WriteString("document", prediction.Document);
        Words(writer, prediction.Begin, prediction.End, prediction.Content);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteNull("outcome");
        writer.WriteEndObject();
    }

    /// <summary>Writes a chronicle.</summary>
    public static void Write(Utf8JsonWriter writer, Gathering.Chronicle chronicle)
    {
        writer.WriteStartObject();
        writer.WriteString("entity", chronicle.Entity);
        writer.WriteStartArray("entries");
        foreach (var entry in chronicle.Entries)
        {
            writer.WriteStartObject();
            writer.WriteNumber("order", entry.Order);
            writer.WriteString("edtf", entry.Edtf);
            Mentions(writer, entry.Tellings, withEvent: false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes two tellings of one event, each with the sentence around its words.</summary>
    /// <param name="writer">Gets one object.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="documentOf">Gives the document of an id.</param>
    public static void Write(Utf8JsonWriter writer, MergedPair pair, Func<string, Document> documentOf)
    {
        writer.WriteStartObject();
        writer.WriteString("event", pair.Event.Id);
        writer.WriteString("kind", pair.Event.Kind.ToPlover());
        writer.WriteStartArray("tellings");
        foreach (var telling in (Telling[])[pair.One, pair.Other])
        {
            var document = documentOf(telling.Document);
            var tokens = document.Tokens;
            var row = tokens.FirstAtOrAfter(telling.Span.Start);
            writer.WriteStartObject();
            writer.WriteString("document", telling.Document);
            Words(writer, telling.Begin, telling.End, telling.Text);
            writer.WriteString("edtf", telling.Edtf);
            if (row < tokens.Count && tokens.Sentences[tokens.SentenceOf[row]] is var sentence) writer.WriteString("sentence", document.TextAt(tokens.SpanOf(sentence.First, sentence.End - 1)));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // An end that no telling gives is left open in the EDTF sense of unknown: “../” says open, an empty side says unknown.
    private static string? EdtfOf(IReadOnlyList<Event> events) =>
        events.FirstOrDefault(happening => happening.Bounds is { First: not null, Last: not null })?.Edtf is { } edtf && !edtf.Contains('/') ? edtf : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);

    private static void Mentions(Utf8JsonWriter writer, IReadOnlyList<Telling> tellings, bool withEvent, string name = "mentions")
    {
        writer.WriteStartArray(name);
        foreach (var telling in tellings)
        {
            writer.WriteStartObject();
            writer.WriteString("document", telling.Document);
            Words(writer, telling.Begin, telling.End, telling.Text);
            if (withEvent) writer.WriteString("event", telling.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter writer, GazetteerPlace? place)
    {
        if (place is null)
        {
            writer.WriteNull("place");
            return;
        }

        writer.WriteStartObject("place");
        writer.WriteString("name", place.Name);
        writer.WriteNumber("lat", place.Latitude);
        writer.WriteNumber("lon", place.Longitude);
        writer.WriteString("country", place.Country);
        writer.WriteString("precision", place.Precision.ToString().ToLowerInvariant());
        writer.WriteString("gazetteerId", place.GazetteerId);
        writer.WriteEndObject();
    }

    private static void Parties(Utf8JsonWriter writer, string name, IReadOnlyList<TellingParty> parties)
    {
        writer.WriteStartArray(name);
        foreach (var party in parties)
        {
            writer.WriteStartObject();
            writer.WriteString("name", party.Name);
            writer.WriteString("text", party.Text);
            writer.WriteString("code", party.Code);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter writer, string name, IReadOnlyList<string> strings)
    {
        writer.WriteStartArray(name);
        foreach (var text in strings) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter writer, int begin, int end, string text)
    {
        writer.WriteNumber("begin", begin);
        writer.WriteNumber("end", end);
        writer.WriteString("text", text);
    }

    private static void Figure(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } figure) writer.WriteNumber(name, figure);
        else writer.WriteNull(name);
    }
}
