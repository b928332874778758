namespace Dateline.Chronology.Extraction.Acts;

/// <summary>
/// The forms that news uses of a French verb: third persons, first person plural, participles and the infinitive, by ending of the infinitive.
/// </summary>
/// <remarks>
/// Only leads forms back to verbs that a lexicon lists, so a class may be drawn wide: a form that does not exist is never met.
/// Stems and participles after the usual tables of conjugation (the three groups, and the families of the third).
/// </remarks>
internal static class FrenchVerbForms
{
    // Ending of the infinitive; stems of the present singular, present plural and imperfect, future; past participles; simple past third persons.
    private static readonly (string Infinitive, string[] Present, string Plural, string Future, string[] Participles, string[] Past)[] Families =
    [
        ("prendre", ["prend"], "pren", "prendr", ["pris"], ["prit", "prirent"]),
        ("mettre", ["met"], "mett", "mettr", ["mis"], ["mit", "mirent"]),
        ("battre", ["bat"], "batt", "battr", ["battu"], ["battit", "battirent"]),
        ("enir", ["ient"], "en", "iendr", ["enu"], ["int", "inrent"]),
        ("frir", ["fre"], "fr", "frir", ["fert"], ["frit", "frirent"]),
        ("vrir", ["vre"], "vr", "vrir", ["vert"], ["vrit", "vrirent"]),
        ("quérir", ["quiert"], "quér", "querr", ["quis"], ["quit", "quirent"]),
        ("cueillir", ["cueille"], "cueill", "cueiller", ["cueilli"], ["cueillit", "cueillirent"]),
        ("courir", ["court"], "cour", "courr", ["couru"], ["courut", "coururent"]),
        ("mourir", ["meurt"], "mour", "mourr", ["mort"], ["mourut", "moururent"]),
        ("sortir", ["sort"], "sort", "sortir", ["sorti"], ["sortit", "sortirent"]),
        ("partir", ["part"], "part", "partir", ["parti"], ["partit", "partirent"]),
        ("sentir", ["sent"], "sent", "sentir", ["senti"], ["sentit", "sentirent"]),
        ("mentir", ["ment"], "ment", "mentir", ["menti"], ["mentit", "mentirent"]),
        ("servir", ["sert"], "serv", "servir", ["servi"], ["servit", "servirent"]),
        ("fuir", ["fuit"], "fuy", "fuir", ["fui"], ["fuit", "fuirent"]),
        ("cevoir", ["çoit"], "cev", "cevr", ["çu"], ["çut", "çurent"]),
        ("prévoir", ["prévoit"], "prévoy", "prévoir", ["prévu"], ["prévit", "prévirent"]),
        ("pouvoir", ["peut"], "pouv", "pourr", ["pu"], ["put", "purent"]),
        ("vouloir", ["veut"], "voul", "voudr", ["voulu"], ["voulut", "voulurent"]),
        ("devoir", ["doit"], "dev", "devr", ["dû", "due", "dus", "dues"], ["dut", "durent"]),
        ("falloir", ["faut"], "fall", "faudr", ["fallu"], ["fallut"]),
        ("asseoir", ["assied", "assoit"], "assey", "assiér", ["assis"], ["assit", "assirent"]),
        ("choir", ["choit"], "choy", "choir", ["chu"], ["chut", "churent"]),
        ("voir", ["voit"], "voy", "verr", ["vu"], ["vit", "virent"]),
        ("soudre", ["sout"], "solv", "soudr", ["sous", "soute", "solu"], ["solut", "solurent"]),
        ("indre", ["int"], "ign", "indr", ["int"], ["ignit", "ignirent"]),
        ("vaincre", ["vainc"], "vainqu", "vaincr", ["vaincu"], ["vainquit", "vainquirent"]),
        ("suivre", ["suit"], "suiv", "suivr", ["suivi"], ["suivit", "suivirent"]),
        ("vivre", ["vit"], "viv", "vivr", ["vécu"], ["vécut", "vécurent"]),
        ("crire", ["crit"], "criv", "crir", ["crit"], ["crivit", "crivirent"]),
        ("uire", ["uit"], "uis", "uir", ["uit"], ["uisit", "uisirent"]),
        ("dire", ["dit"], "dis", "dir", ["dit"], ["dit", "dirent"]),
        ("élire", ["élit"], "élis", "élir", ["élu"], ["élut", "élurent"]),
        ("croire", ["croit"], "croy", "croir", ["cru"], ["crut", "crurent"]),
        ("traire", ["trait"], "tray", "trair", ["trait"], []),
        ("faire", ["fait", "font"], "fais", "fer", ["fait"], ["fit", "firent"]),
        ("clure", ["clut"], "clu", "clur", ["clu"], ["clut", "clurent"]),
        ("aître", ["aît"], "aiss", "aîtr", ["u"], ["ut", "urent"]),
        ("oître", ["oît"], "oiss", "oîtr", ["û"], ["ut", "urent"]),
        ("dre", ["d"], "d", "dr", ["du"], ["dit", "dirent"]),
        ("pre", ["pt"], "p", "pr", ["pu"], ["pit", "pirent"]),
        ("ir", ["it"], "iss", "ir", ["i"], ["it", "irent"]),
    ];

