namespace Dateline.Tests.Learning.Scoring;

/// <summary>A gold file of our own making, gone when it is disposed of.</summary>
internal sealed class GoldFile : IDisposable
{
    public GoldFile(string content, string ending = ".jsonl")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"gold-{Guid.NewGuid():N}{ending}");
        File.WriteAllText(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
