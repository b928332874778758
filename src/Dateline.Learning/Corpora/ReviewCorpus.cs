using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>An article with what people decided on its tellings.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Reviews">The decisions.</param>
public sealed record GoldReviews(Article Article, IReadOnlyList<ReviewedTelling> Reviews) : GoldDocument(Article);

/// <summary>Reads the gold that <c>dateline export --format gold</c> writes of people's decisions.</summary>
public static class ReviewCorpus
{
    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its texts, or null for what each line says.</param>
    /// <exception cref="InvalidDataException">A row is not of this form.</exception>
    public static IEnumerable<GoldReviews> Read(string path, string? language = null) => GoldLines.Read(path, row => OfRow(row, language));

    private static GoldReviews OfRow(JsonElement row, string? language)
    {
        var text = row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        if (!row.Has("reviews")) throw new KeyNotFoundException("it has no reviews");
        var offsets = new CodePointOffsets(text);
        return new GoldReviews(
            GoldLines.Article(row, text, language ?? row.Text("language"), row.Text("published")),
            [
                .. row.List("reviews").Select(review => new ReviewedTelling(
                    new CodedTelling
                    {
                        Trigger = Span(review.GetProperty("trigger")),
                        Kind = EventKindNames.TryParse(review.Text("kind"), out var kind) ? kind : throw new KeyNotFoundException($"‘{review.Text("kind")}’ is none of PLOVER's events"),
                        Actors = [.. review.List("actors").Select(Span)],
                        Recipients = [.. review.List("recipients").Select(Span)],
                        Place = review.TryGetProperty("place", out var place) && place.ValueKind == JsonValueKind.Object ? Span(place) : null,
                        Edtf = review.TryGetProperty("time", out var time) && time.ValueKind == JsonValueKind.Object ? time.Text("edtf") : null,
                        Numbers = [.. review.List("numbers").Select(Span)],
                    },
                    review.Text("verdict") != "reject")),
            ]);

        TextSpan Span(JsonElement words) => offsets.Span(words.GetProperty("begin").GetInt32(), words.GetProperty("end").GetInt32());
    }
}