    private static readonly string[] Imperfect = ["ait", "aient", "ant", "ent", "ons", "e"];
    private static readonly string[] Later = ["a", "ont", "ait", "aient", "ons", "ions"];

    /// <summary>The forms of an infinitive; none when its ending is not known.</summary>
    public static IEnumerable<string> Of(string infinitive)
    {
        if (infinitive.EndsWith("er", StringComparison.Ordinal) && infinitive.Length > 3) return OfFirstGroup(infinitive);
        foreach (var family in Families)
        {
            if (infinitive.EndsWith(family.Infinitive, StringComparison.Ordinal)) return OfFamily(infinitive[..^family.Infinitive.Length], family);
        }

        return [];
    }

    private static IEnumerable<string> OfFirstGroup(string infinitive)
    {
        var stem = infinitive[..^2];
        yield return infinitive;
        foreach (var participle in Agreeing(stem + "é")) yield return participle;

        // Before a mute e the stem may change: “appelle”, “lève”, “cède”, “emploie”.
        foreach (var mute in MuteStems(stem))
        {
            yield return mute + "e";
            yield return mute + "ent";
            foreach (var ending in Later) yield return mute + "er" + ending;
        }

        // Before a and o, c and g keep their sound: “lança”, “exigeait”.
        var soft = stem[^1] switch { 'c' => stem[..^1] + "ç", 'g' => stem + "e", _ => stem };
        foreach (var ending in new[] { "ait", "aient", "ant", "a", "ons" }) yield return soft + ending;
        yield return stem + "èrent";
    }

    private static IEnumerable<string> MuteStems(string stem)
    {
        yield return stem;
        if (stem.EndsWith('y')) yield return stem[..^1] + "i";
        if (stem.Length < 3) yield break;
        if (stem[^1] is 'l' or 't' && stem[^2] is 'e') yield return stem + stem[^1];
        for (var i = stem.Length - 2; i >= stem.Length - 3 && i >= 0; i--)
        {
            if (stem[i] is 'e' or 'é') { yield return stem[..i] + "è" + stem[(i + 1)..]; break; }
        }
    }

    private static IEnumerable<string> OfFamily(string root, (string Infinitive, string[] Present, string Plural, string Future, string[] Participles, string[] Past) family)
    {
        yield return root + family.Infinitive;
        foreach (var form in family.Present) yield return root + form;
        foreach (var ending in Imperfect) yield return root + family.Plural + ending;
        foreach (var ending in Later) yield return root + family.Future + ending;
        foreach (var form in family.Past) yield return root + form;
        foreach (var participle in family.Participles)
        {
            foreach (var form in Agreeing(root + participle)) yield return form;
        }

        // Stems that double or change before a mute e: “prennent”, “tiennent”, “reçoivent”, “peuvent”.
        if (family.Infinitive is "prendre") yield return root + "prennent";
        if (family.Infinitive is "enir") yield return root + "iennent";
        if (family.Infinitive is "cevoir") yield return root + "çoivent";
        if (family.Infinitive is "devoir") yield return root + "doivent";
        if (family.Infinitive is "pouvoir") yield return root + "peuvent";
        if (family.Infinitive is "vouloir") yield return root + "veulent";
    }

    private static IEnumerable<string> Agreeing(string participle)
    {
        yield return participle;
        if (!participle.EndsWith('s')) yield return participle + "s";
        yield return participle + "e";
        yield return participle + "es";
    }
}
