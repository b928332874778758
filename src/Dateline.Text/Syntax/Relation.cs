namespace Dateline.Text.Syntax;

/// <summary>
/// The relations of Universal Dependencies v2, with the subtypes of the English and French treebanks
/// (universaldependencies.org/u/dep).
/// </summary>
#pragma warning disable CS1591 // Each member is the relation of that name; the standard's page is the documentation.
public enum Relation : byte
{
    Root,
    Acl,
    AclRelcl,
    Advcl,
    AdvclRelcl,
    AdvclCleft,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    AuxCaus,
    AuxTense,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjPass,
    CsubjOuter,
    Dep,
    DepComp,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    ExplSubj,
    ExplComp,
    ExplPass,
    ExplPv,
    Fixed,
    Flat,
    FlatName,
    FlatForeign,
    Goeswith,
    Iobj,
    IobjAgent,
    List,
    Mark,
    Nmod,
    NmodPoss,
    NmodUnmarked,
    NmodDesc,
    Nsubj,
    NsubjPass,
    NsubjCaus,
    NsubjOuter,
    Nummod,
    Obj,
    ObjAgent,
    ObjLvc,
    Obl,
    OblAgent,
    OblArg,
    OblMod,
    OblUnmarked,
    Orphan,
    Parataxis,
    ParataxisInsert,
    Punct,
    Reparandum,
    Vocative,
    Xcomp,
}
#pragma warning restore CS1591

/// <summary>The names that CoNLL-U gives to <see cref="Relation"/>.</summary>
public static class RelationNames
{
    private static readonly string[] Names =
    [
        "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advcl:cleft", "advmod", "amod", "appos", "aux", "aux:pass", "aux:caus",
        "aux:tense", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass",
        "csubj:outer", "dep", "dep:comp", "det", "det:predet", "discourse", "dislocated", "expl", "expl:subj", "expl:comp",
        "expl:pass", "expl:pv", "fixed", "flat", "flat:name", "flat:foreign", "goeswith", "iobj", "iobj:agent", "list", "mark", "nmod",
        "nmod:poss", "nmod:unmarked", "nmod:desc", "nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer", "nummod", "obj", "obj:agent",
        "obj:lvc", "obl", "obl:agent", "obl:arg", "obl:mod", "obl:unmarked", "orphan", "parataxis", "parataxis:insert", "punct",
        "reparandum", "vocative", "xcomp",
    ];

    private static readonly Dictionary<string, Relation>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => (Relation)pair.index).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Relation[] Universal = Names.Select(name => Parse(name.Split(':')[0])).ToArray();

    /// <summary>How many relations there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The name in CoNLL-U.</summary>
    public static string ToConllu(this Relation relation) => Names[(int)relation];

    /// <summary>The relation without its subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public static Relation WithoutSubtype(this Relation relation) => Universal[(int)relation];

    /// <summary>Reads a name of CoNLL-U; a subtype that is not known falls back to its relation, anything else to <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(ReadOnlySpan<char> name)
    {
        if (ByName.TryGetValue(name, out var relation)) return relation;
        var colon = name.IndexOf(':');
        return colon > 0 && ByName.TryGetValue(name[..colon], out relation) ? relation : Relation.Dep;
    }
}
