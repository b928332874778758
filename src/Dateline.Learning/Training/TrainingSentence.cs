namespace Dateline.Learning.Training;

/// <summary>A sentence as the trainer wants it: rows of tables and indices of labels.</summary>
internal sealed class TrainingSentence
{
    /// <summary>Rows in the table of words that is trained; 0 for a word that the treebanks hold too rarely.</summary>
    internal required int[] Words { get; init; }

    /// <summary>Rows in the table of vectors learned from running text; 0 for none.</summary>
    internal required int[] Vectors { get; init; }

    /// <summary>Rows in the table of n-grams, word after word.</summary>
    internal required int[] Grams { get; init; }

    /// <summary>Where each word's n-grams begin; one more entry than words.</summary>
    internal required int[] GramStarts { get; init; }

    /// <summary>Rows in the table of affixes, word after word.</summary>
    internal required int[] Affixes { get; init; }

    /// <summary>Where each word's affixes begin; one more entry than words.</summary>
    internal required int[] AffixStarts { get; init; }

    /// <summary>Parts of speech, own tags, features and lemma rules, four to a word; -1 where not known. Empty for a sentence without tags.</summary>
    internal int[] Tags { get; init; } = [];

    /// <summary>Heads, counted from 1, 0 for the root. Empty for a sentence without a tree.</summary>
    internal int[] Heads { get; init; } = [];

    /// <summary>Relations; -1 where the label is outside the inventory.</summary>
    internal int[] Relations { get; init; } = [];

    /// <summary>Number of words.</summary>
    internal int Count => Words.Length;
}
