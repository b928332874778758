using System.Buffers.Text;
using System.Text;

namespace Dateline.Storage;

/// <summary>A place in a list, opaque to whoever holds it.</summary>
internal static class Cursor
{
    private const char Separator = '\u001F';

    public static string Write(params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, parts!)));

    /// <summary>The parts again; null when it is no cursor of <paramref name="count"/> parts: a stale link begins at the first page.</summary>
    public static string[]? Read(string? cursor, int count)
    {
        if (string.IsNullOrEmpty(cursor) || cursor.Length > 2000 || !Base64Url.IsValid(cursor)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
        return parts.Length == count ? parts : null;
    }
}
