using System.Text;

namespace Dateline.Ingest.Fetching;

/// <summary>
/// What a site's robots.txt allows one crawler: RFC 9309 with the leniencies that Google's open parser grants (missing colons,
/// misspelt “disallow”, several groups for one agent, “index.html” standing for its folder).
/// </summary>
/// <remarks>Immutable, safe for all threads. Lines beyond 16,664 code units are cut, as by Google. Nothing forbids what no rule names.</remarks>
public sealed class RobotsRules
{
    const int LongestLine = 8 * 2083;

    readonly List<(string Pattern, bool Allowed)> _rules;

    RobotsRules(List<(string Pattern, bool Allowed)> rules) => _rules = rules;

    /// <summary>Reads the rules for one crawler.</summary>
    /// <param name="robots">The file's text; empty when there is none.</param>
    /// <param name="agent">Product token of the crawler, without version, such as <c>Dateline</c>.</param>
    public static RobotsRules Read(string robots, string agent)
    {
        ArgumentNullException.ThrowIfNull(robots);
        ArgumentNullException.ThrowIfNull(agent);
        List<(string, bool)> own = [], forAll = [];
        bool ownGroup = false, allGroup = false, rulesSeen = false, everOwn = false;
        foreach (var raw in robots.AsSpan().TrimStart('\uFEFF').ToString().Split('\n', '\r'))
        {
            var line = raw.AsSpan(0, Math.Min(raw.Length, LongestLine));
            if (!TryCut(line, out var key, out var value))
                continue;
            if (Starts(key, "user-agent", "useragent", "user agent"))
            {
                if (rulesSeen)
                    ownGroup = allGroup = rulesSeen = false;
                if (value is ['*'] || value.Length > 1 && value[0] == '*' && char.IsWhiteSpace(value[1]))
                    allGroup = true;
                else if (agent.Length > 0 && Product(value).Equals(agent, StringComparison.OrdinalIgnoreCase))
                    ownGroup = everOwn = true;
                continue;
            }
            var allows = Starts(key, "allow");
            if (!allows && !Starts(key, "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"))
                continue;
            if (!ownGroup && !allGroup)
                continue;
            rulesSeen = true;
            var pattern = Escape(value);
            if (ownGroup)
                Add(own, pattern, allows);
            if (allGroup)
                Add(forAll, pattern, allows);
        }
        return new RobotsRules(everOwn ? own : forAll);
    }

    /// <summary>Whether the address may be fetched: the longest pattern that matches decides, and between two of one length the one that allows.</summary>
    /// <param name="url">Absolute address, percent-encoded.</param>
    public bool Allows(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var path = PathOf(url);
        int allowed = -1, forbidden = -1;
        foreach (var (pattern, allows) in _rules)
        {
            if (!Matches(path, pattern))
                continue;
            if (allows)
                allowed = Math.Max(allowed, pattern.Length);
            else
                forbidden = Math.Max(forbidden, pattern.Length);
        }
        return forbidden <= 0 || allowed >= forbidden;
    }

    static void Add(List<(string, bool)> rules, string pattern, bool allows)
    {
        rules.Add((pattern, allows));
        var slash = pattern.LastIndexOf('/');
        if (allows && slash >= 0 && pattern.AsSpan(slash).StartsWith("/index.htm"))
            rules.Add((pattern[..(slash + 1)] + "$", true));
    }

    static bool TryCut(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        key = value = [];
        var comment = line.IndexOf('#');
        line = (comment < 0 ? line : line[..comment]).Trim();
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            // “disallow /private”: white space may stand for the colon where there are just two words.
            colon = line.IndexOfAny(' ', '\t');
            if (colon < 0 || line[colon..].Trim().IndexOfAny(' ', '\t') >= 0)
                return false;
        }
        if (colon == 0)
            return false;
        key = line[..colon].Trim();
        value = line[(colon + 1)..].Trim();
        return !key.IsEmpty;
    }

    static bool Starts(ReadOnlySpan<char> key, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static ReadOnlySpan<char> Product(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
            end++;
        return value[..end];
    }

    // Patterns are compared in the encoded form of addresses: bytes beyond ASCII as %XX, and %xx in capitals.
    static string Escape(ReadOnlySpan<char> value)
    {
        var text = new StringBuilder(value.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var k = 0; k < value.Length; k++)
        {
            if (value[k] == '%' && k + 2 < value.Length && char.IsAsciiHexDigit(value[k + 1]) && char.IsAsciiHexDigit(value[k + 2]))
            {
                text.Append('%').Append(char.ToUpperInvariant(value[k + 1])).Append(char.ToUpperInvariant(value[k + 2]));
                k += 2;
            }
            else if (value[k] < 128)
            {
                text.Append(value[k]);
            }
            else
            {
                Rune.DecodeFromUtf16(value[k..], out var rune, out var length);
                foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                    text.Append('%').Append(b.ToString("X2"));
                k += length - 1;
            }
        }
        return text.ToString();
    }

    // Path, parameters and query; “/” where there is no path.
    static string PathOf(string url)
    {
        var start = url.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var early = url.IndexOfAny(['/', '?', ';'], start);
        var scheme = url.IndexOf("://", start, StringComparison.Ordinal);
        var host = scheme < 0 || early >= 0 && early < scheme ? start : scheme + 3;
        var path = url.IndexOfAny(['/', '?', ';'], Math.Min(host, url.Length));
        if (path < 0)
            return "/";
        var fragment = url.IndexOf('#', host);
        if (fragment >= 0 && fragment < path)
            return "/";
        var text = fragment < 0 ? url[path..] : url[path..fragment];
        return text[0] == '/' ? text : "/" + text;
    }

    // '*' is any run, '$' at the end is the end; otherwise a pattern is a prefix. One way back, to the last star, is enough.
    static bool Matches(string path, string pattern)
    {
        var whole = pattern.EndsWith('$');
        var length = whole ? pattern.Length - 1 : pattern.Length;
        int at = 0, want = 0, star = -1, mark = 0;
        while (true)
        {
            if (want == length && (!whole || at == path.Length))
                return true;
            if (want < length && pattern[want] == '*')
            {
                star = ++want;
                mark = at;
            }
            else if (want < length && at < path.Length && pattern[want] == path[at])
            {
                want++;
                at++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                want = star;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }
    }
}
