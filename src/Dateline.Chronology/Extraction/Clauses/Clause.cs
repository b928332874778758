namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>A predicate with what stands around it, by deep function: the subject of a passive is its object.</summary>
internal sealed class Clause
{
    /// <summary>Row of the verb, noun or adjective.</summary>
    public required int Predicate { get; init; }

    /// <summary>The light verb that carries a noun predicate, or -1.</summary>
    public int LightVerb { get; set; } = -1;

    /// <summary>The doer, or -1.</summary>
    public int Subject { get; set; } = -1;

    /// <summary>Whether the subject was not beside the predicate but taken from a governing or coordinated one.</summary>
    public bool IsSubjectInherited { get; set; }

    /// <summary>Further subjects that a parser has left beside the first: “A, B sign”. Null when there are none.</summary>
    public List<int>? MoreSubjects { get; set; }

    public int Object { get; set; } = -1;

    public int Indirect { get; set; } = -1;

    /// <summary>The clause or infinitive that is its content, or -1.</summary>
    public int Content { get; set; } = -1;

    public int Possessor { get; set; } = -1;

    /// <summary>Names or peoples before a noun predicate.</summary>
    public List<int> Modifiers { get; } = [];

    public string? Particle { get; set; }

    public bool IsPassive { get; set; }

    /// <summary>Nominals after prepositions, in text order.</summary>
    public List<(string Preposition, int Token)> Obliques { get; } = [];

    /// <summary>
    /// Nominals that hang inside another one but belong to the predicate: “killing of priests by gunmen”. They are no part of the phrase
    /// they hang in. Null when there are none.
    /// </summary>
    public List<int>? Lifted { get; private set; }

    /// <summary>Takes a nominal out of the phrase it hangs in.</summary>
    public void Lift(int token) => (Lifted ??= []).Add(token);

    /// <summary>The first nominal after a preposition, or -1.</summary>
    public int Oblique(string preposition)
    {
        foreach (var (name, token) in Obliques)
        {
            if (name == preposition) return token;
        }

        return -1;
    }
}
