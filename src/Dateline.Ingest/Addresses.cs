namespace Dateline.Ingest;

/// <summary>Makes addresses absolute, and refuses those that lead to no document.</summary>
internal static class Addresses
{
    const int Longest = 4096;

    /// <summary>The address, resolved against a base where it is relative; as written where no base is known; null when it is none of http.</summary>
    public static string? Resolve(string? address, string? baseAddress)
    {
        var text = address?.Trim().Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
            return null;
        if (IsHttp(text))
            return text;
        // “javascript:”, “mailto:”, “tag:”: a scheme is letters before the first colon, and no path comes before it.
        var colon = text.AsSpan().IndexOfAny(':', '/', '?');
        if (colon > 0 && text[colon] == ':' && !text.AsSpan(0, colon).ContainsAnyExcept(SchemeLetters))
            return null;
        return baseAddress is not null && IsHttp(baseAddress) && Uri.TryCreate(baseAddress, UriKind.Absolute, out var root) && Uri.TryCreate(root, text, out var full)
            ? full.AbsoluteUri : text;
    }

    /// <summary>Whether the address is absolute and of http or https.</summary>
    public static bool IsHttp(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    static readonly System.Buffers.SearchValues<char> SchemeLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
}
