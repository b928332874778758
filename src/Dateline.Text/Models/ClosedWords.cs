using System.Collections.Frozen;

namespace Dateline.Text.Models;

/// <summary>
/// The words of a language that may be auxiliaries: a class that gains no members, so that no name or rare verb can be one.
/// </summary>
/// <remarks>
/// A tagger guesses at words it has never seen, and a name before a verb stands where an auxiliary stands (“when ECOWAS lifted …”).
/// What the class does not hold takes its next best tag and relation. Safe for all threads.
/// </remarks>
internal sealed class ClosedWords
{
    private const int LongestForm = 16;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _auxiliaries;

    private ClosedWords(string auxiliaries) =>
        _auxiliaries = auxiliaries.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The closed words of a language, or null where none are listed.</summary>
    internal static ClosedWords? Of(string language) => language switch
    {
        "en" => new ClosedWords(
            "be am is are was were been being 'm 're 's ’m ’re ’s m re s ai isnt arent wasnt have has had having 've 'd ’ve ’d ve d hav of a "
            + "do does did doing done du will would shall should can could may might must ought 'll ’ll ll wo ca sha need dare used wil wud wld cud shud cld shld "
            + "get gets got getting gotten gon going let lets keep cannot coud woud shoud im youre theyre"),
        "fr" => new ClosedWords(
            "être suis es est sommes êtes sont étais était étions étiez étaient fus fut fûmes fûtes furent fût fussent serai seras sera serons serez seront serais serait "
            + "serions seriez seraient sois soit soyons soyez soient été étant avoir ai as a avons avez ont avais avait avions aviez avaient eus eut eûmes eûtes eurent eût eussent "
            + "aurai auras aura aurons aurez auront aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eu eue eus eues ayant "
            + "faire fais fait faisons faites font faisais faisait faisaient fis fit firent fera feront ferait feraient fasse fassent faisant "
            + "pouvoir peux peut pouvons pouvez peuvent pouvait pouvaient put purent pourra pourront pourrait pourraient puisse puissent pu pouvant "
            + "devoir dois doit devons devez doivent devait devaient dut durent devra devront devrait devraient doive doivent dû devant "
            + "aller vais vas va allons allez vont allait allaient ira iront irait iraient aille aillent venir vient viennent venait venaient vint vinrent venu"),
        _ => null,
    };

    /// <summary>Whether the word may be an auxiliary or a copula.</summary>
    internal bool IsAuxiliary(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm) return false;
        Span<char> lower = stackalloc char[LongestForm];
        return _auxiliaries.Contains(lower[..form.ToLowerInvariant(lower)]);
    }
}
