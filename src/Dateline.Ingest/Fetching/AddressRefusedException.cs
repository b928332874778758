namespace Dateline.Ingest.Fetching;

/// <summary>Carries out of the connection that the guard let none of a host's addresses pass.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"no address of {host} is open")
{
    /// <summary>The host as asked for.</summary>
    public string Host { get; } = host;
}
