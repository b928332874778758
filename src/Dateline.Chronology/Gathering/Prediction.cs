using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text.Times;

namespace Dateline.Chronology.Gathering;

/// <summary>What has become of a prediction. Only a person decides that it came true or failed.</summary>
public enum PredictionStatus
{
    /// <summary>Its day has not come, or it names none.</summary>
    Open,

    /// <summary>Its day has passed and nobody has decided yet.</summary>
    Due,
}

/// <summary>A claim about what will happen, kept until its day comes.</summary>
/// <param name="Document">The article's id.</param>
/// <param name="Maker">Who foretells, in the text's words; the outlet where nobody is named; null when that is not known either.</param>
/// <param name="Content">The words.</param>
/// <param name="Begin">First code point of the words.</param>
/// <param name="End">Code point after the words.</param>
/// <param name="Due">By when, in EDTF; null when the words give no day.</param>
/// <param name="Certainty">How sure the words are.</param>
public sealed record Prediction(string Document, string? Maker, string Content, int Begin, int End, string? Due, Certainty Certainty)
{
    /// <summary>What has become of it by <paramref name="day"/>.</summary>
    public PredictionStatus On(DateOnly day) => Edtf.BoundsOf(Due)?.Last is { } last && last < day ? PredictionStatus.Due : PredictionStatus.Open;

    /// <summary>The predictions of a reading, in text order.</summary>
    public static IEnumerable<Prediction> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Predictions.Count == 0) return [];
        var document = reading.Document;
        var points = new CodePointMap(document.Text);
        return reading.Predictions.Select(foretelling => new Prediction(
            reading.Article.Id,
            foretelling.Attribution >= 0 && reading.Attributions[foretelling.Attribution].Source is { } maker ? document.TextAt(maker) : reading.Article.Outlet,
            document.TextAt(foretelling.Evidence), points.At(foretelling.Evidence.Start), points.At(foretelling.Evidence.End), foretelling.Due, foretelling.Certainty));
    }
}
