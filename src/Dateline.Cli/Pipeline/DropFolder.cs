using Dateline.Storage;
using Dateline.Text;
using Dateline.Web.Desk;

namespace Dateline.Cli.Pipeline;

/// <summary>
/// A folder that people put files into: each is taken in once it stops growing, and moved to <c>done/</c>, or to <c>failed/</c> where
/// nothing of it could be read. What could not be read stands beside it in a file of the same name with <c>.reason.txt</c>.
/// </summary>
/// <remarks>
/// The file is moved only after the store has it for good, and what the store has is passed over: a program that is killed at any
/// moment, and started again, loses nothing and takes nothing in twice. One look at a time.
/// </remarks>
/// <param name="folder">The folder; it must be there.</param>
/// <param name="desk">Takes the files in.</param>
/// <param name="tell">What went wrong.</param>
/// <param name="clock">Tells how long a file has kept still; the system's when null.</param>
internal sealed class DropFolder(string folder, StoreDesk desk, Action<Diagnostic> tell, TimeProvider? clock = null)
{
    /// <summary>The ending of the files that say what could not be read.</summary>
    public const string ReasonEnding = ".reason.txt";

    // Browsers, copying programs and rsync write under such names until the file is whole.
    private static readonly string[] UnfinishedEndings = [".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", "~"];
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Dictionary<string, (long Length, DateTime Written, long Since)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(string Path, long Length, DateTime Written)> _stuck = [];

    /// <summary>Looks into the folder, over and over, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await LookAsync(cancellation);
            }
            catch (StoreException failure)
            {
                tell(failure.Diagnostic);
            }

            await Task.Delay(Pause, _clock, cancellation);
        }
    }

    /// <summary>Takes in every file that has kept still since an earlier look.</summary>
    /// <returns>How many were moved away.</returns>
    /// <exception cref="StoreException">The environment failed; the files stay where they are.</exception>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var moved = 0;
        foreach (var path in Ready())
        {
            cancellation.ThrowIfCancellationRequested();
            var name = NameOf(path);
            var taken = (await desk.TakeInAsync([(name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))], cancellation))[0];
            if (MoveAway(path, name, taken)) moved++;
        }

        return moved;
    }

    private List<string> Ready()
    {
        var ready = new List<string>();
        var there = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden }))
            {
                var name = NameOf(path);
                if (IsOurs(name) || Array.Exists(UnfinishedEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) continue;
                var file = new FileInfo(path);
                if (!file.Exists) continue;
                there.Add(path);
                var state = (file.Length, file.LastWriteTimeUtc);
                if (!_seen.TryGetValue(path, out var seen) || (seen.Length, seen.Written) != state) _seen[path] = (state.Length, state.LastWriteTimeUtc, _clock.GetTimestamp());
                else if (_clock.GetElapsedTime(seen.Since) >= Still && !_stuck.Contains((path, state.Length, state.LastWriteTimeUtc))) ready.Add(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tell(ImportMessages.CannotRead(folder, failure.Message));
        }

        foreach (var gone in _seen.Keys.Where(path => !there.Contains(path)).ToList()) _seen.Remove(gone);
        ready.Sort(StringComparer.Ordinal);
        return ready;
    }

    private bool MoveAway(string path, string name, TakenInput taken)
    {
        var goal = Free(Path.Combine(folder, taken.Articles.Count > 0 || taken.Failures.Count == 0 ? "done" : "failed", name));
        try
        {
            if (!File.Exists(path)) return false;
            Directory.CreateDirectory(Path.GetDirectoryName(goal)!);
            // The reason first: a file in failed/ is never without it.
            if (taken.Failures.Count > 0) File.WriteAllLines(goal + ReasonEnding, taken.Failures.Select(static failure => failure.ToString()));
            File.Move(path, goal);
            _seen.Remove(path);
            foreach (var failure in taken.Failures) tell(failure);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is in the store; told once, it stays where it is until it changes.
            tell(WatchMessages.CannotMove(name, failure.Message));
            if (_seen.TryGetValue(path, out var seen)) _stuck.Add((path, seen.Length, seen.Written));
            return false;
        }
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static bool IsOurs(string name) =>
        name.StartsWith("done/", StringComparison.Ordinal) || name.StartsWith("failed/", StringComparison.Ordinal);

    private static string Free(string path)
    {
        if (!File.Exists(path)) return path;
        var (place, name, ending) = (Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        for (var k = 2; ; k++)
        {
            var other = Path.Combine(place, $"{name}-{k}{ending}");
            if (!File.Exists(other)) return other;
        }
    }
}
