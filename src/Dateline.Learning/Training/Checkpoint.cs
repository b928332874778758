namespace Dateline.Learning.Training;

/// <summary>The state of a training run between two epochs.</summary>
internal static unsafe class Checkpoint
{
    internal static void Save(Network network, string path, int epoch)
    {
        using (var stream = File.Create(path + ".part"))
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(epoch);
            writer.Write(network.Steps);
            writer.Write(network.Count);
            Blocks(network, network.Count, (at, count) => writer.Write(new ReadOnlySpan<byte>((float*)at, count * sizeof(float))));
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Puts a saved state into <paramref name="network"/> and returns the epoch it goes on with.</summary>
    /// <exception cref="InvalidDataException">The state is that of another network.</exception>
    internal static int Load(Network network, string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream);
        var epoch = reader.ReadInt32();
        network.Steps = reader.ReadInt32();
        var count = reader.ReadInt32();
        if (count != network.Count) throw new InvalidDataException($"'{path}' holds the state of a network of another shape; delete it or take the plan it was made with.");
        Blocks(network, count, (at, count) => stream.ReadExactly(new Span<byte>((float*)at, count * sizeof(float))));
        network.Pack();
        return epoch;
    }

    private static void Blocks(Network network, int dense, Action<nint, int> use)
    {
        use((nint)network.Values, dense);
        use((nint)network.First, dense);
        use((nint)network.Second, dense);
        use((nint)network.Average, dense);
        foreach (var table in network.Tables)
        {
            use((nint)table.Values, table.Rows * table.Width);
            use((nint)table.First, table.Rows * table.Width);
            use((nint)table.Second, table.Rows * table.Width);
            use((nint)table.Average, table.Rows * table.Width);
        }
    }
}
