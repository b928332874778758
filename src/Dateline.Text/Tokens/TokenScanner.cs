namespace Dateline.Text.Tokens;

/// <summary>
/// Finds where the orthographic word that starts at a place ends. The rules are tried in a fixed order, and each looks
/// ahead a bounded way, so that a text costs time in proportion to its length whatever it holds.
/// </summary>
/// <remarks>
/// Conventions: English Web Treebank (hyphens cut except after an affix, numbers apart from their units, one token per
/// run of full stops) and, for French, Sequoia (hyphens kept, elisions and inverted pronouns cut). A token is never
/// longer than <see cref="MaxLength"/> code units: a longer run is cut there, never inside a surrogate pair.
/// </remarks>
internal ref struct TokenScanner(ReadOnlySpan<char> text, bool french)
{
    /// <summary>The longest token in UTF-16 code units.</summary>
    public const int MaxLength = 1024;

    private const int MaxLocalPart = 64;
    private const int MaxHost = 253;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _french = french;

    // Where the next @ stands, so that words before it need not be tried as addresses.
    private int _nextAt = -2;

    /// <summary>The end of the token that starts at <paramref name="start"/>, which is no white space.</summary>
    public int EndOf(int start)
    {
        var limit = Math.Min(_text.Length, start + MaxLength);
        if (limit < _text.Length && char.IsHighSurrogate(_text[limit - 1]) && char.IsLowSurrogate(_text[limit])) limit--;
        var window = _text[..limit];
        var kind = CharClasses.At(window, start, out var units);
        if (kind is CharClass.Letter or CharClass.Digit && Address(window, start) is var address and > 0) return address;
        return kind switch
        {
            CharClass.Letter when start > 0 && CharClasses.Of(_text[start - 1]) == CharClass.Digit && Unit(window, start) is var unit and > 0 => unit,
            CharClass.Letter => Word(window, start),
            CharClass.Digit => Number(window, start),
            CharClass.Fraction => WordRun(window, start + units),
            _ => Symbol(window, start, units),
        };
    }

    private bool AfterSpace(int start) => start == 0 || CharClasses.IsSpace(_text[start - 1]);

    private static bool IsWordAt(ReadOnlySpan<char> window, int at) =>
        at < window.Length && CharClasses.At(window, at, out _) is CharClass.Letter or CharClass.Digit or CharClass.Mark or CharClass.Fraction;

    private static bool IsLetterAt(ReadOnlySpan<char> window, int at) =>
        at < window.Length && CharClasses.At(window, at, out _) == CharClass.Letter;

    private static bool IsDigitAt(ReadOnlySpan<char> window, int at) =>
        at < window.Length && CharClasses.At(window, at, out _) == CharClass.Digit;

    private static bool IsUpperAt(ReadOnlySpan<char> window, int at) => at < window.Length && char.IsUpper(window[at]);

    /// <summary>The end of the run of letters, digits, marks and inner underscores from <paramref name="at"/>.</summary>
    private static int WordRun(ReadOnlySpan<char> window, int at)
    {
        while (at < window.Length)
        {
            var kind = CharClasses.At(window, at, out var units);
            if (kind is CharClass.Letter or CharClass.Digit or CharClass.Mark or CharClass.Fraction) at += units;
            else if (window[at] == '_' && IsWordAt(window, at + 1)) at++;
            else break;
        }

        return at;
    }

    private static int MarksFrom(ReadOnlySpan<char> window, int at)
    {
        while (at < window.Length && CharClasses.At(window, at, out var units) == CharClass.Mark) at += units;
        return at;
    }

    // ---------------------------------------------------------------- addresses

    private int Address(ReadOnlySpan<char> window, int start)
    {
        if (Url(window, start) is var url and > 0) return url;
        if (_nextAt < start && _nextAt != -1)
        {
            var found = _text[start..].IndexOf('@');
            _nextAt = found < 0 ? -1 : start + found;
        }

        return _nextAt > start && _nextAt - start <= MaxLocalPart && _nextAt < window.Length ? Mail(window, start, _nextAt) : 0;
    }

    private static int Url(ReadOnlySpan<char> window, int start)
    {
        var rest = window[start..];
        var known = rest[0] switch
        {
            'h' or 'H' => rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
                : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : 0,
            'f' or 'F' => rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) ? 6 : 0,
            'w' or 'W' => rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4 : 0,
            'm' or 'M' => rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? 7 : 0,
            _ => 0,
        };
        if (known == 0 || !IsWordAt(window, start + known)) return 0;
        return PathEnd(window, start + known);
    }

    /// <summary>Runs to white space, a quote or an angle bracket, then gives back what closes the sentence rather than the address.</summary>
    private static int PathEnd(ReadOnlySpan<char> window, int at)
    {
        var end = at;
        var open = 0;
        while (end < window.Length && CharClasses.Of(window[end]) != CharClass.Space && window[end] is not ('<' or '>' or '"' or '“' or '”' or '«' or '»'))
        {
            if (window[end] == '(') open++;
            else if (window[end] == ')' && --open < 0) break;
            end++;
        }

        while (end > at && window[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '…' or ']') end--;
        return end;
    }

    private static int Mail(ReadOnlySpan<char> window, int start, int sign)
    {
        for (var i = start; i < sign; i++)
        {
            if (!IsHostChar(window[i]) && window[i] is not ('.' or '_' or '+' or '%')) return 0;
        }

        var end = HostEnd(window, sign + 1);
        return end > sign + 1 && CharClasses.Of(window[sign + 1]) == CharClass.Letter ? end : 0;
    }

    private static bool IsHostChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || CharClasses.Of(c) == CharClass.Letter;

    private static int HostEnd(ReadOnlySpan<char> window, int at)
    {
        var end = at;
        var last = Math.Min(window.Length, at + MaxHost);
        while (end < last && (IsHostChar(window[end]) || window[end] == '.')) end++;
        while (end > at && window[end - 1] is '.' or '-') end--;
        return end;
    }

    // ---------------------------------------------------------------- words

    private int Word(ReadOnlySpan<char> window, int start)
    {
        var at = WordRun(window, start);
        var segment = start;
        var parts = 0;
        while (at < window.Length)
        {
            switch (window[at])
            {
                case '\'' or '’' or 'ʼ' or '`' when IsLetterAt(window, at + 1):
                    if (_french && FrenchWords.IsElision(window[segment..at]) && !FrenchWords.IsWhole(window[segment..WordRun(window, at + 1)]))
                    {
                        // “l'” ends here, but not the apostrophe of a name such as N'Djamena.
                        if (!(at - segment == 1 && IsUpperAt(window, segment) && IsUpperAt(window, at + 1) && !FrenchWords.IsVowel(window[at + 1])))
                            return at + 1;
                    }

                    at = WordRun(window, at + 1);
                    continue;

                case '.' when IsWordAt(window, at + 1):
                    if (IsAcronym(window, start, at) && IsLetterAt(window, at + 1))
                    {
                        at = WordRun(window, at + 1);
                        continue;
                    }

                    var host = DomainEnd(window, start);
                    if (host > at) return host;
                    return at;

                case '.':
                    return at - start > 0 && ClosesAbbreviation(window, start, at) ? at + 1 : at;

                case '&' when at - segment <= 3 && IsUpperAt(window, at - 1) && IsUpperAt(window, at + 1):
                    at = WordRun(window, at + 1);
                    continue;

                case '/' when !_french && IsShortSlash(window[start..], at - start):
                    at = WordRun(window, at + 1);
                    continue;

                case '$' when at - start <= 2 && IsUpperAt(window, start) && IsUpperAt(window, at - 1):
                    return at + 1;

                case '-' or '\u2010' or '\u2011' when IsWordAt(window, at + 1):
                    var next = WordRun(window, at + 1);
                    if (_french)
                    {
                        var clitic = FrenchWords.CliticLength(window[at..]);
                        if (clitic > 0 && !FrenchWords.IsWhole(window[start..(at + clitic)])) return at;
                    }
                    else if (!EnglishWords.KeepsHyphen(window[segment..at], window[(at + 1)..next], start == segment))
                    {
                        return at;
                    }

                    segment = at + 1;
                    at = next;
                    parts++;
                    continue;

                case '-' when !_french && parts == 0 && EnglishWords.IsAffix(window[start..at]) && at + 1 < window.Length && window[at + 1] == ' ':
                    return at;

                default:
                    return at;
            }
        }

        return at;
    }

    /// <summary>Single letters with full stops between them, up to <paramref name="end"/>: “U.S”, “a.m”.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> window, int start, int end)
    {
        // Two letters are allowed for degrees such as Ph.D. and B.Sc.
        var letters = 0;
        if (end - start > 24) return false;
        for (var i = start; i <= end; i++)
        {
            if (i < end && window[i] != '.')
            {
                if (!char.IsLetter(window[i])) return false;
                if (++letters > 2) return false;
                continue;
            }

            if (letters == 0 || (letters == 2 && !(char.IsUpper(window[i - 2]) && char.IsLower(window[i - 1]) && window[i - 1] is 'h' or 'c' or 't'))) return false;
            letters = 0;
        }

        return true;
    }

    private static bool IsShortSlash(ReadOnlySpan<char> rest, int at) =>
        (at == 1 && rest.Length > 2 && char.ToLowerInvariant(rest[0]) == 's' && rest[2..].StartsWith("he", StringComparison.OrdinalIgnoreCase) && !IsWordAt(rest, 4))
        || (at == 1 && rest.Length > 2 && char.ToLowerInvariant(rest[0]) == 'w' && rest[2] == 'o' && !IsWordAt(rest, 3));

    /// <summary>A host or file name without a scheme: known endings only, because “end.Next” is two sentences.</summary>
    private static int DomainEnd(ReadOnlySpan<char> window, int start)
    {
        var end = HostEnd(window, start);
        var host = window[start..end];
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || IsWordAt(window, end)) return 0;
        var ending = host[(dot + 1)..];
        var path = end < window.Length && window[end] == '/' && IsWordAt(window, end + 1);
        var clear = host[..dot].Contains('.') || path;
        if (!HostEndings.IsKnown(ending, clear)) return 0;
        return path ? PathEnd(window, end) : end;
    }

    private bool ClosesAbbreviation(ReadOnlySpan<char> window, int start, int dot)
    {
        var word = window[start..dot];
        if (dot + 1 < _text.Length && _text[dot + 1] == '.') return false;
        if (word.Contains('.')) return IsAcronym(window, start, dot);
        var next = dot + 1;
        var spaces = 0;
        while (next < _text.Length && spaces < 4 && CharClasses.IsSpace(_text[next]) && _text[next] != '\n') (next, spaces) = (next + 1, spaces + 1);
        var digitFollows = IsDigitAt(_text, next);
        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            if (!char.IsUpper(word[0])) return Abbreviations.IsKnown(word, _french, digitFollows);
            if (_french && word[0] is 'M') return spaces > 0;
            var capitalFollows = IsUpperAt(_text, next) && spaces > 0 || (spaces == 0 && next < _text.Length && _text[next] is ',' or '-');
            return capitalFollows && (word[0] is not 'I' || NameBefore(start));
        }

        return word.Length <= Abbreviations.Longest && Abbreviations.IsKnown(word, _french, digitFollows);
    }

    /// <summary>Whether the word before is capitalised, so that a single “I.” is an initial and no pronoun.</summary>
    private bool NameBefore(int start)
    {
        var at = start - 1;
        while (at >= 0 && start - at < 4 && CharClasses.IsSpace(_text[at])) at--;
        if (at >= 0 && _text[at] == '.') at--;
        var last = at;
        while (at >= 0 && last - at < 20 && CharClasses.Of(_text[at]) == CharClass.Letter) at--;
        return at < last && char.IsUpper(_text[at + 1]);
    }

    // ---------------------------------------------------------------- numbers

    private int Number(ReadOnlySpan<char> window, int start)
    {
        var at = start;
        while (true)
        {
            while (IsDigitAt(window, at))
            {
                CharClasses.At(window, at, out var units);
                at += units;
            }

            if (at + 1 < window.Length && window[at] is '.' or ',' or ':' or '/' && IsDigitAt(window, at + 1)) at++;
            else if (_french && GroupFollows(window, start, at)) at++;
            else break;
        }

        if (at >= window.Length) return at;
        if (window[at] == '-' && HyphenatedDigits(window, start, at) is var hyphenated and > 0) return hyphenated;
        if (window[at] is '\'' or '’' && at - start is 2 or 4 && at + 1 < window.Length && window[at - 1] == '0' && window[at + 1] == 's' && !IsWordAt(window, at + 2))
            return at + 2;
        if (window[at] == '.' && ListNumber(start, at)) return at + 1;
        if (!IsWordAt(window, at)) return at;
        if (Unit(window, at) > 0) return at;
        // What is left is a name with digits in it (3D, 20A, 4th).
        return Word(window, start);
    }

    /// <summary>French writes 10 000 with a space: three digits follow, and no more.</summary>
    private static bool GroupFollows(ReadOnlySpan<char> window, int start, int at)
    {
        if (at + 3 >= window.Length || window[at] is not (' ' or '\u00A0' or '\u202F' or '\u2009')) return false;
        for (var i = 1; i <= 3; i++)
        {
            if (!char.IsAsciiDigit(window[at + i])) return false;
        }

        if (IsWordAt(window, at + 4)) return false;
        // Before the first space one to three digits, of which the first is no zero.
        var digits = window[start..at];
        var first = digits.IndexOfAnyExceptInRange('0', '9');
        var head = first < 0 ? digits.Length : first;
        return head is >= 1 and <= 3 && digits[0] != '0' && (first < 0 || (digits[first] == window[at] && digits.IndexOfAny('.', ',', ':') < 0 && !digits.Contains('/')));
    }

    /// <summary>A telephone number or an ISO date; a range such as 1998-99 is cut.</summary>
    private static int HyphenatedDigits(ReadOnlySpan<char> window, int start, int hyphen)
    {
        var at = hyphen;
        var groups = 1;
        var shortest = hyphen - start;
        var last = shortest;
        while (at < window.Length && window[at] == '-' && IsDigitAt(window, at + 1) && groups < 6)
        {
            var from = at + 1;
            at = from;
            while (at < window.Length && char.IsAsciiDigit(window[at]) && at - from < 20) at++;
            last = at - from;
            shortest = Math.Min(shortest, last);
            groups++;
        }

        if (IsWordAt(window, at) || (at < window.Length && window[at] == '-')) return 0;
        var whole = (groups >= 3 && shortest >= 2) || (groups == 2 && hyphen - start == 3 && last == 4);
        return whole ? at : 0;
    }

    /// <summary>“3.” at the beginning of a line, with something after it.</summary>
    private bool ListNumber(int start, int dot)
    {
        if (dot - start > 2 || dot + 1 >= _text.Length || _text[dot + 1] is not (' ' or '\u00A0' or '\t')) return false;
        return start == 0 || _text[start - 1] == '\n';
    }

    /// <summary>The end of a unit glued to the number before it: 5km, 1.5m, 7pm; 0 when the letters are no unit.</summary>
    private int Unit(ReadOnlySpan<char> window, int at)
    {
        var end = at;
        while (end < window.Length && end - at <= Units.Longest && char.IsAsciiLetter(window[end])) end++;
        if (end == at) return 0;
        var letters = window[at..end];
        // 4x4, 14h30: the digits that follow are the next token.
        if (IsDigitAt(window, end)) return (letters is "x" or "X" || (_french && letters is "h" or "H")) ? end : 0;
        return !IsWordAt(window, end) && Units.IsKnown(letters, _french) ? end : 0;
    }

    // ---------------------------------------------------------------- everything else

    private int Symbol(ReadOnlySpan<char> window, int start, int units)
    {
        var c = window[start];
        var after = start + units;
        switch (c)
        {
            case '.' when IsDigitAt(window, after) && AfterSpace(start):
                return Number(window, after);
            case '+' when IsDigitAt(window, after) && AfterSpace(start):
                return Number(window, after);
            case '-' when _french && start > 0 && CharClasses.Of(_text[start - 1]) == CharClass.Letter && FrenchWords.CliticLength(window[start..]) is var clitic and > 0:
                return start + clitic;
            case '@' or '#' when IsLetterAt(window, after):
                return WordRun(window, after);
            case '\'' or '’':
                if (!_french && EnglishWords.ElidedLength(window[start..]) is var elided and > 0 && !IsWordAt(window, start + elided)) return start + elided;
                if (after < window.Length && window[after] == c) return after + 1;
                break;
            case '`' when after < window.Length && window[after] == '`':
                return after + 1;
            case ':' or ';' or '=' or '^' or '<':
                if (Emoticon(window, start) is var emoticon and > 0) return emoticon;
                break;
            default:
                break;
        }

        if (c is '.' or '-' or '=' or '*' or '_' or '~' or '+' or '#' or '<' or '>' or '|' or '…' or '—' or '–')
        {
            while (after < window.Length && window[after] == c) after++;
            return MarksFrom(window, after);
        }

        if (c is '!' or '?')
        {
            while (after < window.Length && window[after] is '!' or '?') after++;
            return MarksFrom(window, after);
        }

        // A flag is a pair of regional letters; other emoji grow by marks (which joiners and selectors are) and skin tones.
        if (IsRegional(window, start) && IsRegional(window, after)) return MarksFrom(window, after + 2);
        while (after < window.Length)
        {
            var marked = MarksFrom(window, after);
            var joined = marked > after && window[marked - 1] == '\u200D' && marked < window.Length && CharClasses.At(window, marked, out units) == CharClass.Other;
            if (joined) after = marked + units;
            else if (IsSkinTone(window, marked)) after = marked + 2;
            else return marked;
        }

        return after;
    }

    private static bool IsRegional(ReadOnlySpan<char> window, int at) =>
        at + 1 < window.Length && window[at] == '\uD83C' && window[at + 1] is >= '\uDDE6' and <= '\uDDFF';

    private static bool IsSkinTone(ReadOnlySpan<char> window, int at) =>
        at + 1 < window.Length && window[at] == '\uD83C' && window[at + 1] is >= '\uDFFB' and <= '\uDFFF';

    private int Emoticon(ReadOnlySpan<char> window, int start)
    {
        if (!AfterSpace(start) && _text[start - 1] is not (')' or '.' or '!' or '?')) return 0;
        var at = start + 1;
        if (window[start..].StartsWith("^_^", StringComparison.Ordinal)) at = start + 3;
        else if (window[start..].StartsWith("<3", StringComparison.Ordinal)) at = start + 2;
        else
        {
            if (window[start] is '^' or '<') return 0;
            if (at < window.Length && window[at] is '-' or '\'') at++;
            var mouth = at;
            while (at < window.Length && at - mouth < 8 && window[at] is ')' or '(' or 'D' or 'P' or 'p' or '|' or ']' or '[') at++;
            if (at == mouth) return 0;
        }

        return IsWordAt(window, at) ? 0 : at;
    }
}
