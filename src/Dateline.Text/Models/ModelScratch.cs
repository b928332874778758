namespace Dateline.Text.Models;

/// <summary>What one thread needs while it reads with a model; rented for one document and given back.</summary>
internal sealed class ModelScratch : IDisposable
{
    internal Arena Arena { get; } = new(4 << 20);

    internal StringCache Lemmas { get; } = new();

    /// <summary>Order of the pieces of a batch, longest first.</summary>
    internal long[] Order { get; } = new long[LanguageModel.MostPieces];

    internal int[] Firsts { get; } = new int[LanguageModel.MostPieces];

    internal int[] Counts { get; } = new int[LanguageModel.MostPieces];

    /// <inheritdoc/>
    public void Dispose() => Arena.Dispose();
}
