using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>
/// Begins a network with what a model of another language knows: layers, scorers and character n-grams as they are,
/// scores of tags and relations by their names. Words are begun anew.
/// </summary>
/// <remarks>
/// Languages with the same scheme of relations share much of what a parser learns (Zoph et al. 2016); a small treebank
/// gains from a larger one.
/// </remarks>
internal static unsafe class Transfer
{
    /// <summary>Fills <paramref name="network"/> from the model file at <paramref name="path"/> wherever sizes or names agree.</summary>
    internal static void Begin(Network network, Vocabulary vocabulary, string path)
    {
        var reader = new ModelReader(File.ReadAllBytes(path));
        foreach (var parameter in network.Parameters)
        {
            if (reader.Any(parameter.Name) is not { } other || other.Rows != parameter.Rows) continue;
            var columns = parameter.Name switch
            {
                "relation" or "relation.bias" => ByName(reader.Lines("relations"), vocabulary.Relations),
                "tag" or "tag.bias" => TagColumns(reader, vocabulary),
                _ when other.Columns == parameter.Columns => Enumerable.Range(0, other.Columns).Select(column => (column, column)).ToArray(),
                _ => [],
            };
            var to = network.At(parameter);
            foreach (var (from, at) in columns)
            {
                for (var row = 0; row < parameter.Rows; row++) to[(long)row * parameter.Columns + at] = other.Values[(long)row * other.Columns + from];
            }
        }

        foreach (var table in new[] { network.Grams, network.Affixes })
        {
            if (reader.Any(table.Name) is { } other && other.Rows == table.Rows && other.Columns == table.Width) other.Values.CopyTo(new Span<float>(table.Values, other.Values.Length));
        }

        network.Pack();
        network.Remember(0);
    }

    private static (int From, int To)[] TagColumns(ModelReader reader, Vocabulary vocabulary)
    {
        var columns = new List<(int From, int To)>(ByName(reader.Lines("upos"), vocabulary.Upos));
        var from = reader.Lines("upos").Length + reader.Lines("xpos").Length;
        var to = vocabulary.Upos.Count + vocabulary.Xpos.Count;
        columns.AddRange(ByName(reader.Lines("feats"), vocabulary.Feats).Select(pair => (from + pair.From, to + pair.To)));
        return [.. columns];
    }

    private static (int From, int To)[] ByName(string[] names, Labels labels) =>
        [.. names.Select((name, index) => (From: index, To: labels.IndexOf(name))).Where(pair => pair.To >= 0)];
}
