using System.Diagnostics;

namespace Dateline.IntegrationTests;

/// <summary>Kills the program itself in the middle of its work, again and again, and looks at what it leaves.</summary>
public sealed class StoreKillTests : IDisposable
{
    private const int Kills = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_import_killed_at_any_moment_leaves_a_whole_store_and_ends_as_one_that_was_not()
    {
        var pages = Directory.CreateDirectory(Path.Combine(_folder, "pages")).FullName;
        for (var i = 0; i < 400; i++)
        {
            await File.WriteAllTextAsync(
                Path.Combine(pages, $"{i:000}.txt"),
                $"Army says {i} fighters held at river crossing\n\nSoldiers arrested {i} fighters near Kayes on {1 + (i % 28)} November 2025, the defence ministry said.\n\n" +
                $"A spokesman for the rebels denied the claim. The army seized {i % 7} trucks and the mayor criticised the governor over the closure of market number {i}.\n");
        }

        var killed = Path.Combine(_folder, "killed.db");
        var whole = Path.Combine(_folder, "whole.db");
        Assert.Equal(0, await Run("import", pages, "--store", whole));

        var random = new Random(11);
        var interrupted = 0;
        for (var i = 0; i < Kills; i++)
        {
            using var process = Start("import", pages, "--store", killed);
            var ended = process.WaitForExitAsync();
            if (await Task.WhenAny(ended, Task.Delay(200 + random.Next(900))) != ended)
            {
                process.Kill();
                interrupted++;
            }

            await ended;
            if (i % 10 == 0 && File.Exists(killed)) Assert.Equal(0, await Run("check", "--store", killed));
        }

        Assert.True(interrupted > 0, "no import was killed before its end; the test needs more articles");
        Assert.Equal(0, await Run("import", pages, "--store", killed));
        Assert.Equal(0, await Run("check", "--store", killed));
        Assert.Equal(await Export(whole), await Export(killed));
    }

    private static async Task<int> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<string> Export(string store)
    {
        using var process = Start("export", "--store", store);
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dateline.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
