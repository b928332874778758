namespace Dateline.Learning.Training;

/// <summary>What to train, from what, and for how long.</summary>
public sealed record TrainingPlan
{
    /// <summary>BCP 47 primary subtag of the model's language.</summary>
    public required string Language { get; init; }

    /// <summary>Treebanks (CoNLL-U) to learn from.</summary>
    public required IReadOnlyList<string> Treebanks { get; init; }

    /// <summary>Treebanks to measure on after each epoch; never learned from.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>GUM genres whose text has a licence that allows shipping; sentences of other genres are left out.</summary>
    public IReadOnlyList<string> Genres { get; init; } = ["academic", "bio", "court", "interview", "news", "voyage"];

    /// <summary>Running text (JSON lines with a text, or plain lines) for word vectors.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Where vectors are kept between runs; null to keep none.</summary>
    public string? VectorFile { get; init; }

    /// <summary>Times that running text is read for the vectors.</summary>
    public int VectorEpochs { get; init; } = 3;

    /// <summary>The most words that get a vector from running text.</summary>
    public int VectorWords { get; init; } = 24000;

    /// <summary>The model file to write.</summary>
    public required string Output { get; init; }

    /// <summary>Where the state of a run is kept, so that it can go on after a stop; null to keep none.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Times that the treebanks are read.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Words of one update, about.</summary>
    public int BatchWords { get; init; } = 600;

    /// <summary>Threads; each takes its fixed share of a batch, so their number changes the numbers only in rounding.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Highest rate of learning; it rises over the first updates and falls to zero at the end.</summary>
    public float Rate { get; init; } = 2e-3f;

    /// <summary>Share of numbers taken away between layers.</summary>
    public float Dropout { get; init; } = 0.33f;

    /// <summary>Share of the running mean of all weights that an update keeps; 0 ships the last weights.</summary>
    public float Kept { get; init; }

    /// <summary>A model of another language to begin with: what it knows of sentences serves this one; null begins with nothing.</summary>
    public string? Start { get; init; }

    /// <summary>Cells of one direction of a layer.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Layers of the encoder.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Start of all random numbers.</summary>
    public int Seed { get; init; } = 1;
}
