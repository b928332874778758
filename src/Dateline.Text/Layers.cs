namespace Dateline.Text;

/// <summary>What has been read in a document so far. A layer is added once and never taken away.</summary>
[Flags]
public enum Layers
{
    /// <summary>Only the text.</summary>
    None = 0,

    /// <summary>Words with exact positions.</summary>
    Tokens = 1 << 0,

    /// <summary>Sentences, as runs of tokens.</summary>
    Sentences = 1 << 1,

    /// <summary>Part of speech, morphology and lemma of each token.</summary>
    Tags = 1 << 2,

    /// <summary>Heads and relations (Universal Dependencies).</summary>
    Trees = 1 << 3,

    /// <summary>Spans of names with their kinds.</summary>
    Names = 1 << 4,

    /// <summary>Time expressions, resolved as far as the document's time allows.</summary>
    Times = 1 << 5,

    /// <summary>Mentions of persons, organisations, groups, places, and the entities they stand for.</summary>
    Entities = 1 << 6,

    /// <summary>Place names with their position on the earth.</summary>
    Places = 1 << 7,
}
