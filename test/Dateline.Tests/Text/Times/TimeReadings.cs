using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Times;

namespace Dateline.Tests.Text.Times;

/// <summary>Reads the times of a short text, for tests.</summary>
internal static class TimeReadings
{
    private static readonly Analyzer Analyzer = new(new TokenAnnotator(), new TimeAnnotator());

    public static Document Of(string text, string? published, string language = "en") =>
        Analyzer.Analyze(new Document(text, published is null ? null : new DocumentTime(DateOnly.Parse(published)), language));

    /// <summary>All times as “words = value”, joined by “; ”.</summary>
    public static string Line(string text, string? published, string language = "en")
    {
        var document = Of(text, published, language);
        return string.Join("; ", document.Times.Select(t => $"{document.TextAt(t.Span)} = {t.Edtf ?? "?"}"));
    }
}
