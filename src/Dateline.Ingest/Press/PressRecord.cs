using System.Text;
using Dateline.Text;

namespace Dateline.Ingest.Press;

/// <summary>One record of an export of a press database, as its fields say it.</summary>
internal sealed class PressRecord
{
    const int MostTags = 200;

    public string? Title { get; set; }

    public string? Outlet { get; set; }

    public string? Byline { get; set; }

    /// <summary>The date as written, and the time where the database keeps it apart.</summary>
    public string? Date { get; set; }

    /// <summary>Which field gave <see cref="Date"/>.</summary>
    public required string DateRule { get; init; }

    /// <summary>The language in words or as a tag.</summary>
    public string? Language { get; set; }

    public string? Url { get; set; }

    public string? Place { get; set; }

    public List<string> Tags { get; } = [];

    /// <summary>The paragraphs of the body, each on one line.</summary>
    public List<string> Body { get; } = [];

    /// <summary>Everything else, in the order of the export.</summary>
    public List<string> Rest { get; } = [];

    /// <summary>Keeps what is no part of the article, under the name of its field where it has one.</summary>
    public void Keep(string? words, string? field = null)
    {
        if (!string.IsNullOrWhiteSpace(words))
            Rest.Add(field is null ? words.Trim() : $"{field}: {words.Trim()}");
    }

    /// <summary>Adds tags as databases list them: “MALI (90%); COUPS (78%)”, “gpol : Domestic Politics | mali : Mali”.</summary>
    public void AddTags(string? list)
    {
        foreach (var part in (list ?? "").Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var label = part[(part.IndexOf(" : ", StringComparison.Ordinal) is > 0 and var colon ? colon + 3 : 0)..];
            if (label.EndsWith("%)", StringComparison.Ordinal) && label.LastIndexOf('(') is > 0 and var open)
                label = label[..open];
            if (PlainWords.Level(label) is { Length: <= 120 } tag && Tags.Count < MostTags && !Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
                Tags.Add(tag);
        }
    }

    /// <summary>The article; a record without a body is a failed row.</summary>
    public IntakeResult ToResult(string id, IReadOnlyList<Diagnostic> remarks)
    {
        var text = new StringBuilder();
        List<Passage> passages = [];
        foreach (var words in Body.Select(static p => PlainWords.Level(p)).OfType<string>())
        {
            if (text.Length > 0)
                text.Append("\n\n");
            passages.Add(new Passage(new TextSpan(text.Length, words.Length), PassageKind.Paragraph));
            text.Append(words);
        }
        if (text.Length == 0)
            return new IntakeResult(id, IngestMessages.RecordWithoutBody(Title ?? "", id));
        var iso = Date is null ? null : PressDates.Read(Date);
        if (iso is null)
            remarks = [.. remarks, IngestMessages.RecordDateUnread(Date ?? "", id)];
        var (place, agency, _) = DatelineReader.Read(passages[0].Span.In(text.ToString()));
        var article = new Article
        {
            Id = id,
            Text = text.ToString(),
            Passages = passages,
            Title = PlainWords.Level(Title ?? ""),
            Outlet = PlainWords.Level(Outlet ?? ""),
            Byline = Author(Byline),
            Published = iso,
            PublishedBasis = iso is null ? null : DateRule,
            PublishedCandidates = iso is null ? [] : [new DateCandidate(iso, DateRule)],
            Language = LanguageNames.Tag(Language),
            Url = Addresses.Resolve(Url, null),
            Tags = [.. Tags],
            DatelinePlace = place ?? PlainWords.Level(Place ?? ""),
            Agency = agency,
            Remainder = Rest.Count > 0 ? string.Join('\n', Rest) : null,
            Diagnostics = remarks,
        };
        return new IntakeResult(article with { Agency = AgencyCredits.Find(article) });
    }

    static string? Author(string? words)
    {
        var name = PlainWords.Level(words ?? "");
        foreach (var by in (ReadOnlySpan<string>)["By ", "BY ", "Par ", "PAR ", "Von ", "VON ", "Por ", "POR "])
        {
            if (name?.StartsWith(by, StringComparison.Ordinal) == true)
                name = name[by.Length..];
        }
        return name?.TrimEnd('.', ';', ' ') is { Length: > 0 } author ? author : null;
    }
}
