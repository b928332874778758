namespace Dateline.Ingest.Mail;

/// <summary>Sees through the addresses by which newsletters count clicks.</summary>
internal static class RedirectLinks
{
    static readonly string[] Hosts = ["click.", "clicks.", "link.", "links.", "trk.", "track.", "tracking.", "email.", "ablink.", "url", "go.", "r.", "t.", "lnk.", "mailer."];
    static readonly string[] Paths = ["/click", "/track", "/ls/", "/cl0/", "/redirect", "/c/ej", "/ss/c/", "/uni/", "/wf/"];

    /// <summary>The address behind a counted one where it names it, null where only the counter knows it, else the address itself.</summary>
    public static string? Target(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return address;
        foreach (var mark in (ReadOnlySpan<string>)["http%3A%2F%2F", "https%3A%2F%2F", "http:%2F%2F", "https:%2F%2F"])
        {
            // In the path as well: some counters put the address between two of their own parts.
            if (address.IndexOf(mark, 8 < address.Length ? 8 : 0, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                var end = address.AsSpan(at).IndexOfAny("/&?#");
                var inner = Uri.UnescapeDataString(end < 0 ? address[at..] : address.Substring(at, end));
                return Uri.IsWellFormedUriString(inner, UriKind.Absolute) ? inner : null;
            }
        }
        var counted = Array.Exists(Hosts, h => uri.Host.StartsWith(h, StringComparison.OrdinalIgnoreCase)) && uri.PathAndQuery.Length > 40
            || Array.Exists(Paths, p => uri.AbsolutePath.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        return counted ? null : address;
    }
}
