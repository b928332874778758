using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Dateline.Ingest.Fetching;

/// <summary>Tells addresses of the open internet from those that lead into this machine, its network or its provider's services.</summary>
/// <remarks>
/// After the IANA registries of special-purpose IPv4 and IPv6 addresses (RFC 6890 and its updates). What is not known to be open is
/// refused: a feed address comes from a stranger, and a redirect or an answer of the name service may lead anywhere.
/// </remarks>
internal static class AddressGuard
{
    // First address and length of each closed block.
    static readonly (uint Block, int Bits)[] ClosedBlocks =
    [
        (0x00000000, 8), // this network
        (0x0A000000, 8), // private
        (0x64400000, 10), // shared by a carrier's customers, and some clouds' metadata
        (0x7F000000, 8), // loopback
        (0xA83F8110, 32), // a cloud's host service, though in open space
        (0xA9FE0000, 16), // link-local, and most clouds' metadata
        (0xAC100000, 12), // private
        (0xC0000000, 24), // protocol assignments
        (0xC0000200, 24), // documentation
        (0xC0586300, 24), // 6to4 relays
        (0xC0A80000, 16), // private
        (0xC6120000, 15), // benchmarks
        (0xC6336400, 24), // documentation
        (0xCB007100, 24), // documentation
        (0xE0000000, 4), // multicast
        (0xF0000000, 4), // reserved, broadcast
    ];

    /// <summary>Whether the address is one of the open internet.</summary>
    public static bool IsOpen(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out var length))
            return false;
        if (address.AddressFamily == AddressFamily.InterNetwork && length == 4)
            return IsOpen(BinaryPrimitives.ReadUInt32BigEndian(bytes));
        return address.AddressFamily == AddressFamily.InterNetworkV6 && IsOpenV6(bytes);
    }

    static bool IsOpen(uint address)
    {
        foreach (var (block, bits) in ClosedBlocks)
        {
            if (address >> (32 - bits) == block >> (32 - bits))
                return false;
        }
        return true;
    }

    static bool IsOpenV6(ReadOnlySpan<byte> bytes)
    {
        var last = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        // An IPv4 address in other clothes is judged by what it is: ::ffff:0:0/96 and 64:ff9b::/96.
        if (bytes[..10].IndexOfAnyExcept((byte)0) < 0 && bytes[10] == 0xFF && bytes[11] == 0xFF)
            return IsOpen(last);
        if (bytes[..4].SequenceEqual<byte>([0x00, 0x64, 0xFF, 0x9B]) && bytes[4..12].IndexOfAnyExcept((byte)0) < 0)
            return IsOpen(last);
        // Of the rest only 2000::/3 is given out, without protocol blocks (Teredo among them), documentation and 6to4.
        var head = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return head >> 29 == 1
            && head >> 9 != 0x20010000 >> 9
            && head != 0x20010DB8
            && head >> 16 != 0x2002
            && head >> 12 != 0x3FFF0000 >> 12;
    }
}
