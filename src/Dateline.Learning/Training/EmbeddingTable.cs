using System.Runtime.InteropServices;

namespace Dateline.Learning.Training;

/// <summary>A table of vectors of which a batch touches few rows; only those are updated.</summary>
internal sealed unsafe class EmbeddingTable
{
    internal EmbeddingTable(string name, int rows, int width, float spread, Random random)
    {
        Name = name;
        Rows = rows;
        Width = width;
        Values = (float*)NativeMemory.AllocZeroed((nuint)rows * (nuint)width, sizeof(float));
        First = (float*)NativeMemory.AllocZeroed((nuint)rows * (nuint)width, sizeof(float));
        Second = (float*)NativeMemory.AllocZeroed((nuint)rows * (nuint)width, sizeof(float));
        Average = (float*)NativeMemory.AllocZeroed((nuint)rows * (nuint)width, sizeof(float));
        for (long i = 0; spread > 0 && i < (long)rows * width; i++) Values[i] = (float)(random.NextDouble() * 2 - 1) * spread;
    }

    internal string Name { get; }

    internal int Rows { get; }

    internal int Width { get; }

    internal float* Values { get; }

    /// <summary>Running mean of the gradient.</summary>
    internal float* First { get; }

    /// <summary>Running mean of its square.</summary>
    internal float* Second { get; }

    /// <summary>Running mean of <see cref="Values"/>.</summary>
    internal float* Average { get; }
}

/// <summary>The gradient of an <see cref="EmbeddingTable"/> for one worker: a table with a list of the rows touched.</summary>
internal sealed unsafe class EmbeddingGradient
{
    private readonly float* _values;
    private readonly bool[] _touched;
    private readonly List<int> _rows = [];
    private readonly int _width;

    internal EmbeddingGradient(EmbeddingTable table)
    {
        _width = table.Width;
        _values = (float*)NativeMemory.AllocZeroed((nuint)table.Rows * (nuint)table.Width, sizeof(float));
        _touched = new bool[table.Rows];
    }

    internal List<int> Touched => _rows;

    /// <summary>The gradient of one row, to be added to.</summary>
    internal float* Row(int row)
    {
        if (!_touched[row])
        {
            _touched[row] = true;
            _rows.Add(row);
        }

        return _values + (long)row * _width;
    }

    internal void Clear()
    {
        foreach (var row in _rows)
        {
            _touched[row] = false;
            NativeMemory.Clear(_values + (long)row * _width, (nuint)_width * sizeof(float));
        }

        _rows.Clear();
    }
}
