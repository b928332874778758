using Dateline.Chronology.Extraction.Acts;
using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>The cues of one language, by lemma. Immutable; safe for all threads.</summary>
public sealed class CueLexicon
{
    private readonly Dictionary<string, CueClass>.AlternateLookup<ReadOnlySpan<char>> _classes;

    private readonly Dictionary<string, CueClass>.AlternateLookup<ReadOnlySpan<char>> _forms;

    private CueLexicon(Dictionary<string, CueClass> classes, Dictionary<string, CueClass> forms, IReadOnlyList<Diagnostic> diagnostics) =>
        (_classes, _forms, Diagnostics) = (classes.GetAlternateLookup<ReadOnlySpan<char>>(), forms.GetAlternateLookup<ReadOnlySpan<char>>(), diagnostics);

    /// <summary>A lexicon without cues: only quotations and “according to” are found.</summary>
    public static CueLexicon Empty { get; } = new([], [], []);

    /// <summary>What was wrong with the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads the columns <c>cue</c> and <c>class</c>; rows of an unknown class are left out with a diagnostic.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isFrench">Whether the forms of French verbs lead to their cues where a tagger's lemma does not.</param>
    public static CueLexicon Read(LexiconTable table, bool isFrench = false)
    {
        var classes = new Dictionary<string, CueClass>(StringComparer.Ordinal);
        var diagnostics = new List<Diagnostic>(table.Diagnostics);
        foreach (var row in table.Rows)
        {
            if (Enum.TryParse<CueClass>(row["class"], ignoreCase: true, out var known) && known is not CueClass.None)
                classes[row["cue"]] = classes.GetValueOrDefault(row["cue"]) | known;
            else
                diagnostics.Add(row.Error("DL2101", $"'{row["class"]}' is no class of cues; write say, tell, ask, think, show, want, judge, call, accuse or noun"));
        }

        var forms = new Dictionary<string, CueClass>(StringComparer.Ordinal);
        if (isFrench)
        {
            foreach (var (verb, known) in classes)
            {
                foreach (var form in FrenchVerbForms.Of(verb)) forms.TryAdd(form, known);
            }
        }

        return new CueLexicon(classes, forms, diagnostics);
    }

    /// <summary>The classes of a verb, by its form where its lemma is no verb of the lexicon.</summary>
    internal CueClass OfVerb(ReadOnlySpan<char> lemma, ReadOnlySpan<char> form) =>
        !(lemma.EndsWith("r") || lemma.EndsWith("re")) || !_classes.ContainsKey(lemma) ? _forms.TryGetValue(form, out var known) ? known : Of(lemma) : Of(lemma);

    /// <summary>The classes of a lemma; none for a word that is no cue.</summary>
    internal CueClass Of(ReadOnlySpan<char> lemma) => _classes.TryGetValue(lemma, out var known) ? known : CueClass.None;
}
