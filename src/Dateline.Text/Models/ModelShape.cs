namespace Dateline.Text.Models;

/// <summary>The sizes of a language model's network.</summary>
internal sealed record ModelShape
{
    /// <summary>Numbers that stand for a known word.</summary>
    internal int WordWidth { get; init; } = 128;

    /// <summary>Numbers that stand for a word's n-grams.</summary>
    internal int GramWidth { get; init; } = 64;

    /// <summary>Numbers that stand for a word's affixes and shape.</summary>
    internal int AffixWidth { get; init; } = 64;

    /// <summary>Cells of one direction of one layer; a multiple of 8.</summary>
    internal int Hidden { get; init; } = 128;

    /// <summary>Layers of the encoder.</summary>
    internal int Layers { get; init; } = 3;

    /// <summary>Width of what the arc scorer compares.</summary>
    internal int ArcWidth { get; init; } = 128;

    /// <summary>Width of what the relation scorer adds up.</summary>
    internal int RelationWidth { get; init; } = 128;

    /// <summary>Rows of the table of words; row 0 is the unknown word.</summary>
    internal int Words { get; init; }

    /// <summary>Rows of the table of n-grams.</summary>
    internal int Grams { get; init; } = 16384;

    /// <summary>Rows of the table of affixes.</summary>
    internal int Affixes { get; init; } = 6144;

    /// <summary>Universal parts of speech.</summary>
    internal int Upos { get; init; }

    /// <summary>Tags of the treebank's own.</summary>
    internal int Xpos { get; init; }

    /// <summary>Combinations of features.</summary>
    internal int Feats { get; init; }

    /// <summary>Lemma rules.</summary>
    internal int Lemmas { get; init; }

    /// <summary>Relations.</summary>
    internal int Relations { get; init; }

    /// <summary>Buckets of the distance from a word to its head, see <see cref="DistanceBucket"/>.</summary>
    internal const int Distances = 19;

    /// <summary>Numbers that go into the encoder per word.</summary>
    internal int Input => WordWidth + GramWidth + AffixWidth;

    /// <summary>Numbers that come out of a layer per word.</summary>
    internal int Encoded => 2 * Hidden;

    /// <summary>Arc dependents, arc heads, relation dependents, relation heads, side by side.</summary>
    internal int Projected => 2 * ArcWidth + 2 * RelationWidth;

    /// <summary>Scores of all tags side by side: parts of speech, own tags, features, lemma rules.</summary>
    internal int Tags => Upos + Xpos + Feats + Lemmas;

    /// <summary>Which bucket the way from a word to its head falls in; positions count from 1, 0 is the root.</summary>
    internal static int DistanceBucket(int dependent, int head)
    {
        if (head == 0) return Distances - 1;
        var distance = Math.Abs(head - dependent);
        var bucket = distance switch { <= 4 => distance - 1, <= 6 => 4, <= 9 => 5, <= 14 => 6, <= 24 => 7, _ => 8 };
        return Math.Max(bucket, 0) + (head < dependent ? 0 : 9);
    }

    /// <summary>The sizes in the order in which a model file holds them; two places, 96 and 0, are those of a layer that files of this version no longer have.</summary>
    internal int[] ToArray() =>
        [WordWidth, GramWidth, AffixWidth, Hidden, Layers, ArcWidth, RelationWidth, 96, Words, Grams, Affixes, Upos, Xpos, Feats, Lemmas, Relations, 0];

    /// <summary>Reads what <see cref="ToArray"/> gives.</summary>
    internal static ModelShape FromArray(ReadOnlySpan<int> sizes) => new()
    {
        WordWidth = sizes[0],
        GramWidth = sizes[1],
        AffixWidth = sizes[2],
        Hidden = sizes[3],
        Layers = sizes[4],
        ArcWidth = sizes[5],
        RelationWidth = sizes[6],
        Words = sizes[8],
        Grams = sizes[9],
        Affixes = sizes[10],
        Upos = sizes[11],
        Xpos = sizes[12],
        Feats = sizes[13],
        Lemmas = sizes[14],
        Relations = sizes[15],
    };
}
