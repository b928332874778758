using Dateline.Text.Mentions;

namespace Dateline.Text.Lexicons;

/// <summary>A role as a lexicon knows it: what somebody does. Immutable.</summary>
/// <param name="Key">Its key, the same in every language.</param>
/// <param name="Sectors">PLOVER sectors; empty for words that only refer (“the country”).</param>
/// <param name="Kind">What kind of thing it is said of.</param>
/// <param name="IsUnique">Whether a country has one of it.</param>
/// <param name="IsCollective">Whether a body of many is meant, that may be “it” or “they”.</param>
/// <param name="Refers">What a definite description with this head can take up; empty for nothing.</param>
internal sealed record RoleEntry(string Key, string Sectors, MentionKind Kind, bool IsUnique, bool IsCollective, string Refers);

/// <summary>
/// The words of one language for roles: “president”, “troops”, “gunmen”.
/// </summary>
/// <remarks>Filled while the lexicon is read, only read afterwards.</remarks>
internal sealed class RoleLexicon(AtomTable atoms, string language)
{
    private readonly List<RoleEntry> _roles = [];
    private readonly List<(int Role, bool Plural)> _forms = [];
    private readonly PhraseTrie _trie = new(atoms);

    /// <summary>How many spellings it knows.</summary>
    public int Count => _forms.Count;

    public RoleEntry Role(int form) => _roles[_forms[form].Role];

    public bool IsPlural(int form) => _forms[form].Plural;

    public int Longest(AtomRow row, int atom, int limit, Span<int> forms, out int found) => _trie.Longest(row, atom, limit, forms, out found);

    public void Add(LexiconRow row)
    {
        var number = row["number"];
        _roles.Add(new RoleEntry(
            row["key"], row["sector"], LexiconColumns.ReadKind(row["kind"]) ?? MentionKind.Role, row["unique"] == "y", number == "coll" || number == "pl", row["refers"]));
        var irregular = row.List("plural");
        foreach (var word in row.List("words"))
        {
            AddForm(word, number == "pl" || EndsPlural(word));
            if (number != "pl") AddForm(PluralOf(word), true);
        }

        foreach (var word in irregular)
            AddForm(word, true);
    }

    private void AddForm(string word, bool plural)
    {
        if (word.Length == 0) return;
        _trie.Add(word, _forms.Count);
        _forms.Add((_roles.Count - 1, plural));
    }

    private static readonly string[] PluralWords = ["forces", "troops", "services", "agencies", "authorities", "rulers", "soldiers", "officials", "people", "guards"];

    private static bool EndsPlural(string word) => Array.Exists(PluralWords, plural => word.EndsWith(plural, StringComparison.Ordinal));

    /// <summary>The regular plural; in French every word before a complement may take it, so only the first does.</summary>
    private string PluralOf(string word)
    {
        if (language == "fr")
        {
            var end = word.IndexOf(' ', StringComparison.Ordinal);
            var (head, rest) = end < 0 ? (word, string.Empty) : (word[..end], word[end..]);
            if (head.Length == 0 || head[^1] is 's' or 'x' or 'z') return word;
            return (head.EndsWith("al", StringComparison.Ordinal) ? head[..^2] + "aux" : head.EndsWith("eau", StringComparison.Ordinal) ? head + "x" : head + "s") + rest;
        }

        if (word.EndsWith("man", StringComparison.Ordinal)) return word[..^3] + "men";
        if (word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal)) return word[..^1] + "ies";
        if (word.EndsWith('s') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) || word.EndsWith('x')) return word + "es";
        return word + "s";
    }
}
