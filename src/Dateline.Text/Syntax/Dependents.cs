using Dateline.Text.Tokens;

namespace Dateline.Text.Syntax;

/// <summary>
/// The dependents of each word, so that a tree can be walked downwards too.
/// </summary>
/// <remarks>
/// Chains through three rows of numbers: built in one pass over the heads, walked without allocating. A head that lies
/// outside its own sentence counts as none, so that no walk can leave the sentence.
/// </remarks>
internal sealed class Dependents
{
    private readonly TokenSequence _tokens;
    private readonly int[] _first;
    private readonly int[] _next;

    public Dependents(TokenSequence tokens)
    {
        _tokens = tokens;
        _first = new int[tokens.Count];
        _next = new int[tokens.Count];
        Array.Fill(_first, -1);
        Array.Fill(_next, -1);
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var head = HeadOf(i);
            if (head < 0) continue;
            _next[i] = _first[head];
            _first[head] = i;
        }
    }

    /// <summary>The head, or -1 for a root, a head of its own or one in another sentence.</summary>
    public int HeadOf(int token)
    {
        var head = _tokens.Heads[token];
        return head >= 0 && head < _tokens.Count && head != token && _tokens.SentenceOf[head] == _tokens.SentenceOf[token] ? head : -1;
    }

    /// <summary>The first dependent in text order, or -1.</summary>
    public int First(int token) => _first[token];

    /// <summary>The next dependent of the same head, or -1.</summary>
    public int Next(int dependent) => _next[dependent];

    /// <summary>The first dependent with a relation, subtypes included, or -1.</summary>
    public int Find(int token, Relation relation)
    {
        for (var child = _first[token]; child >= 0; child = _next[child])
        {
            if (_tokens.Relations[child] == relation || _tokens.Relations[child].WithoutSubtype() == relation) return child;
        }

        return -1;
    }

    /// <summary>The word of <paramref name="first"/> and the next ones whose head lies outside them: their syntactic head.</summary>
    public int HeadWithin(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var head = HeadOf(i);
            if ((head < first || head >= first + count) && _tokens.Upos[i] != UniversalPos.Punct) return i;
        }

        return first + count - 1;
    }

    /// <summary>The first word of the row that <paramref name="token"/> is coordinated with, which bears the row's relation; itself when there is none.</summary>
    public int FirstConjunct(int token)
    {
        for (var steps = 0; steps < 30 && _tokens.Relations[token].WithoutSubtype() == Relation.Conj && HeadOf(token) is var head and >= 0; steps++)
            token = head;
        return token;
    }

    /// <summary>Whether <paramref name="token"/> stands below <paramref name="ancestor"/>, at most 60 steps up.</summary>
    public bool IsBelow(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps < 60; steps++)
        {
            if (token == ancestor) return true;
            token = HeadOf(token);
        }

        return false;
    }
}
