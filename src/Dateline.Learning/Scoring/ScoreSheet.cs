namespace Dateline.Learning.Scoring;

/// <summary>How many of what was found are right, and how many of what is in the gold were found.</summary>
/// <remarks>Precision and recall are in per cent; both are 0 where nothing was found or nothing is in the gold.</remarks>
public sealed class Tally
{
    /// <summary>Right among those found.</summary>
    public int Right { get; private set; }

    /// <summary>Found among those in the gold. Differs from <see cref="Right"/> only where the two sides are counted in classes of their own.</summary>
    public int RightGold { get; private set; }

    /// <summary>How many were found.</summary>
    public int Found { get; private set; }

    /// <summary>How many are in the gold.</summary>
    public int Gold { get; private set; }

    /// <summary>Share of right among those found, in per cent.</summary>
    public double Precision => Found == 0 ? 0 : 100.0 * Right / Found;

    /// <summary>Share of the gold that was found, in per cent.</summary>
    public double Recall => Gold == 0 ? 0 : 100.0 * RightGold / Gold;

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds one document.</summary>
    public void Add(int right, int found, int gold) => Add(right, found, gold, right);

    /// <summary>Adds one document whose sides are counted in classes of their own.</summary>
    public void Add(int right, int found, int gold, int rightGold)
    {
        Right += right;
        RightGold += rightGold;
        Found += found;
        Gold += gold;
    }
}

/// <summary>One line of a score sheet.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Precision">In per cent; null where the measure is a single figure.</param>
/// <param name="Recall">In per cent; null where the measure is a single figure.</param>
/// <param name="Value">F1 or the figure itself; null where there was nothing to measure.</param>
/// <param name="Right">How many are right, where they were counted.</param>
/// <param name="Found">How many were found, where they were counted.</param>
/// <param name="Gold">Of how many, where they were counted.</param>
public sealed record ScoreLine(string Measure, double? Precision, double? Recall, double? Value, int? Right, int? Found, int? Gold);

/// <summary>What a scorer has to say: its measures in order, and the errors behind them in words.</summary>
/// <remarks>Filled by one thread. All figures are per cent unless the measure's name says otherwise.</remarks>
public sealed class ScoreSheet
{
    private readonly List<(string Measure, Tally Tally)> _tallies = [];
    private readonly List<ScoreLine> _figures = [];
    private readonly List<string> _errors = [];

    /// <summary>The measures: first those with precision and recall, then the single figures.</summary>
    public IEnumerable<ScoreLine> Lines => _tallies
        .Select(entry => new ScoreLine(entry.Measure, entry.Tally.Precision, entry.Tally.Recall, entry.Tally.F1, entry.Tally.Right, entry.Tally.Found, entry.Tally.Gold))
        .Concat(_figures);

    /// <summary>What went wrong, in the order of the gold.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The line of a measure.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public ScoreLine this[string measure] =>
        Lines.FirstOrDefault(line => line.Measure == measure) ?? throw new ArgumentException($"There is no measure ‘{measure}’ on the sheet.", nameof(measure));

    /// <summary>The tally of a measure, begun where it is asked for the first time.</summary>
    public Tally Tally(string measure)
    {
        foreach (var (name, known) in _tallies)
        {
            if (name == measure) return known;
        }

        var tally = new Tally();
        _tallies.Add((measure, tally));
        return tally;
    }

    /// <summary>Writes down a share; its value is null where <paramref name="of"/> is 0.</summary>
    public void Share(string measure, int right, int of) => _figures.Add(new ScoreLine(measure, null, null, of == 0 ? null : 100.0 * right / of, right, null, of));

    /// <summary>Writes down a single figure.</summary>
    public void Figure(string measure, double? value) => _figures.Add(new ScoreLine(measure, null, null, value, null, null, null));

    /// <summary>Notes an error.</summary>
    /// <param name="where">The document's id.</param>
    /// <param name="what">What is wrong there.</param>
    public void Error(string where, string what) => _errors.Add($"{where}: {what}");
}
