using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>A dense matrix of the network: a stretch of one long row of numbers, and its two laid-out forms.</summary>
internal sealed unsafe class Parameter
{
    internal required string Name { get; init; }

    internal required int Rows { get; init; }

    internal required int Columns { get; init; }

    /// <summary>Where the matrix begins among all parameters.</summary>
    internal required int Offset { get; init; }

    /// <summary>How far from zero it starts; 0 starts at zero.</summary>
    internal float Spread { get; init; }

    /// <summary>As right factor, for the way forward; null for what is no factor.</summary>
    internal float* Forward { get; set; }

    /// <summary>Its transpose as right factor, for the way back.</summary>
    internal float* Backward { get; set; }

    internal int Length => Rows * Columns;

    internal void Pack(float* values)
    {
        if (Forward == null) return;
        Matmul.PackRight(values + Offset, Columns, Rows, Columns, Forward);
        Matmul.PackRightTransposed(values + Offset, Columns, Columns, Rows, Backward);
    }
}
