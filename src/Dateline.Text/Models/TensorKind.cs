namespace Dateline.Text.Models;

/// <summary>How the numbers of a tensor lie in a model file.</summary>
internal enum TensorKind
{
    /// <summary>Half-precision floating point.</summary>
    Half = 0,

    /// <summary>Rows of signed bytes after one single-precision scale per row.</summary>
    ScaledBytes = 1,

    /// <summary>UTF-8 text, entries separated by line feeds.</summary>
    Text = 2,

    /// <summary>Unsigned 64-bit numbers.</summary>
    Longs = 3,

    /// <summary>Signed 32-bit numbers.</summary>
    Ints = 4,
}
