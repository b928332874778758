using System.Net;
using System.Net.Sockets;

namespace Dateline.Ingest.Fetching;

/// <summary>Opens connections to open addresses only.</summary>
/// <remarks>
/// The name is resolved here and the socket is given the very address that was judged, so that a name which answers differently the
/// second time gains nothing. Safe for all threads.
/// </remarks>
internal sealed class GuardedConnection(IReadOnlySet<string> allowedHosts)
{
    /// <summary>Connects, or throws <see cref="AddressRefusedException"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        if (!allowedHosts.Contains(host))
            addresses = Array.FindAll(addresses, AddressGuard.IsOpen);
        if (addresses.Length == 0)
            throw new AddressRefusedException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
