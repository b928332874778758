using Dateline.Text.Lexicons;
using Dateline.Text.Models;
using Dateline.Text.Places;

namespace Dateline.Learning.Training;

/// <summary>From what a name finder is trained, and for how long.</summary>
public sealed record NamePlan
{
    /// <summary>The language model over whose encoder it is trained.</summary>
    public required LanguageModel Model { get; init; }

    /// <summary>Tables of the actor lexicon, head words and persons' names among them.</summary>
    public required IReadOnlyList<LexiconTable> Tables { get; init; }

    /// <summary>The places of the world.</summary>
    public required Gazetteer Gazetteer { get; init; }

    /// <summary>The GUM treebank, of which the genres that may be shipped are used.</summary>
    public required string Treebank { get; init; }

    /// <summary>GUM genres whose text has a licence that allows shipping.</summary>
    public IReadOnlyList<string> Genres { get; init; } = ["academic", "bio", "court", "interview", "news", "voyage"];

    /// <summary>Documents with marked names (JSON lines): re3d, GeoVirus.</summary>
    public IReadOnlyList<string> NameFiles { get; init; } = [];

    /// <summary>The MEANTIME corpus, as JSON lines.</summary>
    public IReadOnlyList<string> Meantime { get; init; } = [];

    /// <summary>Sentences with places for names, see <c>models/en.sentences</c>.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>How many documents are made of them for each mix.</summary>
    public int Made { get; init; } = 250;

    /// <summary>Running text that tells which words are written small.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The file to write.</summary>
    public required string Output { get; init; }

    /// <summary>How many times each document is given other names.</summary>
    public int Mixes { get; init; } = 6;

    /// <summary>Times that each of them is read.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>How often a feature must occur in one reading of the corpora to be kept.</summary>
    public int Least { get; init; } = 4;

    /// <summary>Width of the hidden layer.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Highest rate of learning.</summary>
    public float Rate { get; init; } = 2e-3f;

    /// <summary>Start of all random numbers.</summary>
    public int Seed { get; init; } = 1;
}
