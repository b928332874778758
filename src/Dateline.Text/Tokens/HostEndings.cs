namespace Dateline.Text.Tokens;

/// <summary>Endings by which a host or file name without a scheme is known.</summary>
internal static class HostEndings
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Sure = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "com", "org", "net", "edu", "gov", "mil", "info", "biz", "int", "fm", "tv", "uk", "fr", "eu", "io", "ng", "ke", "gh", "za", "tz", "ug", "rw",
        "ml", "bf", "doc", "docx", "xls", "xlsx", "pdf", "txt", "jpg", "jpeg", "png", "gif", "html", "htm", "php", "asp", "aspx", "exe", "zip", "csv", "xml", "ppt",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Country endings that are words too: believed only after a second full stop or before a path.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doubtful = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "us", "ca", "au", "de", "it", "es", "ch", "nl", "se", "no", "ru", "cn", "jp", "in", "br", "be", "at", "me", "ly", "tw", "hk", "sg", "nz", "ie",
        "ne", "ci", "sn", "cm", "sd", "so", "et", "co", "tk", "ps", "il", "ir", "iq", "sy", "tr", "ua", "pl", "cz", "gr", "dk", "fi", "pt", "mx", "ar",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a name that ends in <paramref name="ending"/> is a host or file.</summary>
    /// <param name="ending">The last part, without its full stop.</param>
    /// <param name="clear">Whether something else about the name says so too.</param>
    public static bool IsKnown(ReadOnlySpan<char> ending, bool clear) => Sure.Contains(ending) || (clear && Doubtful.Contains(ending));
}
