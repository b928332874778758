using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>The cues of one language, by lemma. Immutable; safe for all threads.</summary>
public sealed class CueLexicon
{
    private readonly Dictionary<string, CueClass>.AlternateLookup<ReadOnlySpan<char>> _classes;

    private CueLexicon(Dictionary<string, CueClass> classes, IReadOnlyList<Diagnostic> diagnostics) =>
        (_classes, Diagnostics) = (classes.GetAlternateLookup<ReadOnlySpan<char>>(), diagnostics);

    /// <summary>A lexicon without cues: only quotations and “according to” are found.</summary>
    public static CueLexicon Empty { get; } = new([], []);

    /// <summary>What was wrong with the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads the columns <c>cue</c> and <c>class</c>; rows of an unknown class are left out with a diagnostic.</summary>
    public static CueLexicon Read(LexiconTable table)
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

        return new CueLexicon(classes, diagnostics);
    }

    /// <summary>The classes of a lemma; none for a word that is no cue.</summary>
    internal CueClass Of(ReadOnlySpan<char> lemma) => _classes.TryGetValue(lemma, out var known) ? known : CueClass.None;
}
