using System.Security.Cryptography;
using System.Text;

namespace Dateline.Chronology.Claims;

/// <summary>
/// Ids made from content: reading the same text twice gives the same ids, so that taking in is idempotent.
/// </summary>
public static class ClaimIds
{
    // Crockford's base 32: no letter that a reader could take for a digit.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>An id of 26 characters (130 bits of SHA-256) for what <paramref name="parts"/> name together.</summary>
    public static string Make(params ReadOnlySpan<string> parts)
    {
        // A separator that no part can hold, so that ("a", "bc") and ("ab", "c") differ.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u0000', parts!)));
        return string.Create(26, hash, static (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit >> 3] << 8) | bytes[(bit >> 3) + 1];
                id[i] = Alphabet[(pair >> (11 - (bit & 7))) & 31];
            }
        });
    }
}
