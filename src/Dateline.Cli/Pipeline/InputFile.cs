namespace Dateline.Cli.Pipeline;

/// <summary>A file to read, or standard input.</summary>
/// <param name="Name">What it is called in ids and diagnostics: its own name, or its place in the folder that was named, so that the folder may move.</param>
/// <param name="Path">Where it lies; null for standard input.</param>
/// <param name="Size">Its length in bytes; 0 where that is not known.</param>
internal sealed record InputFile(string Name, string? Path, long Size)
{
    /// <summary>The input that an argument names; of a folder every file in it and below, in the order of their names, hidden files and folders left out.</summary>
    /// <remarks>Links are not followed, so a folder that holds itself ends.</remarks>
    public static IEnumerable<InputFile> Of(string path)
    {
        if (path == "-") return [new InputFile("stdin", null, 0)];
        if (!Directory.Exists(path)) return [new InputFile(System.IO.Path.GetFileName(path), path, Length(path))];
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System };
        return Directory.EnumerateFiles(path, "*", options)
            .Select(file => (Name: System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'), File: file))
            .Where(found => !found.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new InputFile(found.Name, found.File, Length(found.File)));
    }

    /// <summary>Opens it for reading from its beginning to its end.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public Stream Open() => Path is null ? Console.OpenStandardInput() : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
