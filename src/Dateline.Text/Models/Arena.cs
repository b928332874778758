using System.Runtime.InteropServices;

namespace Dateline.Text.Models;

/// <summary>
/// Unmanaged memory handed out from front to back and taken back all at once.
/// </summary>
/// <remarks>
/// Pointers stay good until <see cref="Reset"/>. When the memory runs out, a further block is added and the next
/// <see cref="Reset"/> makes one block of all: after warm-up nothing is allocated. Not safe for several threads.
/// </remarks>
internal sealed unsafe class Arena : IDisposable
{
    private readonly List<nint> _old = [];
    private byte* _block;
    private long _size;
    private long _used;
    private long _oldSize;

    internal Arena(long bytes = 1 << 20)
    {
        _size = bytes;
        _block = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
    }

    /// <summary>Bytes held.</summary>
    internal long Size => _size + _oldSize;

    /// <summary>Numbers that are not set to anything.</summary>
    internal float* Floats(long count) => (float*)Bytes(count * sizeof(float));

    /// <summary>Numbers set to zero.</summary>
    internal float* Zeros(long count)
    {
        var floats = Floats(count);
        NativeMemory.Clear(floats, (nuint)(count * sizeof(float)));
        return floats;
    }

    /// <summary>Whole numbers that are not set to anything.</summary>
    internal int* Ints(long count) => (int*)Bytes(count * sizeof(int));

    /// <summary>Takes everything back.</summary>
    internal void Reset()
    {
        if (_old.Count > 0)
        {
            foreach (var old in _old) NativeMemory.AlignedFree((void*)old);
            _old.Clear();
            NativeMemory.AlignedFree(_block);
            _size += _oldSize;
            _oldSize = 0;
            _block = (byte*)NativeMemory.AlignedAlloc((nuint)_size, 64);
        }

        _used = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var old in _old) NativeMemory.AlignedFree((void*)old);
        _old.Clear();
        NativeMemory.AlignedFree(_block);
        _block = null;
        _size = _used = _oldSize = 0;
        GC.SuppressFinalize(this);
    }

#pragma warning disable MA0055 // Unmanaged memory of a forgotten arena would be lost otherwise; there is no handle type for plain memory.
    /// <summary>Frees what <see cref="Dispose"/> did not.</summary>
    ~Arena() => Dispose();
#pragma warning restore MA0055

    private byte* Bytes(long count)
    {
        count = (count + 63) & ~63L;
        if (_used + count > _size)
        {
            _old.Add((nint)_block);
            _oldSize += _size;
            _size = Math.Max(_size, count * 2);
            _block = (byte*)NativeMemory.AlignedAlloc((nuint)_size, 64);
            _used = 0;
        }

        var at = _block + _used;
        _used += count;
        return at;
    }
}
