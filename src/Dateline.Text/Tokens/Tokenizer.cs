namespace Dateline.Text.Tokens;

/// <summary>
/// Cuts a text into syntactic words by the conventions of the Universal Dependencies treebanks of its language
/// (English Web Treebank; Sequoia and GSD).
/// </summary>
/// <remarks>
/// Every word points into the unaltered text; every character that is no white space belongs to exactly one
/// orthographic word. Time is linear in the length of the text: a token is at most 1,024 code units long and no rule
/// looks further. Immutable, one instance for all threads.
/// </remarks>
public sealed class Tokenizer
{
    private const int LookBack = 200;

    private readonly bool _french;

    private Tokenizer(bool french) => _french = french;

    /// <summary>For English, and for languages without a tokenizer of their own.</summary>
    public static Tokenizer English { get; } = new(french: false);

    /// <summary>For French.</summary>
    public static Tokenizer French { get; } = new(french: true);

    /// <summary>The tokenizer for a BCP 47 primary subtag.</summary>
    public static Tokenizer For(string language) => string.Equals(language, "fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>Adds the words of <paramref name="text"/> between two places to <paramref name="rows"/>. No word crosses either place.</summary>
    internal void Tokenize(ReadOnlySpan<char> text, int start, int end, TokenRows rows)
    {
        // Rules see the text up to the border and no further.
        var visible = text[..end];
        var scanner = new TokenScanner(visible, _french);
        var at = start;
        while (true)
        {
            while (at < end && CharClasses.IsSpace(visible[at])) at++;
            if (at >= end) return;
            var stop = scanner.EndOf(at);
            if (_french) AddFrench(visible, at, stop, start, rows);
            else stop = AddEnglish(visible, at, stop, start, rows);
            at = stop;
        }
    }

    private static bool SpaceAt(ReadOnlySpan<char> text, int at) => at >= text.Length || CharClasses.IsSpace(text[at]);

    private static int AddEnglish(ReadOnlySpan<char> text, int start, int end, int border, TokenRows rows)
    {
        // The apostrophe of “soldiers' families” is a word of its own within the same orthographic one.
        if (end < text.Length && text[end] is '\'' or '’' && end - start >= 2 && text[end - 1] is 's' or 'S' && IsPluralPossessive(text, end, border))
        {
            rows.Add(start, end, true);
            rows.Add(end, end + 1, true);
            rows.Join(2, start, end + 1);
            return end + 1;
        }

        var space = SpaceAt(text, end);
        Span<int> cuts = stackalloc int[3];
        var count = 0;
        var rest = text[start..end];
        if (CharClasses.Of(rest[0]) == CharClass.Letter || rest[0] is '\'' or '’')
        {
            while (count < cuts.Length && EnglishWords.LastWordStart(rest) is var cut and > 0)
            {
                cuts[count++] = start + cut;
                rest = rest[..cut];
            }
        }
        else if (end - start > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’' && !char.IsAsciiDigit(rest[0]))
        {
            cuts[count++] = end - 2;
        }

        if (count == 0)
        {
            rows.Add(start, end, space);
            return end;
        }

        var from = start;
        for (var i = count - 1; i >= 0; i--)
        {
            rows.Add(from, cuts[i], space);
            from = cuts[i];
        }

        rows.Add(from, end, space);
        rows.Join(count + 1, start, end);
        return end;
    }

    /// <summary>A word follows, and no single quotation mark is open before.</summary>
    private static bool IsPluralPossessive(ReadOnlySpan<char> text, int apostrophe, int border)
    {
        var next = apostrophe + 1;
        if (next + 1 >= text.Length || text[next] != ' ' || CharClasses.Of(text[next + 1]) is not (CharClass.Letter or CharClass.Digit)) return false;
        for (var i = apostrophe - 1; i >= border && apostrophe - i < LookBack && text[i] != '\n'; i--)
        {
            if (text[i] is '‘' || (text[i] is '\'' && (i == border || CharClasses.IsSpace(text[i - 1]) || text[i - 1] is '(' or '"' or '“'))) return false;
        }

        return true;
    }

    private static void AddFrench(ReadOnlySpan<char> text, int start, int end, int border, TokenRows rows)
    {
        var space = SpaceAt(text, end);
        var before = WordBefore(text, start, border, rows, 1);
        var afterPast = end - start == 3 && FrenchWords.IsActivePast(before, WordBefore(text, start, border, rows, 2), WordBefore(text, start, border, rows, 3));
        if (FrenchWords.TryContraction(text[start..end], before, afterPast, out var first, out var second))
        {
            rows.Add(start, end, space, first);
            rows.Add(start, end, space, second);
            rows.Join(2, start, end);
        }
        else
        {
            rows.Add(start, end, space);
        }
    }

    // The word that stands so many tokens back on the same line, empty when there is none.
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int start, int border, TokenRows rows, int back)
    {
        if (rows.Count < back) return default;
        var word = rows.Spans[^back];
        return word.Start >= border && word.End <= start && !text[word.End..start].Contains('\n') ? text.Slice(word.Start, word.Length) : default;
    }
}
