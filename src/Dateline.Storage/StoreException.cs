using Dateline.Text;

namespace Dateline.Storage;

/// <summary>
/// The environment failed the store: a file that is not a store, a disk that is full, another writer that does not end.
/// </summary>
/// <remarks>The driver's exceptions are wrapped in this one, once; inputs that cannot be kept are diagnostics, not exceptions.</remarks>
public sealed class StoreException : Exception
{
    internal StoreException(Diagnostic diagnostic, Exception? inner = null)
        : base(diagnostic.ToString(), inner) => Diagnostic = diagnostic;

    /// <summary>What is wrong and what to do.</summary>
    public Diagnostic Diagnostic { get; }
}
