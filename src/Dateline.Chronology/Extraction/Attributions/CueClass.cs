namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>What a cue takes: decides where its content stands in the tree.</summary>
[Flags]
internal enum CueClass
{
    /// <summary>No cue.</summary>
    None = 0,

    /// <summary>A clause or quotation: say.</summary>
    Say = 1 << 0,

    /// <summary>The same with an addressee: tell.</summary>
    Tell = 1 << 1,

    /// <summary>A question or demand: ask.</summary>
    Ask = 1 << 2,

    /// <summary>A clause that is thought: believe.</summary>
    Think = 1 << 3,

    /// <summary>A clause that a document or figure gives: show.</summary>
    Show = 1 << 4,

    /// <summary>An infinitive: vow.</summary>
    Want = 1 << 5,

    /// <summary>An object that is judged or told of: condemn.</summary>
    Judge = 1 << 6,

    /// <summary>An object and what it is called: describe.</summary>
    Call = 1 << 7,

    /// <summary>An object and what it is charged with: accuse.</summary>
    Accuse = 1 << 8,

    /// <summary>A noun with a clause: claim.</summary>
    Noun = 1 << 9,

    /// <summary>Whatever may stand with a quotation.</summary>
    Speech = Say | Tell | Ask,

    /// <summary>Whatever takes a finite clause.</summary>
    Clausal = Say | Tell | Ask | Think | Show,
}
