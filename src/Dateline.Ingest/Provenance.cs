namespace Dateline.Ingest;

/// <summary>What is known of an input that came from the web, beside its bytes.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Url">The address that answered, after redirects.</param>
/// <param name="Charset">The charset that the answer's head names; null when it names none. Weighed against the bytes, since sites err.</param>
public sealed record Provenance(string Url, string? Charset = null)
{
    /// <summary>
    /// The address of an article: what its page calls its own, made absolute; the one it came from where the page says none, or names
    /// only the front of the site, as badly set up sites do on every page.
    /// </summary>
    internal string AddressOf(string? named)
    {
        if (Addresses.Resolve(named, Url) is not { } full || !Uri.TryCreate(full, UriKind.Absolute, out var own) || own.Scheme is not ("http" or "https"))
            return Url;
        var isFront = own.AbsolutePath == "/" && own.Query.Length == 0;
        return isFront && Uri.TryCreate(Url, UriKind.Absolute, out var here) && (here.AbsolutePath != "/" || here.Query.Length > 0) ? Url : full;
    }
}
