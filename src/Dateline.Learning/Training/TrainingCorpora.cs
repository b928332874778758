namespace Dateline.Learning.Training;

/// <summary>Which corpora the model of a language is trained on and measured on; only those whose licence lets weights be shipped.</summary>
/// <param name="Treebanks">To learn from.</param>
/// <param name="Held">To measure on.</param>
/// <param name="Names">Documents with marked spans.</param>
/// <param name="Meantime">Documents of the MEANTIME corpus.</param>
public sealed record TrainingCorpora(IReadOnlyList<string> Treebanks, IReadOnlyList<string> Held, IReadOnlyList<string> Names, IReadOnlyList<string> Meantime)
{
    /// <summary>The corpora of <paramref name="language"/> below <paramref name="folder"/>, or null for a language that has none.</summary>
    public static TrainingCorpora? For(string language, string folder)
    {
        string In(string set, string file) => Path.Combine(folder, set, file);
        return language switch
        {
            "en" => new TrainingCorpora(
                [In("ud-en-ewt", "en_ewt-ud-train.conllu"), In("ud-en-gum", "en_gum-ud-train.conllu")],
                [In("ud-en-ewt", "en_ewt-ud-dev.conllu"), In("ud-en-gum", "en_gum-ud-dev.conllu")],
                [In("ner-re3d", "docs.jsonl"), In("geo-geovirus", "geovirus.jsonl")],
                [In("xdoc-meantime", "meantime.apple-gm.jsonl")]),
            "fr" => new TrainingCorpora(
                [In("ud-fr-sequoia", "fr_sequoia-ud-train.conllu"), In("ud-fr-gsd", "fr_gsd-ud-dev.conllu")],
                [In("ud-fr-sequoia", "fr_sequoia-ud-dev.conllu")],
                [],
                []),
            _ => null,
        };
    }
}
