namespace Dateline.Ingest.Fetching;

/// <summary>Lets only so many exchanges with one host run at once, and none begin too soon after another.</summary>
/// <remarks>Safe for all threads. Hosts differ by name and port.</remarks>
internal sealed class HostGates(int exchanges, TimeSpan delay, TimeProvider clock)
{
    const int Most = 4096;

    readonly Dictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until an exchange with the host may begin; it ends when what is returned is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellation)
    {
        Gate gate;
        lock (_gates)
        {
            if (!_gates.TryGetValue(host, out gate!))
            {
                if (_gates.Count >= Most)
                    Forget();
                _gates.Add(host, gate = new Gate(exchanges, this));
            }
            gate.Users++;
        }
        try
        {
            await gate.Places.WaitAsync(cancellation);
        }
        catch
        {
            Leave(gate, entered: false);
            throw;
        }
        try
        {
            TimeSpan wait;
            lock (_gates)
            {
                var now = clock.GetUtcNow();
                var start = gate.Next > now ? gate.Next : now;
                gate.Next = start + delay;
                wait = start - now;
            }
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancellation);
            return new Pass(gate);
        }
        catch
        {
            Leave(gate, entered: true);
            throw;
        }
    }

    void Leave(Gate gate, bool entered)
    {
        if (entered)
            gate.Places.Release();
        lock (_gates)
            gate.Users--;
    }

    // A host that nobody waits for and whose delay is over needs no memory.
    void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (host, gate) in _gates.Where(pair => pair.Value.Users == 0 && pair.Value.Next <= now).ToList())
        {
            _gates.Remove(host);
            gate.Places.Dispose();
        }
    }

    sealed class Gate(int places, HostGates owner)
    {
        public SemaphoreSlim Places { get; } = new(places);

        public HostGates Owner { get; } = owner;

        public DateTimeOffset Next { get; set; }

        public int Users { get; set; }
    }

    sealed class Pass(Gate gate) : IDisposable
    {
        int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                gate.Owner.Leave(gate, entered: true);
        }
    }
}
