using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Dateline.Learning;

/// <summary>
/// A file as memory: pages are read when they are touched and shared between processes that map the same file.
/// </summary>
/// <remarks>Safe for any number of readers. Must not be disposed while somebody holds <see cref="MemoryManager{T}.Memory"/>.</remarks>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _length;
    private byte* _start;

    private MappedFile(string path, long length)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _length = checked((int)length);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    /// <summary>Maps a whole file.</summary>
    /// <exception cref="InvalidDataException">The file is empty.</exception>
    internal static MappedFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length == 0) throw new InvalidDataException($"'{path}' is empty; take the file of a release or train it anew.");
        return new MappedFile(path, length);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex, default, this);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
