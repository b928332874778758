using System.Text;
using Dateline.Ingest.Bytes;

namespace Dateline.Ingest.Rows;

/// <summary>Reads bytes that are not valid in UTF-8 as windows-1252, one by one, and remembers that there were some: tables are pasted together from both.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    /// <summary>Whether some byte was read so.</summary>
    public bool IsUsed { get; private set; }

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    sealed class Buffer(Windows1252Fallback owner) : DecoderFallbackBuffer
    {
        string _chars = "";
        int _next;

        public override int Remaining => _chars.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.IsUsed = true;
            (_chars, _next) = (Charsets.Windows1252.GetString(bytesUnknown), 0);
            return true;
        }

        public override char GetNextChar() => _next < _chars.Length ? _chars[_next++] : '\0';

        public override bool MovePrevious() => _next > 0 && --_next >= 0;

        public override void Reset() => (_chars, _next) = ("", 0);
    }
}
