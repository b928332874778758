using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Learning.Scoring;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>Somebody who takes part, as marked: by a span of the text, or by words alone.</summary>
/// <param name="Span">Where it is; null when only the words are given.</param>
/// <param name="Words">The words; null when the span is given.</param>
public sealed record MarkedParty(TextSpan? Span, string? Words);

/// <summary>An event as coded by hand.</summary>
/// <param name="Kind">PLOVER event, or null where the code has none.</param>
/// <param name="Cameo">CAMEO code, or null.</param>
/// <param name="Actors">Who does it; empty where nobody is marked.</param>
/// <param name="Recipients">To whom; empty where nobody is marked.</param>
/// <param name="ActorCodes">Codes of the actors; null where the corpus has no codes.</param>
/// <param name="RecipientCodes">Codes of the recipients; null where the corpus has no codes.</param>
public sealed record MarkedEvent(
    string? Kind, string? Cameo, IReadOnlyList<MarkedParty> Actors, IReadOnlyList<MarkedParty> Recipients, IReadOnlyList<string>? ActorCodes = null, IReadOnlyList<string>? RecipientCodes = null);

/// <summary>A sentence or story with the events coded in it.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Events">The events; none for a text in which there is none.</param>
public sealed record GoldEvents(Article Article, IReadOnlyList<MarkedEvent> Events) : GoldDocument(Article)
{
    /// <summary>Whether the events have PLOVER kinds, so that kinds can be compared.</summary>
    public bool IsTyped { get; init; } = true;

    /// <summary>Whether the codes of actors are those of the world, so that they can be compared.</summary>
    public bool HasActorCodes { get; init; }

    /// <summary>Whether CAMEO codes can be compared.</summary>
    public bool HasCameo { get; init; }

    /// <summary>Whether the corpus knows only YIELD for what PLOVER calls CONCEDE or RETREAT.</summary>
    public bool JoinsYield { get; init; }

    /// <summary>The quad classes 1–4 that are told; null where the corpus has none.</summary>
    public IReadOnlySet<int>? QuadClasses { get; init; }
}

/// <summary>
/// Reads corpora of coded events, each recognised by its fields: PLOVER gold standard records, the records of the
/// PETRARCH family, PLV, the CAMEO manual, and the classes of ConfliBERT.
/// </summary>
public static partial class EventCorpus
{
    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its texts, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of a known form.</exception>
    public static IEnumerable<GoldEvents> Read(string path, string? language = null)
    {
        var records = new List<GoldEvents>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in GoldLines.Read(path, row => OfRow(row, language)))
        {
            // PLV has one row for each marked pair of a sentence, and the sentence is read once.
            if (record is { JoinsYield: true } && !places.TryAdd(record.Article.Text, records.Count))
            {
                var first = records[places[record.Article.Text]];
                records[places[record.Article.Text]] = first with
                {
                    Events = [.. first.Events, .. record.Events],
                    QuadClasses = first.QuadClasses!.Union(record.QuadClasses!).ToHashSet(),
                };
            }
            else if (record is not null)
            {
                records.Add(record);
            }
        }

