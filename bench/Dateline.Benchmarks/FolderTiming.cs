using System.Diagnostics;
using System.Globalization;
using Dateline.Ingest;

namespace Dateline.Benchmarks;

/// <summary>Times taking in a folder of real pages or feeds on one thread, start-up left out by a first round: <c>folder PATH [FORMAT]</c>.</summary>
internal static class FolderTiming
{
    /// <summary>Reads every file below the folder twice and prints what the second round took, in time of the processor.</summary>
    public static int Run(string folder, InputFormat format)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var reader = new ArticleReader();
        int articles = 0, failed = 0;
        var spent = TimeSpan.Zero;
        var allocated = 0L;
        for (var round = 0; round < 2; round++)
        {
            (articles, failed) = (0, 0);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            allocated = GC.GetTotalAllocatedBytes();
            foreach (var file in files)
            {
                foreach (var result in reader.Read(new MemoryStream(file), "file", format))
                {
                    if (result.Succeeded)
                        articles++;
                    else
                        failed++;
                }
            }
            spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            allocated = GC.GetTotalAllocatedBytes() - allocated;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{files.Count} files, {files.Sum(static f => (long)f.Length) / 1e6:F1} MB, {articles} articles, {failed} failed: {spent.TotalSeconds:F2} s of processor time, {files.Count / spent.TotalSeconds:F0} files/s, {articles / spent.TotalSeconds:F0} articles/s, {allocated / 1e6 / files.Count:F2} MB allocated a file"));
        return 0;
    }
}
