namespace Dateline.Tests.Ingest;

/// <summary>Finds the corpora that lie beside a checkout; they are no part of it.</summary>
internal static class Corpora
{
    /// <summary>The folder of a corpus. Skips the test, with a sentence, where it is not there.</summary>
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("DATELINE_DATA") ?? Path.Combine(AppContext.BaseDirectory, "../../../../../shared/data");
        var folder = Path.Combine(root, name);
        Assert.SkipUnless(Directory.Exists(folder), "The corpora are not beside the checkout; set DATELINE_DATA to their folder.");
        return folder;
    }
}
