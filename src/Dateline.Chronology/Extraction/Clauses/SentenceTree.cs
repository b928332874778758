using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>
/// The trees of one document seen from above: each word's dependents in order. Built for a sentence when something in it is first asked.
/// </summary>
/// <remarks>For one thread and one document. Heads that point outside the sentence are taken for roots, so no walk leaves it.</remarks>
internal sealed class SentenceTree
{
    /// <summary>No walk up a tree is longer: what hangs deeper is not read, and a damaged tree cannot hold us.</summary>
    public const int MaxDepth = 24;

    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private Sentence _sentence;

    private readonly string?[] _lemmas;

    public SentenceTree(Document document, string?[] lemmas)
    {
        _lemmas = lemmas;
        Document = document;
        Tokens = document.Tokens;
        _firstChild = new int[Tokens.Count];
        _nextSibling = new int[Tokens.Count];
    }

    public Document Document { get; }

    public TokenSequence Tokens { get; }

    public Sentence Sentence => _sentence;

    /// <summary>Makes the dependents of a sentence's words known.</summary>
    public void Enter(Sentence sentence)
    {
        if (_sentence == sentence) return;
        _sentence = sentence;
        Array.Fill(_firstChild, -1, sentence.First, sentence.Count);
        Array.Fill(_nextSibling, -1, sentence.First, sentence.Count);
        for (var i = sentence.End - 1; i >= sentence.First; i--)
        {
            var head = HeadOf(i);
            if (head < 0) continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
    }

    /// <summary>The head inside the sentence, or -1.</summary>
    public int HeadOf(int token)
    {
        var head = Tokens.Heads[token];
        return head >= _sentence.First && head < _sentence.End && head != token ? head : -1;
    }

    public Relation RelationOf(int token) => Tokens.Relations[token];

    /// <summary>The lemma, led back to a word of the lexicon where the tagger missed it.</summary>
    public string LemmaOf(int token) => _lemmas[token] ?? string.Empty;

    public UniversalPos PosOf(int token) => Tokens.Upos[token];

    public bool IsVerb(int token) => Tokens.Upos[token] is UniversalPos.Verb or UniversalPos.Aux;

    public bool IsNominal(int token) => Tokens.Upos[token] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron or UniversalPos.Num or UniversalPos.Sym or UniversalPos.X or UniversalPos.Det or UniversalPos.Adj;

    public bool Has(int token, Morphology flags) => (Tokens.Morphology[token] & flags) == flags;

    public int FirstChild(int token) => _firstChild[token];

    public int NextSibling(int token) => _nextSibling[token];

    /// <summary>The dependents of a word, in text order.</summary>
    public ChildWalk ChildrenOf(int token) => new(this, token);

    /// <summary>The first dependent under a relation, subtypes included; -1 when there is none.</summary>
    public int Child(int token, Relation relation)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (Tokens.Relations[child].WithoutSubtype() == relation) return child;
        }

        return -1;
    }

    /// <summary>The first dependent under exactly this relation; -1 when there is none.</summary>
    public int ExactChild(int token, Relation relation)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (Tokens.Relations[child] == relation) return child;
        }

        return -1;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="above"/> or hangs under it.</summary>
    public bool IsUnder(int token, int above)
    {
        for (var depth = 0; token >= 0 && depth < MaxDepth; depth++, token = HeadOf(token))
        {
            if (token == above) return true;
        }

        return false;
    }

    /// <summary>The preposition of a word: its case dependents' lemmas joined, such as “because of”; null when it has none.</summary>
    /// <remarks>
    /// In “with army chief General Sow” a parser may hang the preposition on the first of the titles, and in “on the camp Monday” on
    /// the day; both belong to the noun.
    /// </remarks>
    public string? PrepositionOf(int token)
    {
        if (CaseOf(token) is { } own) return own;
        var leading = LeadingCase(token, 0);
        if (leading >= 0) return LemmaOf(leading);
        if (_nextSibling[token] is not (var next and >= 0) || Tokens.Relations[next].WithoutSubtype() is not (Relation.Nmod or Relation.Obl or Relation.Appos)) return null;
        if (Tokens.Relations[token].WithoutSubtype() is not (Relation.Nmod or Relation.Obl)) return null;
        for (var child = _firstChild[next]; child >= 0 && child < token; child = _nextSibling[child])
        {
            if (Tokens.Relations[child] == Relation.Case) return LemmaOf(child);
        }

        return null;
    }

    private string? CaseOf(int token)
    {
        string? preposition = null;
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (Tokens.Relations[child] != Relation.Case || LemmaOf(child) is "'s" or "'" or "’s" || IsAtLeast(child)) continue;
            var lemma = LemmaOf(child);
            for (var fixedChild = _firstChild[child]; fixedChild >= 0; fixedChild = _nextSibling[fixedChild])
            {
                if (Tokens.Relations[fixedChild] == Relation.Fixed) lemma = $"{lemma} {LemmaOf(fixedChild)}";
            }

            // “près de Gao”: wherever a parser hangs the adverb, it stands before its preposition.
            if (lemma == "de" && child > Sentence.First && FrenchPlacing.PrepositionOf(LemmaOf(child - 1)) is { } placing) lemma = placing;
            preposition = preposition is null ? lemma : $"{preposition} {lemma}";
        }

        return preposition;
    }

    private int LeadingCase(int token, int depth)
    {
        if (depth > 3) return -1;
        for (var child = _firstChild[token]; child >= 0 && child < token; child = _nextSibling[child])
        {
            if (Tokens.Relations[child] is not (Relation.NmodDesc or Relation.NmodPoss or Relation.NmodUnmarked or Relation.Compound or Relation.Amod or Relation.Flat or Relation.Nummod)) continue;
            if (_firstChild[child] is var first and >= 0 && first < child && Tokens.Relations[first] == Relation.Case && !IsAtLeast(first)) return first;
            return LeadingCase(child, depth + 1);
        }

        return -1;
    }

    /// <summary>Whether a word lies in a time expression.</summary>
    public bool IsTime(int token)
    {
        var span = Tokens.SpanOf(token);
        var times = Document.Times;
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && i >= low - 3; i--)
        {
            if (times[i].Span.Contains(span)) return true;
        }

        return false;
    }

    /// <summary>Whether a word is the “at” of “at least” and “at most”, which counts and is no preposition.</summary>
    public bool IsAtLeast(int token) => LemmaOf(token) is "at" && token + 1 < _sentence.End && Tokens.CharsOf(token + 1) is "least" or "most";

    /// <summary>Walks the dependents of one word without allocating.</summary>
    public struct ChildWalk(SentenceTree tree, int token)
    {
        private int _next = tree._firstChild[token];

        public int Current { get; private set; } = -1;

        public readonly ChildWalk GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0) return false;
            Current = _next;
            _next = tree._nextSibling[_next];
            return true;
        }
    }
}
