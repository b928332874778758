using CsCheck;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Times;

namespace Dateline.Tests.Text.Times;

public sealed class TimeAnnotatorTests
{
    private static readonly string[] Words =
    [
        "on", "in", "the", "last", "next", "this", "May", "March", "3", "15", "2024", "1999", "-", "–", ",", ".", "Monday", "Friday", "week", "weeks", "year", "years", "ago", "later",
        "a", "two", "hundred", "thousand", "999999999", "of", "to", "and", "from", "between", "since", "until", "quarter", "third", "half", "BC", "B.C.", "'", "90s", "night", "10:35", "a.m.",
        "every", "early", "late", "mid", "end", "same", "that", "day", "decade", "century", "il", "y", "mai", "1er", "lundi", "dernier", "semaine", "depuis", "du", "au", "XXe", "siècle", "années",
        "nuit", "h", "9999", "0001", "31", "30", "février", "February", "29", "Easter", "Christmas", "earlier", "before", "millennium", "/", ":", "12", "00",
    ];

    private static readonly Gen<string> Jumble = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 40].Select(w => string.Join(' ', w));

    private static readonly Gen<Document> Documents = Gen.Select(
        Gen.OneOf(Jumble, Gen.String[0, 200]),
        Gen.Int[0, DateOnly.MaxValue.DayNumber],
        Gen.Int[0, 2].Select(i => i == 0 ? "en" : i == 1 ? "fr" : "de"),
        (text, day, language) => new Document(text, day % 7 == 0 ? null : new DocumentTime(DateOnly.FromDayNumber(day)), language));

    [Fact]
    public void Any_text_is_read_and_every_value_can_be_read_back()
    {
        var analyzer = new Analyzer(new TokenAnnotator(), new TimeAnnotator());

        Documents.Sample(document =>
        {
            analyzer.Analyze(document);
            var end = 0;
            foreach (var time in document.Times)
            {
                if (time.Span.Start < end || time.Span.IsEmpty || time.Span.End > document.Text.Length) return false;
                end = time.Span.End;
                if (time.Bounds is { First: { } first, Last: { } last } && first > last) return false;
                if (time.Type is TimeType.Date or TimeType.Time && time.Edtf is { } edtf && !Edtf.TryParse(edtf, out _)) return false;
                if (time.Type is TimeType.Duration && time.Edtf is { } duration && duration[0] != 'P') return false;
                if (time.Stretch is { } stretch && !Edtf.TryParse(stretch, out _)) return false;
            }

            return true;
        }, iter: 20_000, print: document => $"{document.Language} {document.Time?.Date:yyyy-MM-dd} «{document.Text}» {string.Join(", ", document.Times)}");
    }

    [Fact]
    public void A_long_row_of_numbers_takes_time_in_proportion()
    {
        var text = string.Join(" and ", Enumerable.Repeat("two to three hundred years or more than 3-5 of the last", 20_000));

        var document = new Analyzer(new TokenAnnotator(), new TimeAnnotator()).Analyze(new Document(text, new DocumentTime(new DateOnly(2025, 1, 1))));

        Assert.NotEmpty(document.Times);
    }

    [Fact]
    public void The_last_days_of_the_calendar_are_not_left()
    {
        var document = TimeReadings.Of("It will end tomorrow, next week, next year and in the coming months.", "9999-12-31");

        Assert.All(document.Times, t => Assert.Null(t.Edtf));
    }
}
