namespace Dateline.Text.Languages;

/// <summary>What a text is written in.</summary>
/// <param name="Code">“en”, “fr”, or “und” for every other language and for texts too short to say.</param>
/// <param name="Confidence">Between 0 and 1: how far the best language is ahead.</param>
public readonly record struct DetectedLanguage(string Code, double Confidence)
{
    /// <summary>Whether there is a reader for it.</summary>
    public bool IsRead => Code is "en" or "fr";
}
