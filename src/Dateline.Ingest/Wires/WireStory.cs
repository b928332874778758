using Dateline.Ingest.Archives;
using Dateline.Ingest.Feeds;
using Dateline.Text;

namespace Dateline.Ingest.Wires;

/// <summary>A story as an agency hands it on.</summary>
/// <param name="Entry">Its fields, the text as markup.</param>
/// <param name="Provider">Who hands it on.</param>
/// <param name="Place">Where it was written.</param>
/// <param name="Status">Its state in lower case, such as “usable”, “canceled”, “withheld”; null when none is given.</param>
/// <param name="Kind">What it is, such as “text” or “picture”.</param>
internal sealed record WireStory(FeedEntry Entry, string? Provider, string? Place, string? Status, string Kind)
{
    /// <summary>The stories that have words as articles, in order; the others are counted.</summary>
    /// <param name="stories">All of them.</param>
    /// <param name="id">What the input is called: its only story too.</param>
    /// <param name="remarks">What decoding had to say; stands with the first article.</param>
    /// <param name="limits">How much is taken.</param>
    public static IEnumerable<IntakeResult> Results(IReadOnlyList<WireStory> stories, string id, IReadOnlyList<Diagnostic> remarks, IntakeLimits limits)
    {
        var skipped = new SkippedTally();
        List<IntakeResult> results = [];
        for (var k = 0; k < stories.Count; k++)
        {
            var own = stories.Count == 1 ? id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}#{k + 1}");
            if (stories[k].Entry is not ({ Content: not null } or { Summary: not null }))
                skipped.Add(stories[k].Kind);
            else
                results.Add(new IntakeResult(stories[k].ToArticle(own, results.Count == 0 ? remarks : [], limits)));
        }
        return [.. results.SkipLast(1), skipped.Conclude(results.LastOrDefault(), id)];
    }

    Article ToArticle(string id, IReadOnlyList<Diagnostic> remarks, IntakeLimits limits)
    {
        if (Status is "canceled" or "cancelled" or "withheld")
            remarks = [.. remarks, IngestMessages.StoryWithdrawn(Status, id)];
        var article = FeedReader.ToArticle(Entry, new Feed { Kind = FeedKind.Rss, Version = "", Title = Provider }, id, remarks, limits);
        return article with { DatelinePlace = article.DatelinePlace ?? Place };
    }

    /// <summary>Dates by the fields that give them, in order of trust, each once.</summary>
    public static List<DateCandidate> Dates(params ReadOnlySpan<(string Rule, string? Value)> fields)
    {
        List<DateCandidate> dates = [];
        foreach (var (rule, value) in fields)
        {
            if (value is not null && FeedDates.Normalize(Expanded(value)) is { } iso && !dates.Exists(d => d.Value == iso))
                dates.Add(new DateCandidate(iso, rule));
        }
        return dates;
    }

    // ISO 8601 without its marks: “20251005T123000Z”.
    static string Expanded(string value) =>
        value.Length >= 15 && value[8] == 'T' && !value.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9') && !value.AsSpan(9, 6).ContainsAnyExceptInRange('0', '9')
            ? $"{value[..4]}-{value[4..6]}-{value[6..8]}T{value[9..11]}:{value[11..13]}:{value[13..15]}{value[15..]}" : value;
}
