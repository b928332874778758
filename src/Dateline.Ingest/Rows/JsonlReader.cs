using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Dateline.Ingest.Dates;
using Dateline.Ingest.Plain;
using Dateline.Text;

namespace Dateline.Ingest.Rows;

/// <summary>JSON lines to articles, one row at a time: memory is bounded by the longest row, and a bad row stops nothing.</summary>
/// <remarks>One instance reads one input: it remembers the ids, 16 bytes each.</remarks>
internal sealed class JsonlReader
{
    static readonly string[] Fields = ["id", "text", "title", "url", "outlet", "byline", "published", "language", "via"];

    readonly IntakeLimits _limits;
    readonly string _name;
    readonly SeenIds _seen = new();

    public JsonlReader(string name, IntakeLimits limits)
    {
        _name = name;
        _limits = limits;
    }

    /// <summary>Reads all rows; blank lines are passed over.</summary>
    public IEnumerable<IntakeResult> Read(Stream stream)
    {
        var any = false;
        foreach (var (line, number, tooLong) in new ByteLines(stream, _limits.LineBytes).Read())
        {
            var place = $"{_name}:{number}";
            if (tooLong)
                yield return new IntakeResult(place, IngestMessages.LineTooLong(_limits.LineBytes, place));
            else if (line.Span.ContainsAnyExcept(" \t\r\n"u8))
                yield return ReadRow(line, place);
            else
                continue;
            any = true;
        }
        if (!any)
            yield return new IntakeResult(_name, IngestMessages.Empty(_name));
    }

    IntakeResult ReadRow(ReadOnlyMemory<byte> line, string place)
    {
        List<Diagnostic> diagnostics = [];
        if (!Utf8.IsValid(line.Span))
        {
            var repaired = Encoding.UTF8.GetString(line.Span);
            diagnostics.Add(IngestMessages.BytesReplaced(repaired.AsSpan().Count('\uFFFD'), place));
            line = Encoding.UTF8.GetBytes(repaired);
        }
        var values = new string?[Fields.Length];
        var failure = ReadFields(line.Span, values, place);
        var (id, text) = (values[0], values[1]);
        if (failure is null && id is null)
            failure = IngestMessages.MissingField("id", place);
        if (id is not null && !_seen.Add(id))
        {
            failure ??= IngestMessages.DuplicateId(id, place);
            id = null;
        }
        if (failure is null && text is null)
            failure = IngestMessages.MissingField("text", place);
        if (failure is not null)
            return new IntakeResult(id ?? place, failure);

        var published = values[6];
        if (published is not null && IsoDates.Normalize(published) is var iso)
        {
            if (iso is null)
                diagnostics.Add(IngestMessages.BadDate(published, place));
            published = iso;
        }
        return new IntakeResult(PlainTextReader.Complete(new Article
        {
            Id = id!,
            Text = text!,
            Title = values[2],
            Url = values[3],
            Outlet = values[4],
            Byline = values[5],
            Published = published,
            PublishedBasis = published is null ? null : "given",
            Language = values[7],
            Via = values[8],
            Diagnostics = diagnostics,
        }));
    }

    Diagnostic? ReadFields(ReadOnlySpan<byte> line, string?[] values, string place)
    {
        Diagnostic? failure = null;
        var seen = 0;
        var field = "the row";
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = _limits.JsonDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return IngestMessages.NotJson("it does not begin with ‘{’", place);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                field = "the row";
                var index = 0;
                while (index < Fields.Length && !reader.ValueTextEquals(Fields[index]))
                    index++;
                reader.Read();
                if (index == Fields.Length)
                {
                    reader.Skip();
                    continue;
                }
                field = Fields[index];
                if ((seen & 1 << index) != 0)
                    failure ??= IngestMessages.DuplicateField(field, place);
                seen |= 1 << index;
                if (reader.TokenType == JsonTokenType.String)
                    values[index] = reader.GetString();
                else if (reader.TokenType != JsonTokenType.Null)
                    failure ??= IngestMessages.WrongType(field, Kind(reader.TokenType), place);
                reader.Skip();
            }
            if (reader.Read())
                return failure ?? IngestMessages.NotJson("something follows the object", place);
        }
        catch (JsonException e)
        {
            var stop = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return IngestMessages.NotJson(stop > 0 ? e.Message[..stop].TrimEnd('.') : e.Message, place);
        }
        catch (InvalidOperationException)
        {
            // The only string that parses and cannot be read is one with \ud800 and no partner.
            return IngestMessages.BrokenSurrogate(field, place);
        }
        return failure;
    }

    static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.StartArray => "a list",
        _ => "an object",
    };
}
