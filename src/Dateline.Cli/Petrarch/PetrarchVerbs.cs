using System.Text;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Text;

namespace Dateline.Cli.Petrarch;

/// <summary>Turns a dictionary of verbs and patterns into frames that ask for words before and after the verb.</summary>
/// <remarks>
/// Taken over: blocks with their code, synonyms, forms, verbs of several words, sets of synonyms, and patterns with gaps (space) or
/// without (underscore). The marks for source, target and skipping (<c>$ + ^</c>) are dropped, since parties are found by syntax.
/// </remarks>
internal sealed class PetrarchVerbs(ActLexicon shipped, List<Diagnostic> remarks)
{
    private const string Recipients = "obj|iobj|to|with|against|at|on|for|from|of|about|over|in|between";

    private readonly Dictionary<string, List<string>> _synsets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _rows = [];
    private readonly List<(string Verb, string Before, string After, string Code, PetrarchLine Line)> _verbs = [];
    private readonly List<PetrarchLine> _patterns = [];
    private readonly HashSet<int> _told = [];
    private string _code = "---";

    /// <summary>How many frames were made.</summary>
    public int Count => _rows.Count;

    /// <summary>Reads a dictionary.</summary>
    public void Read(List<PetrarchLine> lines)
    {
        ReadSynsets(lines);
        var inSynset = false;
        foreach (var line in lines)
        {
            switch (line.Text[0])
            {
                case '&':
                    inSynset = true;
                    break;
                case '-' when line.Text.StartsWith("---", StringComparison.Ordinal):
                    Flush();
                    inSynset = false;
                    _code = line.Code() ?? "---";
                    break;
                case '-':
                    inSynset = false;
                    if (_verbs.Count == 0) remarks.Add(PetrarchMessages.NoVerb(line));
                    else _patterns.Add(line);
                    break;
                case '+' when inSynset:
                    break;
                case '+':
                    AddVerb(line, line.Text[1..]);
                    break;
                default:
                    inSynset = false;
                    AddVerb(line, line.Text);
                    break;
            }
        }

        Flush();
    }

