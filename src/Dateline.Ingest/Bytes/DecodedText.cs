using Dateline.Text;

namespace Dateline.Ingest.Bytes;

/// <summary>Text made from bytes, and what was doubtful about it.</summary>
/// <param name="Text">The text without a byte order mark, or null when the bytes are no text.</param>
/// <param name="Charset">Lower-case WHATWG name of the encoding it was read in.</param>
/// <param name="Diagnostics">Remarks; when <paramref name="Text"/> is null the last one says why.</param>
internal sealed record DecodedText(string? Text, string Charset, IReadOnlyList<Diagnostic> Diagnostics);
