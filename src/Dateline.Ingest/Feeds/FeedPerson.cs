namespace Dateline.Ingest.Feeds;

/// <summary>A person or body that a feed names as author.</summary>
/// <param name="Name">The name as written, or null.</param>
/// <param name="Email">The mail address, or null.</param>
internal sealed record FeedPerson(string? Name, string? Email)
{
    /// <summary>Reads what RSS writes in one field: “desk@lantern.example (Anna Okoro)”, “Anna Okoro &lt;desk@…&gt;”, either alone.</summary>
    public static FeedPerson? Parse(string? words)
    {
        if (PlainWords.Of(words) is not { } text)
            return null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return new FeedPerson(text, null);
        var start = text.LastIndexOfAny([' ', '(', '<', ':', ','], at) + 1;
        var end = text.IndexOfAny([' ', ')', '>', ',', ';'], at);
        end = end < 0 ? text.Length : end;
        var email = text[start..end];
        // “@lantern” is a handle, not an address.
        if (at == start || at == end - 1)
            return new FeedPerson(text, null);
        var name = $"{text[..start]} {text[end..]}".Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Trim(' ', '(', ')', '<', '>', ',', ';', '"', '-');
        return new FeedPerson(name.Length > 0 ? name : null, email);
    }
}
