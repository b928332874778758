using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>Writes a model file, see <see cref="ModelReader"/> for its layout.</summary>
internal sealed unsafe class ModelWriter
{
    private readonly List<(string Name, TensorKind Kind, int Rows, int Columns, byte[] Bytes)> _tensors = [];

    internal void Matrix(string name, float* values, int rows, int columns)
    {
        var bytes = new byte[rows * columns * 2];
        var halves = MemoryMarshal.Cast<byte, Half>(bytes.AsSpan());
        for (var i = 0; i < halves.Length; i++) halves[i] = (Half)values[i];
        _tensors.Add((name, TensorKind.Half, rows, columns, bytes));
    }

    /// <summary>A table of vectors, each rounded to 255 steps of its own largest number.</summary>
    internal void Table(string name, float* values, int rows, int columns)
    {
        var bytes = new byte[rows * 4 + rows * columns];
        var scales = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, rows * 4));
        var numbers = MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(rows * 4));
        for (var row = 0; row < rows; row++)
        {
            var from = values + (long)row * columns;
            var largest = 0f;
            for (var i = 0; i < columns; i++) largest = MathF.Max(largest, MathF.Abs(from[i]));
            scales[row] = largest / 127;
            for (var i = 0; i < columns && largest > 0; i++) numbers[row * columns + i] = (sbyte)MathF.Round(from[i] / scales[row]);
        }

        _tensors.Add((name, TensorKind.ScaledBytes, rows, columns, bytes));
    }

    internal void Lines(string name, IEnumerable<string> lines) =>
        _tensors.Add((name, TensorKind.Text, 1, 1, Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    internal void Ints(string name, ReadOnlySpan<int> values) =>
        _tensors.Add((name, TensorKind.Ints, 1, values.Length, MemoryMarshal.AsBytes(values).ToArray()));

    internal void Longs(string name, ReadOnlySpan<ulong> values) =>
        _tensors.Add((name, TensorKind.Longs, 1, values.Length, MemoryMarshal.AsBytes(values).ToArray()));

    internal byte[] ToArray()
    {
        long offset = Align(16 + _tensors.Count * ModelReader.EntryLength);
        var file = new byte[offset + _tensors.Sum(tensor => (long)Align(tensor.Bytes.Length))];
        ModelReader.Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), _tensors.Count);
        for (var i = 0; i < _tensors.Count; i++)
        {
            var tensor = _tensors[i];
            var entry = file.AsSpan(16 + i * ModelReader.EntryLength, ModelReader.EntryLength);
            Encoding.ASCII.GetBytes(tensor.Name, entry[..ModelReader.NameLength]);
            BinaryPrimitives.WriteInt32LittleEndian(entry[32..], (int)tensor.Kind);
            BinaryPrimitives.WriteInt32LittleEndian(entry[36..], tensor.Rows);
            BinaryPrimitives.WriteInt32LittleEndian(entry[40..], tensor.Columns);
            BinaryPrimitives.WriteInt64LittleEndian(entry[48..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[56..], tensor.Bytes.Length);
            tensor.Bytes.CopyTo(file, offset);
            offset += Align(tensor.Bytes.Length);
        }

        return file;
    }

    private static int Align(int length) => (length + ModelReader.Alignment - 1) / ModelReader.Alignment * ModelReader.Alignment;
}
