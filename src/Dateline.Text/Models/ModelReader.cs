using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dateline.Text.Models;

/// <summary>
/// Finds the tensors of a model file.
/// </summary>
/// <remarks>
/// The file, all little-endian: the eight bytes “DLMODEL1”; the number of tensors (int32) and four bytes of zero; for
/// each tensor 64 bytes: name (32 bytes of ASCII, zero-padded), kind, rows, columns (int32 each), four bytes of zero,
/// offset and length in bytes (int64 each); then the tensors, each at a multiple of 64. Every border is checked here
/// once, so that readers of tensors need not.
/// </remarks>
internal sealed class ModelReader
{
    internal const int Alignment = 64;
    internal const int EntryLength = 64;
    internal const int NameLength = 32;
    private readonly Dictionary<string, (TensorKind Kind, int Rows, int Columns, int Offset, int Length)> _tensors = [];
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or one of another version, or cut off.</exception>
    internal ModelReader(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var span = bytes.Span;
        if (span.Length < 16 || !span[..8].SequenceEqual(Magic)) throw Broken("the first bytes are not those of a model of this version");
        var count = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        if (count is < 0 or > 4096 || 16 + (long)count * EntryLength > span.Length) throw Broken("its directory is cut off");
        for (var i = 0; i < count; i++)
        {
            var entry = span.Slice(16 + i * EntryLength, EntryLength);
            var name = Encoding.ASCII.GetString(entry[..NameLength]).TrimEnd('\0');
            var kind = (TensorKind)BinaryPrimitives.ReadInt32LittleEndian(entry[32..]);
            var rows = BinaryPrimitives.ReadInt32LittleEndian(entry[36..]);
            var columns = BinaryPrimitives.ReadInt32LittleEndian(entry[40..]);
            var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[48..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(entry[56..]);
            if (rows < 0 || columns < 0 || offset < 0 || length < 0 || offset % Alignment != 0 || offset > span.Length || length > span.Length - offset)
                throw Broken($"tensor '{name}' lies outside of it");
            var needed = kind switch
            {
                TensorKind.Half => (long)rows * columns * 2,
                TensorKind.ScaledBytes => (long)rows * columns + (long)rows * 4,
                TensorKind.Longs => (long)rows * columns * 8,
                TensorKind.Ints => (long)rows * columns * 4,
                _ => length,
            };
            if (needed != length) throw Broken($"tensor '{name}' has not the length that its sizes ask for");
            _tensors[name] = (kind, rows, columns, (int)offset, (int)length);
        }
    }

    /// <summary>The first bytes of every model file.</summary>
    internal static ReadOnlySpan<byte> Magic => "DLMODEL1"u8;

    /// <summary>The bytes of a tensor whose kind and sizes are as expected.</summary>
    /// <exception cref="InvalidDataException">There is no such tensor.</exception>
    internal ReadOnlyMemory<byte> Bytes(string name, TensorKind kind, int rows, int columns)
    {
        if (!_tensors.TryGetValue(name, out var tensor)) throw Broken($"tensor '{name}' is missing");
        if (tensor.Kind != kind || tensor.Rows != rows || tensor.Columns != columns)
            throw Broken($"tensor '{name}' is {tensor.Rows} × {tensor.Columns} of {tensor.Kind}, not {rows} × {columns} of {kind}");
        return _bytes.Slice(tensor.Offset, tensor.Length);
    }

    /// <summary>Whether there is such a tensor.</summary>
    internal bool Has(string name) => _tensors.ContainsKey(name);

    /// <summary>A dense matrix whatever its sizes, with them; null when there is none of that name.</summary>
    internal (int Rows, int Columns, float[] Values)? Any(string name)
    {
        if (!_tensors.TryGetValue(name, out var tensor)) return null;
        if (tensor.Kind == TensorKind.Half) return (tensor.Rows, tensor.Columns, Matrix(name, tensor.Rows, tensor.Columns));
        if (tensor.Kind != TensorKind.ScaledBytes) return null;
        var bytes = Bytes(name, tensor.Kind, tensor.Rows, tensor.Columns).Span;
        var scales = MemoryMarshal.Cast<byte, float>(bytes[..(tensor.Rows * 4)]);
        var numbers = MemoryMarshal.Cast<byte, sbyte>(bytes[(tensor.Rows * 4)..]);
        var values = new float[numbers.Length];
        for (var i = 0; i < values.Length; i++) values[i] = numbers[i] * scales[i / tensor.Columns];
        return (tensor.Rows, tensor.Columns, values);
    }

    /// <summary>The lines of a tensor of text.</summary>
    internal string[] Lines(string name)
    {
        if (!_tensors.TryGetValue(name, out var tensor) || tensor.Kind != TensorKind.Text) throw Broken($"text '{name}' is missing");
        var text = Encoding.UTF8.GetString(_bytes.Span.Slice(tensor.Offset, tensor.Length));
        return text.Length == 0 ? [] : text.Split('\n');
    }

    /// <summary>Whole numbers, in a copy.</summary>
    internal int[] Ints(string name, int count) => MemoryMarshal.Cast<byte, int>(Bytes(name, TensorKind.Ints, 1, count).Span).ToArray();

    /// <summary>Hashes, in a copy.</summary>
    internal ulong[] Longs(string name, int count) => MemoryMarshal.Cast<byte, ulong>(Bytes(name, TensorKind.Longs, 1, count).Span).ToArray();

    /// <summary>A dense matrix in single precision, row by row.</summary>
    internal float[] Matrix(string name, int rows, int columns)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(Bytes(name, TensorKind.Half, rows, columns).Span);
        var matrix = new float[halves.Length];
        for (var i = 0; i < matrix.Length; i++) matrix[i] = (float)halves[i];
        return matrix;
    }

    private static InvalidDataException Broken(string what) => new($"This is no sound model file: {what}; train it anew or take the one of this version.");
}