    /// <summary>Writes the frames as a table that stands in for the frames below it.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write("predicate\tpos\tneeds\tactor\trecipient\tevent\tmode\tcontexts\tcameo\tflags\texample\n");
        writer.Write("dictionary\treplace\n");
        foreach (var (verb, forms) in _forms) writer.Write($"{verb}\tform\t{string.Join('|', forms)}\n");
        foreach (var row in _rows) writer.Write(row + "\n");
    }

    private void ReadSynsets(List<PetrarchLine> lines)
    {
        List<string>? words = null;
        foreach (var line in lines)
        {
            if (line.Text[0] == '&')
            {
                words = [];
                _synsets[line.Text[1..].Trim().TrimEnd('_')] = words;
            }
            else if (line.Text[0] == '+' && words is not null)
            {
                words.Add(line.Text[1..].Trim());
            }
            else
            {
                words = null;
            }
        }
    }

    private void AddVerb(PetrarchLine line, string text)
    {
        var end = text.IndexOfAny(['[', '{']);
        var head = (end < 0 ? text : text[..end]).Trim();
        if (head.Length == 0) return;
        var (verb, before, after) = Split(head);
        if (line.Braced() is { } forms)
        {
            foreach (var form in forms)
            {
                var inflected = Split(form).Verb;
                if (inflected == verb) continue;
                if (!_forms.TryGetValue(verb, out var known)) _forms.Add(verb, known = new SortedSet<string>(StringComparer.Ordinal));
                known.Add(inflected);
            }
        }

        _verbs.Add((verb, before, after, line.Code() ?? _code, line));
    }

    // “BREAK_DOWN”, “WIRE_+TAP”: of several words the verb is the one behind the plus sign, else the first.
    private static (string Verb, string Before, string After) Split(string text)
    {
        var words = text.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
        var at = Math.Max(0, Array.FindIndex(words, word => word.StartsWith('+')));
        return (
            Clean(words[at].TrimStart('+')),
            string.Join('>', words[..at].Select(word => "_" + Clean(word))),
            string.Join('>', words[(at + 1)..].Select(word => "_" + Clean(word))));
    }

    private void Flush()
    {
        foreach (var (verb, before, after, code, line) in _verbs)
        {
            AddFrame(line, verb, before, after, code);
            foreach (var pattern in _patterns) AddPattern(pattern, verb, before, after);
        }

        _verbs.Clear();
        _patterns.Clear();
    }

    private void AddPattern(PetrarchLine line, string verb, string before, string after)
    {
        var text = line.Head() is { } whole && line.Text.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0 ? line.Text[1..bracket] : line.Text[1..];
        if (line.Code() is not { } code) return;
        var star = text.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            remarks.Add(PetrarchMessages.NoPattern(line));
            return;
        }

        if (text.Contains('%', StringComparison.Ordinal))
        {
            if (_told.Add(line.Number)) remarks.Add(PetrarchMessages.Compound(line));
            return;
        }

        if (Items(line, text[..star], isBefore: true) is not { } left || Items(line, text[(star + 1)..], isBefore: false) is not { } right) return;
        AddFrame(line, verb, Join(left, before), Join(after, right), code);
    }

    private static string Join(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one : $"{one}>{other}";

    /// <summary>One side of a pattern as a sequence; null when it cannot be taken over.</summary>
    private string? Items(PetrarchLine line, string side, bool isBefore)
    {
        var items = new StringBuilder();
        var near = !isBefore && side.StartsWith('_');
        var text = side.Replace('{', ' ').Replace('}', ' ').Replace('(', ' ').Replace(')', ' ');
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '_' or '\t')
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && text[end] is not (' ' or '_' or '\t')) end++;
            var word = text[at..end];
            var follows = end < text.Length && text[end] == '_' && end + 1 <= text.Length;
            var precedes = at > 0 && text[at - 1] == '_';
            at = end;
            if (word is "$" or "+" or "^") continue;
            var isNear = isBefore ? follows && (HasWord(text, end) || text[end..].TrimEnd() is "_" && side.EndsWith('_')) : precedes && (near || items.Length > 0);
            if (Alternatives(line, word) is not { } alternatives) return null;
            if (items.Length > 0) items.Append('>');
            if (isNear) items.Append('_');
            items.Append(alternatives);
        }

        return items.ToString();
    }

    // What is glued to a mark for source, target or skipping is glued to nothing.
    private static bool HasWord(string text, int from) => from + 1 < text.Length && text[from + 1] is not (' ' or '\t' or '$' or '+' or '^');

    private string? Alternatives(PetrarchLine line, string word)
    {
        if (!word.StartsWith('&')) return Clean(word.ToLowerInvariant());
        var found = new List<string>();
        if (!Expand(word[1..].TrimEnd('_'), found, 0))
        {
            if (_told.Add(line.Number)) remarks.Add(PetrarchMessages.NoSynset(line, word[1..]));
            return null;
        }

        return string.Join('|', found.OrderByDescending(alternative => alternative.Length));
    }

    private bool Expand(string name, List<string> found, int depth)
    {
        if (depth > 8 || !_synsets.TryGetValue(name, out var words)) return false;
        foreach (var word in words)
        {
            if (word.StartsWith('&'))
            {
                if (!Expand(word[1..].TrimEnd('_'), found, depth + 1)) return false;
            }
            else
            {
                found.Add(Clean(word.ToLowerInvariant()));
            }
        }

        return true;
    }

    private void AddFrame(PetrarchLine line, string verb, string before, string after, string code)
    {
        if (code.Contains(':', StringComparison.Ordinal))
        {
            if (_told.Add(line.Number)) remarks.Add(PetrarchMessages.SecondCode(line, code));
            code = code[..code.IndexOf(':', StringComparison.Ordinal)];
        }

        var isNone = code.All(sign => sign is '-' or '+');
        if (!isNone && (code.Length is < 2 or > 5 || !code.All(char.IsAsciiLetterOrDigit)))
        {
            remarks.Add(PetrarchMessages.BadCode(line, code));
            return;
        }

        EventKind? kind = isNone ? null : CameoKinds.Of(code) ?? KindOf(verb) ?? CameoKinds.Of(_code);
        if (!isNone && kind is null)
        {
            if (_told.Add(line.Number)) remarks.Add(PetrarchMessages.NoEvent(line, code));
            return;
        }

        var needs = string.Join(';', new[] { before.Length > 0 ? $"words.before={before}" : string.Empty, after.Length > 0 ? $"words.after={after}" : string.Empty }.Where(need => need.Length > 0));
        if (!_lines.TryAdd($"{verb}\t{needs}", line.Number))
        {
            if (_lines[$"{verb}\t{needs}"] != line.Number) remarks.Add(PetrarchMessages.Twice(line, _lines[$"{verb}\t{needs}"]));
            return;
        }

        _rows.Add(kind is { } known
            ? $"{verb}\tverb\t{needs}\tsubj\t{Recipients}\t{known.ToPlover()}\t\t\t{code.ToUpperInvariant()}\tcoded"
            : $"{verb}\tverb\t{needs}\tsubj\tobj\t-");
    }

    private EventKind? KindOf(string verb)
    {
        var frames = shipped.Frames.Where(frame => frame.Word == ActWord.Verb && frame.Kind is not null && frame.Predicate.Split(' ')[0] == verb).ToList();
        return (frames.Find(frame => frame.Predicate == verb) ?? frames.FirstOrDefault())?.Kind;
    }

    private static string Clean(string word) => word.Trim('_').Replace('_', ' ').Replace('|', ' ').Replace('>', ' ').Replace(';', ' ').Replace('=', ' ').Replace('\t', ' ').Trim();
}
