namespace Dateline.Learning.Corpora;

/// <summary>A verb of a treebank of which people have said whether it happened.</summary>
/// <param name="Sentence">The sentence's id.</param>
/// <param name="Position">Position of the verb, counted from 1.</param>
/// <param name="Form">The verb, so that a treebank cut otherwise is noticed.</param>
/// <param name="Value">How sure people are, from about −1.5 (it did not) to 1.5 (it did); never nought.</param>
public sealed record MarkedFactuality(string Sentence, int Position, string Form, double Value)
{
    /// <summary>Whether it happened, happens or will happen.</summary>
    public bool Happened => Value > 0;
}

/// <summary>Reads the factuality of UDS (It Happened, White et al. 2016, 2020): JSON lines that refer to words of the English Web Treebank.</summary>
public static class FactualityCorpus
{
    /// <summary>Reads the verbs of one part of a file; those on which the annotators are exactly divided are left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="split">The part, such as “dev”.</param>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static IEnumerable<MarkedFactuality> Read(string path, string split)
    {
        var rows = GoldLines.Read(path, row => (
            Split: row.Text("split"),
            Upos: row.Text("upos"),
            Value: row.Number("factual") ?? throw new KeyNotFoundException("it has no factual"),
            Sentence: row.Text("sent_id") ?? throw new KeyNotFoundException("it has no sent_id"),
            Position: row.GetProperty("tok").GetInt32(),
            Form: row.Text("form") ?? string.Empty));
        return from row in rows
               where row.Split == split && row.Upos == "VERB" && row.Value != 0
               select new MarkedFactuality(row.Sentence, row.Position, row.Form, row.Value);
    }
}
