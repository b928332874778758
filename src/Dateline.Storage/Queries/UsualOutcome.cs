namespace Dateline.Storage;

/// <summary>
/// How usual what somebody foretells was when he said so: the share of months before in which an act of the same kind was
/// told of the same party or place.
/// </summary>
/// <remarks>
/// Only months count in which anything at all was told of that party or place: silence about somebody is no evidence that
/// nothing happened. It says how often such a thing comes about, not how likely this one was.
/// </remarks>
/// <param name="With">Months with such an act.</param>
/// <param name="Months">Months that count, of the twenty-four before the article's.</param>
public readonly record struct UsualOutcome(int With, int Months)
{
    /// <summary>With fewer months nothing is said.</summary>
    public const int FewestMonths = 6;

    /// <summary>How bold it is to foretell it: 1 for what was never told in those months, 0 for what was told in each.</summary>
    public double Boldness => 1 - ((double)With / Months);
}
