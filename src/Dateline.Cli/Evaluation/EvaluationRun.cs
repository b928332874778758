using Dateline.Learning.Scoring;

namespace Dateline.Cli.Evaluation;

/// <summary>What the program reached on some gold, and how long it read.</summary>
/// <param name="Sheet">The measures.</param>
/// <param name="Documents">How many documents, pages or sentences were given.</param>
/// <param name="Words">How many words they have.</param>
/// <param name="Failed">How many could not be read.</param>
/// <param name="Time">How long reading took, scoring and opening of models left out.</param>
internal sealed record EvaluationRun(ScoreSheet Sheet, int Documents, int Words, int Failed, TimeSpan Time)
{
    /// <summary>Words read in a second, all threads together.</summary>
    public double WordsPerSecond => Time > TimeSpan.Zero ? Words / Time.TotalSeconds : 0;
}
