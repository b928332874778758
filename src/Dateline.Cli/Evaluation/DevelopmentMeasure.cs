using Dateline.Learning.Scoring;

namespace Dateline.Cli.Evaluation;

/// <summary>Which figure of a line is meant.</summary>
internal enum ScorePart
{
    /// <summary>F1, or the line's single figure.</summary>
    Value,

    /// <summary>Precision.</summary>
    Precision,

    /// <summary>Recall.</summary>
    Recall,
}

/// <summary>One figure that the gate holds.</summary>
/// <param name="Name">Its name in the table and in the file of floors.</param>
/// <param name="Line">The line of the score sheet.</param>
/// <param name="Part">Which figure of that line.</param>
/// <param name="LowerIsBetter">Whether the floor is a ceiling.</param>
/// <param name="Per">What the figure is multiplied by, so that the gate's tolerance is small beside it.</param>
internal sealed record DevelopmentMeasure(string Name, string Line, ScorePart Part = ScorePart.Value, bool LowerIsBetter = false, int Per = 1)
{
    /// <summary>The figure; null where there was nothing to measure.</summary>
    public double? Of(ScoreSheet sheet)
    {
        var line = sheet[Line];
        return Per * (Part switch { ScorePart.Precision => line.Precision, ScorePart.Recall => line.Recall, _ => line.Value });
    }
}

/// <summary>A development set with the figures taken from it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Files">Gold files, below the folder of the corpora.</param>
/// <param name="Options">How to read and score them.</param>
/// <param name="Measures">The figures.</param>
internal sealed record DevelopmentSet(string Task, string[] Files, EvaluationOptions Options, DevelopmentMeasure[] Measures);
