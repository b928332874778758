using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Text.Models;

/// <summary>Vectors as signed bytes with a scale per row, read where they lie in the file.</summary>
internal readonly unsafe struct VectorTable
{
    private readonly float* _scales;
    private readonly sbyte* _numbers;
    private readonly int _width;

    internal VectorTable(ModelReader reader, string name, int rows, int width)
    {
        var bytes = reader.Bytes(name, TensorKind.ScaledBytes, rows, width);
        // The model's whole memory is pinned for as long as it lives.
        _scales = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes.Span));
        _numbers = (sbyte*)(_scales + rows);
        _width = width;
    }

    internal void AddTo(float* sum, int row, float scale)
    {
        var from = _numbers + (long)row * _width;
        var by = Vector256.Create(_scales[row] * scale);
        for (var i = 0; i < _width; i += 8)
        {
            var whole = Avx2.IsSupported ? Avx2.ConvertToVector256Int32(from + i)
                : Vector256.Create(from[i], from[i + 1], from[i + 2], from[i + 3], from[i + 4], from[i + 5], from[i + 6], from[i + 7]);
            Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(whole), by, Vector256.Load(sum + i)).Store(sum + i);
        }
    }
}
