namespace Dateline.Text.Syntax;

/// <summary>The parts of speech of Universal Dependencies v2 (universaldependencies.org/u/pos).</summary>
public enum UniversalPos : byte
{
    /// <summary>Not tagged, or a word that fits nowhere.</summary>
    X,

    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Preposition or postposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Common noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,
}

/// <summary>The names that CoNLL-U gives to <see cref="UniversalPos"/>.</summary>
public static class UniversalPosNames
{
    private static readonly string[] Names =
        ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    /// <summary>How many parts of speech there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The name in CoNLL-U.</summary>
    public static string ToConllu(this UniversalPos pos) => Names[(int)pos];

    /// <summary>Reads a name of CoNLL-U; anything unknown is <see cref="UniversalPos.X"/>.</summary>
    public static UniversalPos Parse(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i])) return (UniversalPos)i;
        }

        return UniversalPos.X;
    }
}
