namespace Dateline.Tests.House;

/// <summary>Where the sources of the project are, for tests that read them.</summary>
internal static class Repository
{
    /// <summary>The folder that holds house.txt.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "house.txt"))) return folder.FullName;
        }

        throw new InvalidOperationException("house.txt was not found above the test's folder; run the tests from a checkout.");
    }
}
