using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Syntax;
using Dateline.Text.Times;

namespace Dateline.Chronology.Export;

/// <summary>
/// Writes a reading as the JSON object that version 1 of the reading contract prescribes.
/// </summary>
/// <remarks>
/// Offsets are half-open and count Unicode code points; they are converted here, at the edge, and nowhere else. Safe
/// for use by several threads, each with a writer of its own.
/// </remarks>
public static class ReadingJson
{
    /// <summary>The form in which lines are written: no needless escapes, no indentation.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes one document as one object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="withTokens">Whether to add the <c>tokens</c> layer.</param>
    public static void Write(Utf8JsonWriter writer, Reading reading, bool withTokens = false) =>
        new Session(writer, reading).Write(withTokens);

    /// <summary>Writes the line of an input that could not be read, so that no document vanishes.</summary>
    public static void WriteFailure(Utf8JsonWriter writer, string id, Diagnostic failure)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteStartObject("error");
        writer.WriteString("code", failure.Code);
        writer.WriteString("message", failure.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The contract's word for a certainty: CT, PR, PS or U.</summary>
    public static string CodeOf(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "CT",
        Certainty.Probable => "PR",
        Certainty.Possible => "PS",
        _ => "U",
    };

    private readonly ref struct Session
    {
        private readonly Utf8JsonWriter _writer;
        private readonly Reading _reading;
        private readonly Document _document;
        private readonly CodePointMap _points;

        public Session(Utf8JsonWriter writer, Reading reading)
        {
            _writer = writer;
            _reading = reading;
            _document = reading.Document;
            _points = new CodePointMap(_document.Text);
        }

        public void Write(bool withTokens)
        {
            var article = _reading.Article;
            _writer.WriteStartObject();
            _writer.WriteString("id", article.Id);
            _writer.WriteString("title", article.Title);
            _writer.WriteString("url", article.Url);
            _writer.WriteString("outlet", article.Outlet);
            _writer.WriteString("via", article.Via);
            _writer.WriteString("byline", article.Byline);
            _writer.WriteString("language", _document.Language);
            _writer.WriteString("published", article.Published);
            _writer.WriteString("publishedBasis", article.PublishedBasis);
            _writer.WriteString("text", _document.Text);
            WriteSentences();
            if (withTokens) WriteTokens();
            WriteEntities();
            WriteMentions();
            WritePlaces();
            WriteTimes();
            WriteAttributions();
            WriteEvents();
            WritePredictions();
            WriteDiagnostics();
            _writer.WriteEndObject();
        }

        private void WriteSentences()
        {
            _writer.WriteStartArray("sentences");
            foreach (var sentence in _document.Tokens.Sentences)
            {
                _writer.WriteStartObject();
                Bounds(sentence.Span);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteTokens()
        {
            var tokens = _document.Tokens;
            _writer.WriteStartArray("tokens");
            for (var i = 0; i < tokens.Count; i++)
            {
                _writer.WriteStartObject();
                Words(tokens.SpanOf(i));
                var form = tokens.CharsOf(i);
                if (!form.SequenceEqual(tokens.SpanOf(i).In(_document.Text))) _writer.WriteString("form", form);
                _writer.WriteString("lemma", tokens.Lemmas[i]);
                _writer.WriteString("upos", tokens.Upos[i].ToConllu());
                _writer.WriteString("xpos", tokens.Xpos[i]);
                _writer.WriteString("feats", tokens.Feats[i]);
                _writer.WriteNumber("head", tokens.Heads[i]);
                _writer.WriteString("deprel", tokens.Relations[i].ToConllu());
                _writer.WriteNumber("sentence", tokens.SentenceOf[i]);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteEntities()
        {
            _writer.WriteStartArray("entities");
            foreach (var entity in _document.Entities)
            {
                _writer.WriteStartObject();
                _writer.WriteString("id", entity.Id);
                _writer.WriteString("name", entity.Name);
                _writer.WriteString("kind", NameOf(entity.Kind));
                _writer.WriteString("code", entity.Code);
                _writer.WriteString("country", entity.Country);
                _writer.WriteString("sector", entity.Sector);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteMentions()
        {
            _writer.WriteStartArray("mentions");
            foreach (var mention in _document.Mentions)
            {
                _writer.WriteStartObject();
                Words(mention.Span);
                _writer.WriteString("kind", NameOf(mention.Kind));
                Entity(mention.Entity);
                _writer.WriteString("level", mention.Level switch
                {
                    MentionLevel.Name => "name",
                    MentionLevel.Nominal => "nominal",
                    _ => "pronoun",
                });
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WritePlaces()
        {
            _writer.WriteStartArray("places");
            foreach (var place in _document.Places)
            {
                _writer.WriteStartObject();
                Words(place.Span);
                Position(place.Place);
                if (place.IsMetonymic) _writer.WriteBoolean("metonymic", true);
                _writer.WriteStartArray("alternatives");
                foreach (var other in place.Alternatives)
                {
                    _writer.WriteStartObject();
                    Position(other);
                    _writer.WriteEndObject();
                }

                _writer.WriteEndArray();
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteTimes()
        {
            _writer.WriteStartArray("times");
            foreach (var time in _document.Times)
            {
                _writer.WriteStartObject();
                Words(time.Span);
                _writer.WriteString("type", time.Type switch
                {
                    TimeType.Date => "date",
                    TimeType.Time => "time",
                    TimeType.Duration => "duration",
                    _ => "set",
                });
                _writer.WriteString("edtf", time.Edtf);
                _writer.WriteString("anchor", time.Anchor switch
                {
                    TimeAnchor.Document => "document",
                    TimeAnchor.Preceding => "preceding",
                    _ => "none",
                });
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteAttributions()
        {
            _writer.WriteStartArray("attributions");
            foreach (var attribution in _reading.Attributions)
            {
                _writer.WriteStartObject();
                if (attribution.Source is { } source)
                {
                    _writer.WriteStartObject("source");
                    Words(source);
                    Entity(attribution.SourceEntity);
                    _writer.WriteEndObject();
                }
                else
                {
                    _writer.WriteNull("source");
                }

                WordsOrNull("cue", attribution.Cue);
                Spans("content", attribution.Content);
                _writer.WriteString("form", attribution.Form switch
                {
                    AttributionForm.Direct => "direct",
                    AttributionForm.Indirect => "indirect",
                    _ => "mixed",
                });
                Index("within", attribution.Within);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteEvents()
        {
            _writer.WriteStartArray("events");
            foreach (var telling in _reading.Events)
            {
                _writer.WriteStartObject();
                _writer.WriteString("id", telling.Id);
                _writer.WriteString("kind", telling.Kind.ToPlover());
                _writer.WriteString("mode", telling.Mode);
                _writer.WriteStartArray("contexts");
                foreach (var context in telling.Contexts) _writer.WriteStringValue(context);
                _writer.WriteEndArray();
                _writer.WriteString("cameo", telling.Cameo);
                WordsOrNull("trigger", telling.Trigger);
                Parties("actors", telling.Actors);

                // What several do to each other, each does to the others: a consumer that pairs both sides gets every pair.
                Parties("recipients", telling.Undergoing);
                if (telling.Place is { } place)
                {
                    _writer.WriteStartObject("place");
                    Words(place.Span);
                    Position(place.Place);
                    _writer.WriteEndObject();
                }
                else
                {
                    _writer.WriteNull("place");
                }

                if (telling.Time is { } time)
                {
                    _writer.WriteStartObject("time");
                    _writer.WriteString("edtf", time.Edtf);
                    _writer.WriteString("basis", time.Basis switch
                    {
                        TimeBasis.Stated => "stated",
                        TimeBasis.Relative => "relative",
                        TimeBasis.Document => "document",
                        _ => "unknown",
                    });
                    if (time.Span is { } words) Words(words);
                    _writer.WriteEndObject();
                }
                else
                {
                    _writer.WriteNull("time");
                }

                Instruments(telling.Instruments);
                _writer.WriteStartArray("numbers");
                foreach (var quantity in telling.Quantities) Number(quantity);
                _writer.WriteEndArray();
                _writer.WriteStartObject("factuality");
                _writer.WriteString("certainty", CodeOf(telling.Factuality.Certainty));
                _writer.WriteString("polarity", telling.Factuality.IsNegative ? "-" : "+");
                _writer.WriteString("standing", telling.Factuality.Standing.ToString().ToLowerInvariant());
                _writer.WriteEndObject();
                Index("attribution", telling.Attribution);
                WordsOrNull("evidence", telling.Evidence);
                _writer.WriteNumber("score", Math.Round(telling.Score, 3));
                _writer.WriteBoolean("shown", telling.IsShown);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WritePredictions()
        {
            _writer.WriteStartArray("predictions");
            foreach (var prediction in _reading.Predictions)
            {
                _writer.WriteStartObject();
                if (prediction.Event >= 0) _writer.WriteString("event", _reading.Events[prediction.Event].Id);
                else _writer.WriteNull("event");
                Index("attribution", prediction.Attribution);
                WordsOrNull("evidence", prediction.Evidence);
                _writer.WriteString("due", prediction.Due);
                _writer.WriteString("certainty", CodeOf(prediction.Certainty));
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WriteDiagnostics()
        {
            _writer.WriteStartArray("diagnostics");
            foreach (var diagnostic in _reading.Article.Diagnostics.Concat(_document.Diagnostics))
            {
                _writer.WriteStartObject();
                _writer.WriteString("code", diagnostic.Code);
                _writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
                _writer.WriteString("message", diagnostic.Message);
                if (diagnostic.Span is { } span) Bounds(span);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void Number(Quantity quantity)
        {
            _writer.WriteStartObject();
            Words(quantity.Span);
            Figure("value", quantity.Value);
            Figure("low", quantity.Low);
            Figure("high", quantity.High);
            _writer.WriteString("unit", quantity.Unit);
            _writer.WriteString("of", quantity.Of is { } of ? of.In(_document.Text) : null);
            if (quantity.Kind != QuantityKind.Other) _writer.WriteString("kind", quantity.Kind.ToString().ToLowerInvariant());
            _writer.WriteEndObject();
        }

        private void Parties(string name, IReadOnlyList<Party> parties)
        {
            _writer.WriteStartArray(name);
            foreach (var party in parties)
            {
                _writer.WriteStartObject();
                Words(party.Span);
                Entity(party.Entity);
                _writer.WriteString("code", party.Code);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void Position(GazetteerPlace? place)
        {
            _writer.WriteString("name", place?.Name);
            // A country or a region is an area: its middle helps to sort and to measure, and `precision` says what it is worth.
            Figure("lat", place?.Latitude);
            Figure("lon", place?.Longitude);
            _writer.WriteString("country", place?.Country);
            _writer.WriteString("admin1", place?.Admin1);
            _writer.WriteString("feature", place?.Feature);
            _writer.WriteString("precision", place is null ? null : place.Precision.ToString().ToLowerInvariant());
            _writer.WriteString("gazetteerId", place?.GazetteerId);
        }

        // “the bomb” is the bomb told before: the entity says so.
        private void Instruments(IReadOnlyList<TextSpan> spans)
        {
            _writer.WriteStartArray("instruments");
            foreach (var span in spans)
            {
                _writer.WriteStartObject();
                Words(span);
                foreach (var mention in _document.Mentions)
                {
                    if (mention.Span.Start >= span.End) break;
                    if (mention.Entity < 0 || mention.Level != MentionLevel.Nominal || mention.Span.End != span.End || !mention.Span.Overlaps(span)) continue;
                    Entity(mention.Entity);
                    break;
                }

                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void Spans(string name, IReadOnlyList<TextSpan> spans)
        {
            _writer.WriteStartArray(name);
            foreach (var span in spans)
            {
                _writer.WriteStartObject();
                Words(span);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        private void WordsOrNull(string name, TextSpan? span)
        {
            if (span is { } words)
            {
                _writer.WriteStartObject(name);
                Words(words);
                _writer.WriteEndObject();
            }
            else
            {
                _writer.WriteNull(name);
            }
        }

        private void Words(TextSpan span)
        {
            Bounds(span);
            _writer.WriteString("text", span.In(_document.Text));
        }

        private void Bounds(TextSpan span)
        {
            _writer.WriteNumber("begin", _points.At(span.Start));
            _writer.WriteNumber("end", _points.At(span.End));
        }

        private void Entity(int index)
        {
            if (index >= 0) _writer.WriteString("entity", _document.Entities[index].Id);
            else _writer.WriteNull("entity");
        }

        private void Index(string name, int index)
        {
            if (index >= 0) _writer.WriteNumber(name, index);
            else _writer.WriteNull(name);
        }

        private void Figure(string name, double? value)
        {
            if (value is { } figure) _writer.WriteNumber(name, figure);
            else _writer.WriteNull(name);
        }

        private static string NameOf(MentionKind kind) => kind.ToString().ToLowerInvariant();
    }
}
