using System.Text;

namespace Dateline.Storage;

/// <summary>
/// Words to search for, as a reader types them: all of them must stand in the passage; <c>"in quotation marks"</c> next to
/// each other; <c>-word</c> must not; <c>word*</c> begins a word; <c>OR</c> between two is one or the other. Case and
/// accents do not count. Everything else is read as words, so that no input is an error.
/// </summary>
public static class TextQuery
{
    // Enough for any question, and a bound on what one request can cost.
    private const int MaximumTerms = 32;

    /// <summary>The same in the language of FTS5; null when there is nothing to search for.</summary>
    internal static string? ToFts(string? query)
    {
        var wanted = new StringBuilder();
        var unwanted = new StringBuilder();
        var joinsByOr = false;
        var count = 0;
        foreach (var (term, isPhrase, isNegated, isPrefix) in Terms(query ?? string.Empty))
        {
            if (!isPhrase && !isNegated && term == "OR")
            {
                joinsByOr = wanted.Length > 0;
                continue;
            }

            if (++count > MaximumTerms) break;
            var target = isNegated ? unwanted : wanted;
            if (target.Length > 0) target.Append(isNegated || joinsByOr ? " OR " : " AND ");
            target.Append('"').Append(term.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            if (isPrefix) target.Append('*');
            joinsByOr = false;
        }

        if (wanted.Length == 0) return null;
        return unwanted.Length == 0 ? wanted.ToString() : $"({wanted}) NOT ({unwanted})";
    }

    private static IEnumerable<(string Term, bool IsPhrase, bool IsNegated, bool IsPrefix)> Terms(string query)
    {
        for (var i = 0; i < query.Length;)
        {
            if (char.IsWhiteSpace(query[i]))
            {
                i++;
                continue;
            }

            var isNegated = query[i] == '-' && i + 1 < query.Length && !char.IsWhiteSpace(query[i + 1]);
            if (isNegated) i++;
            var isPhrase = query[i] is '"' or '“' or '«' or '”';
            if (isPhrase) i++;
            var start = i;
            while (i < query.Length && (isPhrase ? query[i] is not ('"' or '”' or '»') : !char.IsWhiteSpace(query[i]) && query[i] != '"')) i++;
            var term = query[start..i];
            if (isPhrase && i < query.Length) i++;
            var isPrefix = term.EndsWith('*');
            // What holds no letter and no digit is no word to the index, and would match nothing.
            if (term.AsSpan().IndexOfAnyLetterOrDigit() >= 0) yield return (Clean(term), isPhrase, isNegated, isPrefix);
            else if (!isPhrase && i == start) i++;
        }
    }

    private static string Clean(string term) => term.Replace('\u0000', ' ').TrimEnd('*');

    private static int IndexOfAnyLetterOrDigit(this ReadOnlySpan<char> term)
    {
        for (var i = 0; i < term.Length; i++)
        {
            if (char.IsLetterOrDigit(term[i]) || char.IsSurrogate(term[i])) return i;
        }

        return -1;
    }
}
