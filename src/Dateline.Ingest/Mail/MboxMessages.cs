using Dateline.Ingest.Rows;

namespace Dateline.Ingest.Mail;

/// <summary>
/// Cuts a mailbox (mboxo, mboxrd, mboxcl) into its messages. Memory is bounded by the largest message that is kept, and the quoting
/// of “From ” at the beginning of a line is undone.
/// </summary>
/// <remarks>
/// A message begins at a line “From …” with a clock time and a year, at the beginning or under a blank line, that has a header field
/// under it. Lengths that a mailbox names are not believed: they are wrong as soon as a line end was converted.
/// </remarks>
internal sealed class MboxMessages(Stream stream, int limit)
{
    readonly List<byte> _message = [];
    bool _tooLarge;
    int _first = 1;

    /// <summary>Whether the first bytes are those of a mailbox.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart("\r\n"u8);
        var end = head.IndexOf((byte)'\n');
        return end > 0 && IsPostmark(head[..end]) && IsField(head[(end + 1)..]);
    }

    /// <summary>The messages with the line each begins on; of one over the limit only that.</summary>
    public IEnumerable<(byte[]? Message, int Line)> Read()
    {
        byte[]? held = null;
        var blank = true;
        foreach (var (line, number, tooLong) in new ByteLines(stream, limit).Read())
        {
            if (held is not null)
            {
                if (IsField(line.Span))
                {
                    if (_message.Count > 0 || _tooLarge)
                        yield return Take();
                    _first = number - 1;
                }
                else
                {
                    Append(held);
                }
                held = null;
            }
            if (blank && IsPostmark(line.Span))
            {
                held = line.ToArray();
                blank = false;
                continue;
            }
            _tooLarge |= tooLong;
            Append(line.Span);
            blank = !tooLong && line.Span.Trim("\r"u8).IsEmpty;
        }
        if (held is not null)
            Append(held);
        if (_message.Count > 0 || _tooLarge)
            yield return Take();
    }

    (byte[]? Message, int Line) Take()
    {
        var message = _tooLarge ? null : _message.ToArray();
        _message.Clear();
        _tooLarge = false;
        return (message, _first);
    }

    void Append(ReadOnlySpan<byte> line)
    {
        if (_tooLarge || _message.Count + line.Length >= limit)
        {
            _tooLarge = true;
            _message.Clear();
            return;
        }
        _message.AddRange(line is [(byte)'>', ..] && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line);
        _message.Add((byte)'\n');
    }

    static bool IsPostmark(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 300)
            return false;
        bool clock = false, year = false;
        for (var k = 5; k + 3 < line.Length; k++)
        {
            clock |= char.IsAsciiDigit((char)line[k]) && line[k + 1] == ':' && char.IsAsciiDigit((char)line[k + 2]) && char.IsAsciiDigit((char)line[k + 3]);
            year |= line[k - 1] == ' ' && line[k] is (byte)'1' or (byte)'2' && !line.Slice(k, 4).ContainsAnyExceptInRange((byte)'0', (byte)'9');
        }
        return clock && year;
    }

    static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, 80)].IndexOf((byte)':');
        return colon > 0 && !line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~') || line is [(byte)'>', (byte)'F', ..];
    }
}
