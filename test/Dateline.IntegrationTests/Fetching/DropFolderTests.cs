using System.Diagnostics;
using Dateline.Cli.Pipeline;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.IntegrationTests.Fetching;

public sealed class DropFolderTests : IDisposable
{
    const string Story = "River Army takes Oldford\n\nRiver Post, 14 November 2025\n\nThe army seized Oldford on 14 November 2025, the defence ministry said.\n";

    readonly string _folder = Directory.CreateTempSubdirectory("dateline-drop-").FullName;
    readonly JumpingClock _clock = new();
    readonly List<Diagnostic> _told = [];
    readonly Store _store = Store.InMemory();
    readonly StoreDesk _desk;
    readonly DropFolder _drop;

    public DropFolderTests()
    {
        _desk = new StoreDesk(_store, new Lazy<ReadingPipeline>(static () => ReadingPipeline.Open()), new FetchOptions());
        _drop = new DropFolder(_folder, _desk, _told.Add, _clock);
    }

    public void Dispose()
    {
        _desk.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_is_taken_in_only_when_it_has_stopped_growing()
    {
        var path = Write("story.txt", Story[..40]);
        Assert.Equal(0, await LookAsync());
        File.AppendAllText(path, Story[40..]);
        Assert.Equal(0, await LookAsync());
        Assert.Equal(1, await LookAsync());
        Assert.True(File.Exists(Path.Combine(_folder, "done", "story.txt")));
        Assert.False(File.Exists(path));
        Assert.Equal("River Army takes Oldford", Assert.Single(Titles()));
    }

    [Fact]
    public async Task What_cannot_be_read_lies_in_failed_with_its_reason_and_what_is_unfinished_stays()
    {
        Write("empty.html", "");
        Write("sub/story.txt", Story);
        Write("half.txt.part", Story);
        await LookAsync();
        Assert.Equal(2, await LookAsync());
        Assert.True(File.Exists(Path.Combine(_folder, "failed", "empty.html")));
        Assert.StartsWith("DL1001", File.ReadAllText(Path.Combine(_folder, "failed", "empty.html.reason.txt")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "done", "sub", "story.txt")));
        Assert.True(File.Exists(Path.Combine(_folder, "half.txt.part")));
        Assert.Equal("DL1001", Assert.Single(_told).Code);
    }

    [Fact]
    public async Task A_file_that_was_taken_in_before_a_kill_is_only_moved_and_one_of_the_same_name_is_kept_beside_it()
    {
        await _desk.TakeInAsync([("story.txt", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Story))), ("empty.html", () => new MemoryStream())], TestContext.Current.CancellationToken);
        Write("story.txt", Story);
        Write("empty.html", "");
        await LookAsync();
        Assert.Equal(2, await LookAsync());
        Assert.Single(Titles());
        // The reason was found in the store, though nothing was read anew.
        Assert.True(File.Exists(Path.Combine(_folder, "failed", "empty.html.reason.txt")));

        Write("story.txt", Story.Replace("Oldford", "Newford", StringComparison.Ordinal));
        await LookAsync();
        await LookAsync();
        Assert.True(File.Exists(Path.Combine(_folder, "done", "story-2.txt")));
        Assert.Equal(2, Titles().Count());
    }

    [Fact]
    public async Task A_program_killed_again_and_again_ends_with_every_file_taken_in_once()
    {
        var store = Path.Combine(_folder, "store.db");
        var drop = Directory.CreateDirectory(Path.Combine(_folder, "drop")).FullName;
        using (Store.Open(store)) { }
        for (var k = 0; k < 12; k++) File.WriteAllText(Path.Combine(drop, $"{k:00}.txt"), Story.Replace("14", (k + 1).ToString(), StringComparison.Ordinal));
        var deadline = Stopwatch.StartNew();
        var kills = 0;
        while (Directory.EnumerateFiles(drop).Any() && deadline.Elapsed < TimeSpan.FromMinutes(2))
        {
            var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "dateline.dll"), "watch", "run", "--store", store, "--drop", drop]) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var before = Directory.EnumerateFiles(drop).Count();
            // Killed as soon as something was moved, which is in the midst of the others.
            while (Directory.EnumerateFiles(drop).Count() == before && before > 0 && deadline.Elapsed < TimeSpan.FromMinutes(2)) await Task.Delay(20, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            kills++;
        }

        Assert.True(kills > 0);
        Assert.Equal(12, Directory.EnumerateFiles(Path.Combine(drop, "done")).Count());
        using var opened = Store.OpenExisting(store);
        Assert.Empty(opened.Check());
        using var reader = opened.OpenReader();
        Assert.Equal(12, reader.Counts().Articles);
    }

    async Task<int> LookAsync()
    {
        var moved = await _drop.LookAsync(TestContext.Current.CancellationToken);
        _clock.Pass(TimeSpan.FromSeconds(5));
        return moved;
    }

    string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    IEnumerable<string?> Titles()
    {
        using var reader = _store.OpenReader();
        return [.. reader.Documents(new ListQuery()).Entries.Select(document => document.Article.Title)];
    }
}
