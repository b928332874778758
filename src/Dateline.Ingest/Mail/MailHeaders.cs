using Dateline.Ingest.Feeds;
using Dateline.Text;
using MimeKit;

namespace Dateline.Ingest.Mail;

/// <summary>What the header of a newsletter says of the articles in it.</summary>
internal sealed record MailHeaders
{
    static readonly string[] ForwardMarks = ["fwd:", "fw:", "tr:", "tr :", "wg:", "rv:", "enc:", "i:", "doorst:", "vs:"];

    public string? Subject { get; init; }

    /// <summary>The sender's name, else the list's, else the domain it was sent from.</summary>
    public string? Outlet { get; init; }

    /// <summary>The person of “Anna Okoro from The Lantern”.</summary>
    public string? Byline { get; init; }

    /// <summary>The list that passed the message on, where that is not the sender.</summary>
    public string? Via { get; init; }

    /// <summary>Where the message stands on the web (RFC 5064).</summary>
    public string? Url { get; init; }

    public string? Language { get; init; }

    /// <summary>Every date, that of the sender first.</summary>
    public IReadOnlyList<DateCandidate> Dates { get; init; } = [];

    /// <summary>Whether the subject says that somebody passed on what another wrote.</summary>
    public bool IsForward { get; init; }

    /// <summary>Reads the header of a message.</summary>
    public static MailHeaders Read(MimeMessage message)
    {
        var list = ListName(message.Headers["List-Id"]);
        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var headers = new MailHeaders
        {
            Url = message.Headers["Archived-At"]?.Trim(' ', '<', '>') is { } address && Addresses.IsHttp(address) ? Addresses.Resolve(address, null) : null,
            Language = LanguageTags.Normalize(message.Headers["Content-Language"]?.Split(',')[0]),
            Dates = Candidates(("mail Date", message.Headers["Date"]), ("mail Received", message.Headers["Received"]?.Split(';')[^1])),
        };
        return headers.WithSender(sender?.Name, sender?.Address, list).WithSubject(message.Subject);
    }

    /// <summary>The same with the sender, date and subject that stand above a passed-on message.</summary>
    public MailHeaders Within(ForwardedHeader forwarded)
    {
        var person = FeedPerson.Parse(forwarded.From);
        var own = this with { Outlet = null, Byline = null, Via = null, Url = null, Dates = [.. Candidates(("forwarded Date", forwarded.Date)), .. Dates] };
        return own.WithSender(person?.Name, person?.Email, list: null).WithSubject(forwarded.Subject ?? Subject);
    }

    MailHeaders WithSender(string? name, string? address, string? list)
    {
        string? outlet = PlainWords.Level(name ?? ""), byline = null;
        foreach (var joiner in (ReadOnlySpan<string>)[" from ", " at ", " de chez "])
        {
            if (outlet?.IndexOf(joiner, StringComparison.Ordinal) is > 0 and var at)
                (byline, outlet) = (outlet[..at].Trim(), outlet[(at + joiner.Length)..].Trim());
        }
        if (string.IsNullOrEmpty(outlet) || outlet.Contains('@', StringComparison.Ordinal))
            outlet = list ?? (address?.Split('@') is [_, { Length: > 0 } domain] ? domain : null);
        return this with { Outlet = outlet, Byline = byline, Via = list is not null && !list.Equals(outlet, StringComparison.OrdinalIgnoreCase) ? list : null };
    }

    MailHeaders WithSubject(string? words)
    {
        var subject = PlainWords.Level(words ?? "");
        var forward = false;
        for (var again = true; again && subject is not null;)
        {
            var mark = Array.Find(ForwardMarks, m => subject.StartsWith(m, StringComparison.OrdinalIgnoreCase));
            again = mark is not null;
            forward |= again;
            if (mark is not null)
                subject = PlainWords.Level(subject.AsSpan(mark.Length));
        }
        return this with { Subject = subject, IsForward = forward };
    }

    // “The Sahel Brief <brief.lantern.example>”: the words before the angle; a bare code is no name.
    static string? ListName(string? field)
    {
        if (field is null || field.IndexOf('<', StringComparison.Ordinal) is not (> 0 and var at))
            return null;
        var name = PlainWords.Level(field.AsSpan(0, at).Trim(" \t\""));
        return name is not null && name.Any(char.IsLetter) && !name.Contains('.', StringComparison.Ordinal) ? name : null;
    }

    static List<DateCandidate> Candidates(params ReadOnlySpan<(string Rule, string? Value)> fields)
    {
        List<DateCandidate> dates = [];
        foreach (var (rule, value) in fields)
        {
            if (value is not null && FeedDates.Normalize(value) is { } iso)
                dates.Add(new DateCandidate(iso, rule));
        }
        return dates;
    }
}
