namespace Dateline.Cli.Pipeline;

/// <summary>Work on several threads whose results come back in the order of the input.</summary>
internal static class OrderedParallel
{
    /// <summary>
    /// Maps <paramref name="inputs"/> with at most <paramref name="degree"/> running at once.
    /// </summary>
    /// <remarks>
    /// At most twice <paramref name="degree"/> inputs are held, so a stream of any length is read in bounded memory. The
    /// inputs are enumerated by the caller's thread. An exception of <paramref name="map"/> comes out at its place.
    /// </remarks>
    public static IEnumerable<TResult> Map<TInput, TResult>(IEnumerable<TInput> inputs, int degree, Func<TInput, TResult> map)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        return degree == 1 ? inputs.Select(map) : InParallel(inputs, degree, map);
    }

    private static IEnumerable<TResult> InParallel<TInput, TResult>(IEnumerable<TInput> inputs, int degree, Func<TInput, TResult> map)
    {
        var running = new Queue<Task<TResult>>(degree * 2);
        foreach (var input in inputs)
        {
            running.Enqueue(Task.Run(() => map(input)));
            // What is ready goes out at once: a slow input must not hold back what stands before it.
            while (running.Count >= degree * 2 || (running.TryPeek(out var first) && first.IsCompleted))
                yield return running.Dequeue().GetAwaiter().GetResult();
        }

        while (running.TryDequeue(out var rest))
            yield return rest.GetAwaiter().GetResult();
    }
}