        return records;
    }

    private static GoldEvents? OfRow(JsonElement row, string? language)
    {
        var text = row.Text("text_joined") ?? row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        var article = GoldLines.Article(row, text, language, row.Text("date"));
        if (row.TryGetProperty("gold", out var gold) && gold.ValueKind == JsonValueKind.Object) return OfPlover(gold, article);
        if (row.Text("gold_kind") is { } kind) return kind == "error" ? null : OfPetrarch(row, kind, article);
        if (row.Has("source_span")) return OfPlv(row, article);
        if (row.Text("gold_event") is { } code) return OfCameoManual(code, article);
        if (row.Has("gold_quad"))
            return new GoldEvents(article, []) { IsTyped = false, QuadClasses = WithoutStatements([row.GetProperty("gold_quad").GetInt32()]) };
        throw new KeyNotFoundException("it has no gold events");
    }

    private static GoldEvents OfPlover(JsonElement gold, Article article)
    {
        var offsets = new CodePointOffsets(article.Text);
        MarkedParty[] Spans(string role) =>
        [
            .. gold.List("spans")
                .Where(span => span.Strings("role").Any(name => name.Contains(role, StringComparison.Ordinal)) && span.Text("start") is not null)
                .Select(span => new MarkedParty(offsets.Span(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()), null)),
        ];
        string[] Codes(string side) => [.. gold.List(side).Select(party => $"{party.Text("code") ?? "---"} {(party.Text("sector") is { Length: > 3 } sector ? sector[..3] : party.Text("sector"))}")];
        var isReciprocal = gold.TryGetProperty("reciprocal", out var value) && value.ValueKind == JsonValueKind.True;
        var (source, target) = (Codes("source"), Codes("target"));
        var told = new MarkedEvent(
            PloverCodes.Renamed(gold.Text("event")), null, Spans("SRC"), isReciprocal ? [] : Spans("TAR"), source, isReciprocal && target.Length == 0 ? source : target);

        // The dates of these records stand for nothing.
        return new GoldEvents(article with { Published = null }, [told]) { HasActorCodes = true };
    }

    private static GoldEvents OfPetrarch(JsonElement row, string kind, Article article)
    {
        var gold = row.List("gold").ToArray();
        var words = row.List("gold_text").ToArray();
        var events = new List<MarkedEvent>();
        for (var i = 0; i < gold.Length; i++)
        {
            var digits = LeadingCode().Match(gold[i].Text("event") ?? string.Empty);
            var cameo = digits.Success ? digits.Groups["code"].Value : null;
            var marked = words.Length == gold.Length ? words[i] : default;
            events.Add(new MarkedEvent(
                PloverCodes.Renamed(gold[i].Text("plover")) ?? (cameo is null ? null : PloverCodes.KindOf(cameo)),
                cameo,
                Named(marked, "source_text"),
                Named(marked, "target_text"),
                [gold[i].Text("source") ?? string.Empty],
                [gold[i].Text("target") ?? string.Empty]));
        }

        return new GoldEvents(article, events)
        {
            IsTyped = events.All(told => PloverCodes.IsKind(told.Kind)),
            HasActorCodes = row.Text("set") is not ("petr_unittest" or "spanish_protest"),
            HasCameo = kind == "noevents" || events.Any(told => told.Cameo is not null),
            QuadClasses = kind == "noevents" || events.Any(told => told.Cameo is not null) ? QuadsOf(events) : null,
        };

        static MarkedParty[] Named(JsonElement marked, string field) =>
            marked.ValueKind == JsonValueKind.Object && marked.Text(field) is { Length: > 0 } name ? [new MarkedParty(null, name)] : [];
    }

    private static GoldEvents OfPlv(JsonElement row, Article article)
    {
        var offsets = new CodePointOffsets(article.Text);
        MarkedParty[] Party(string field) =>
            row.GetProperty(field) is { ValueKind: JsonValueKind.Array } span && span.GetArrayLength() == 2 ? [new MarkedParty(offsets.Span(span[0].GetInt32(), span[1].GetInt32()), null)] : [];
        return new GoldEvents(article, [new MarkedEvent(row.Text("gold_root"), null, Party("source_span"), Party("target_span"))])
        {
            JoinsYield = true,
            QuadClasses = new HashSet<int> { row.GetProperty("gold_quad").GetInt32() },
        };
    }

    private static GoldEvents OfCameoManual(string code, Article article)
    {
        var told = new MarkedEvent(PloverCodes.KindOf(code), code, [], []);
        return new GoldEvents(article, [told]) { IsTyped = told.Kind is not null, HasCameo = true, QuadClasses = QuadsOf([told]) };
    }

    private static HashSet<int> QuadsOf(IEnumerable<MarkedEvent> events) =>
        WithoutStatements(events.Where(told => told.Cameo is not null).Select(told => PloverCodes.QuadOf(told.Cameo!)));

    private static HashSet<int> WithoutStatements(IEnumerable<int> quads) => [.. quads.Where(quad => quad != 0)];

    // A year in the place of a code is none.
    [GeneratedRegex(@"^(?<code>\d{2,4})(?![\d/-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingCode();
}
