using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text;

namespace Dateline.Storage;

/// <summary>Writes what people decided as gold, a text a line, in the words of the reading contract; see docs/export.md.</summary>
internal static class ReviewGold
{
    public static void Write(Stream output, IReadOnlyList<ReviewedText> texts)
    {
        foreach (var text in texts)
        {
            using (var writer = new Utf8JsonWriter(output, ReadingJson.Options)) Write(writer, text);
            output.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter writer, ReviewedText text)
    {
        var points = new CodePointMap(text.Text);
        writer.WriteStartObject();
        // An article may have been decided on in two texts of it.
        writer.WriteString("id", $"{text.Article}@{text.TextSha256[..8]}");
        writer.WriteString("title", text.Title);
        writer.WriteString("outlet", text.Outlet);
        writer.WriteString("published", text.Published);
        writer.WriteString("language", text.Language);
        writer.WriteString("text", text.Text);
        writer.WriteStartArray("reviews");
        foreach (var review in text.Reviews)
        {
            var telling = review.Telling;
            writer.WriteStartObject();
            writer.WriteString("verdict", review.IsRight ? "accept" : "reject");
            writer.WriteString("kind", telling.Kind.ToPlover());
            writer.WritePropertyName("trigger");
            Words(telling.Trigger);
            List("actors", telling.Actors);
            List("recipients", telling.Recipients);
            writer.WritePropertyName("place");
            if (telling.Place is { } place) Words(place);
            else writer.WriteNullValue();
            writer.WritePropertyName("time");
            if (telling.Edtf is { } edtf)
            {
                writer.WriteStartObject();
                writer.WriteString("edtf", edtf);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNullValue();
            }

            List("numbers", telling.Numbers);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        void List(string name, IReadOnlyList<TextSpan> spans)
        {
            writer.WriteStartArray(name);
            foreach (var span in spans) Words(span);
            writer.WriteEndArray();
        }

        void Words(TextSpan span)
        {
            writer.WriteStartObject();
            writer.WriteNumber("begin", points.At(span.Start));
            writer.WriteNumber("end", points.At(span.End));
            writer.WriteString("text", text.Text.AsSpan(span.Start, span.Length));
            writer.WriteEndObject();
        }
    }
}
