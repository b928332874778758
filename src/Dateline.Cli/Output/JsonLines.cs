using System.Text.Json;
using Dateline.Chronology.Export;

namespace Dateline.Cli.Output;

/// <summary>One JSON object a line. Not safe for several threads.</summary>
internal sealed class JsonLines(Stream output) : IDisposable
{
    private readonly Utf8JsonWriter _writer = new(output, ReadingJson.Options);

    /// <summary>Writes a value and ends its line.</summary>
    public void Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        write(_writer, value);
        _writer.Flush();
        _writer.Reset();
        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
