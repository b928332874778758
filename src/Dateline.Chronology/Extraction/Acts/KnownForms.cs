using System.Collections.Frozen;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>
/// Leads an inflected form back to a word that the lexicon knows, where the tagger's lemma is none of its words.
/// </summary>
/// <remarks>
/// A lemmatizer guesses at rare verbs (“raided” → “raide”), and rare verbs are what a lexicon of acts is full of. Only endings that
/// English spells regularly are tried, and only what the lexicon knows is taken.
/// </remarks>
internal sealed class KnownForms
{
    private const int MaxLength = 32;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _irregular;

    private readonly FrozenSet<string> _verbs;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _inflected;

    /// <summary>Takes the words of a lexicon.</summary>
    /// <param name="words">All words.</param>
    /// <param name="irregular">Forms that no rule makes, each with its verb.</param>
    /// <param name="frenchVerbs">Those whose French forms are known too; empty for another language.</param>
    public KnownForms(IEnumerable<string> words, Dictionary<string, string> irregular, IReadOnlyList<string> frenchVerbs)
    {
        _irregular = irregular.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var inflected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var verb in frenchVerbs)
        {
            foreach (var form in FrenchVerbForms.Of(verb)) inflected.TryAdd(form, verb);
        }

        _verbs = frenchVerbs.ToFrozenSet(StringComparer.Ordinal);
        _inflected = inflected.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words) known.TryAdd(word, word);
        _known = known.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a lemma is a word of the lexicon; of a French verb, whether it is one of its verbs: “démenti” is no lemma of “a démenti”.</summary>
    public bool Knows(string word, bool isVerb) => isVerb && _verbs.Count > 0 ? _verbs.Contains(word) : _known.ContainsKey(word);

    /// <summary>The known word that <paramref name="form"/> is a form of, or null.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="isVerb">Whether it is tagged a verb: then “reported” is no form of the adjective “reported”.</param>
    public string? Find(ReadOnlySpan<char> form, bool isVerb)
    {
        if (form.Length is < 3 or > MaxLength) return null;
        Span<char> lower = stackalloc char[MaxLength + 1];
        form.ToLowerInvariant(lower);
        var word = lower[..form.Length];
        if (isVerb && _irregular.TryGetValue(word, out var lemma)) return lemma;
        var inflects = isVerb && (word.EndsWith("ed") || word.EndsWith("ing"));
        if (isVerb && _inflected.TryGetValue(word, out var verb)) return verb;
        if (word.EndsWith("men") && word.Length > 4)
        {
            // “gunmen” are gunmen in some list, but what is asked for is the gunman.
            word[^2] = 'a';
            if (_known.TryGetValue(word, out var man)) return man;
            word[^2] = 'e';
        }

        if (_known.TryGetValue(word, out var found) && !inflects) return found;

        if (word.EndsWith("ies") || word.EndsWith("ied"))
        {
            word[^3] = 'y';
            return _known.TryGetValue(word[..^2], out found) ? found : null;
        }

        if (word.EndsWith("s")) return _known.TryGetValue(word[..^1], out found) || (word.EndsWith("es") && _known.TryGetValue(word[..^2], out found)) ? found : null;
        var cut = word.EndsWith("ing") ? 3 : word.EndsWith("ed") ? 2 : 0;
        if (cut == 0 || word.Length - cut < 2) return null;
        var stem = word[..^cut];
        if (_known.TryGetValue(stem, out found)) return found;
        if (stem.Length > 2 && stem[^1] == stem[^2] && _known.TryGetValue(stem[..^1], out found)) return found;
        lower[stem.Length] = 'e';
        return _known.TryGetValue(lower[..(stem.Length + 1)], out found) ? found : null;
    }
}
