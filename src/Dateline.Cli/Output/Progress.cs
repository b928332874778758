using System.Diagnostics;
using System.Globalization;

namespace Dateline.Cli.Output;

/// <summary>
/// One line on standard error that tells how long work gets on: what is done, how fast, and how much time is left.
/// </summary>
/// <remarks>Silent for the first second, and altogether when standard error is no terminal. Not safe for several threads.</remarks>
/// <param name="noun">What is counted, in the plural.</param>
/// <param name="totalBytes">Size of the whole input where known, else 0.</param>
internal sealed class Progress(string noun, long totalBytes) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _isOn = !Console.IsErrorRedirected;
    private TimeSpan _next = Quiet;
    private bool _hasWritten;

    /// <summary>How many are done.</summary>
    public int Done { get; private set; }

    /// <summary>Tells that one more is done.</summary>
    /// <param name="bytesRead">How much of the input has been taken in so far.</param>
    public void Step(long bytesRead)
    {
        Done++;
        if (!_isOn || _clock.Elapsed < _next) return;
        _next = _clock.Elapsed + Between;
        _hasWritten = true;
        Console.Error.Write($"\r\e[K{Line(Done, bytesRead, totalBytes, _clock.Elapsed, noun)}");
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_hasWritten) Console.Error.Write("\r\e[K");
    }

    internal static string Line(int done, long bytesRead, long totalBytes, TimeSpan elapsed, string noun)
    {
        var rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var line = string.Create(CultureInfo.InvariantCulture, $"{done:N0} {noun}, {rate:N0}/s");
        if (totalBytes <= 0 || bytesRead <= 0) return line;
        var share = Math.Clamp(bytesRead / (double)totalBytes, 0, 1);
        var left = TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / Math.Max(share, 0.001));
        return string.Create(CultureInfo.InvariantCulture, $"{line}, {share:P0}, {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }
}
