namespace Dateline.Text.Tokens;

/// <summary>Words that end in a full stop of their own.</summary>
internal static class Abbreviations
{
    /// <summary>Length of the longest one, without its full stop.</summary>
    public const int Longest = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> English = new HashSet<string>(StringComparer.Ordinal)
    {
        // Titles and ranks.
        "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Rev", "Fr", "Sr", "Jr", "Hon", "Gov", "Sen", "Sens", "Rep", "Reps", "Pres", "Amb", "Supt",
        "Gen", "Lt", "Col", "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Pvt", "Cmdr", "Cdr", "Adm", "Brig", "Ens", "Insp", "Det", "St", "Ste", "Mt", "Ft",
        "MR", "MRS", "MS", "DR", "GEN", "COL", "LT", "CAPT", "Mme", "Mlle", "Atty",
        // Days and months.
        "Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
        // Firms, streets, states.
        "Inc", "Corp", "Ltd", "Co", "Cos", "Bros", "Plc", "Ave", "Blvd", "Rd", "Hwy", "Pkwy", "Dept", "Univ", "Assn", "Calif", "Conn", "Fla",
        "Va", "Pa", "Mass", "Mich", "Minn", "Miss", "Tenn", "Wash", "Wis", "Colo", "Ariz", "Ill", "Ind", "Okla", "Ont", "Que",
        // Latin and general.
        "etc", "vs", "al", "cf", "ca", "approx", "viz", "ibid", "eds", "Ph", "Esq", "Est", "est", "Eng", "esp", "Esp", "incl", "misc", "govt", "Govt",
        "dept", "yrs", "hrs", "lbs", "mins", "oz", "sq", "ext", "Ext", "Vol", "vol", "Attn", "Tel", "tel", "Sc", "Ed", "pp",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // These are words as well; the full stop is theirs only before a number.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = new HashSet<string>(StringComparer.Ordinal)
    {
        "No", "no", "Nos", "nos", "NO", "Art", "art", "Fig", "fig", "Figs", "Sec", "sec", "Ch", "ch", "p", "Par", "par", "Mar", "Jun", "Jul", "c", "v", "n",
        "Sat", "Sun",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> French = new HashSet<string>(StringComparer.Ordinal)
    {
        "M", "MM", "Mr", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Me", "Mgr", "St", "Ste", "gén", "Gén", "col", "Col", "cap", "Cap", "lt", "Lt",
        "etc", "cf", "Cf", "av", "apr", "env", "éd", "Éd", "vol", "Vol", "pp", "chap", "janv", "févr", "juil", "sept", "oct", "nov", "déc",
        "Cie", "Sté", "Tél", "tél", "réf", "al", "ex", "hab", "bd", "Bd", "art", "Art", "adj", "dép",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FrenchBeforeNumber = new HashSet<string>(StringComparer.Ordinal)
    {
        "No", "no", "p", "n", "N", "fig", "Fig", "t",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/> keeps the full stop that follows it.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word, bool french, bool digitFollows) => french
        ? French.Contains(word) || (digitFollows && FrenchBeforeNumber.Contains(word))
        : English.Contains(word) || (digitFollows && BeforeNumber.Contains(word));

    /// <summary>Whether <paramref name="word"/>, without its full stop, stands before a name or number and hardly ever ends a sentence.</summary>
    public static bool LeadsOn(ReadOnlySpan<char> word) => Leading.Contains(word);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Leading = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Rev", "Hon", "Gov", "Sen", "Sens", "Rep", "Reps", "Pres", "Amb", "Supt", "Gen", "Lt", "Col",
        "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Pvt", "Cmdr", "Cdr", "Adm", "Brig", "Insp", "Det", "St", "Ste", "Mt", "Ft", "Mme", "Mlle", "Atty",
        "M", "MM", "Mmes", "Pr", "Me", "Mgr", "Gén", "vs", "cf", "No", "Nos", "Art", "Fig", "Figs", "Sec", "p", "pp", "Vol", "e.g", "i.e",
    }.GetAlternateLookup<ReadOnlySpan<char>>();
}
