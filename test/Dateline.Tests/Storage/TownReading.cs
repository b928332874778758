using System.Globalization;
using System.Text;
using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Storage;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Tests.Storage;

/// <summary>Readings made by hand of short reports about made-up towns: each names a seizure with all its parts.</summary>
internal static class TownReading
{
    public static readonly Run First = new("0.1.0", [new RunComponent(RunComponentKind.Model, "en", new string('a', 64))]);
    public static readonly Run Second = new("0.1.0", [new RunComponent(RunComponentKind.Model, "en", new string('b', 64))]);

    public static string TextOf(string town, int day, string force = "Northern Front", int dead = 12) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{town} falls 🏴 to the {force}\n\nFighters of the {force} seized {town} on {day} November 2025, Colonel Adama Fané said. At least {dead} soldiers of the Sahel Army were killed.\n\nOfficials predicted that the town would be retaken by December.");

    public static Article ArticleOf(string text, string? url = null, string id = "a", string? title = null, string outlet = "River Post", string published = "2025-11-20")
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        var second = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        return new Article
        {
            Id = id,
            Text = text,
            Title = title ?? text[..first],
            Url = url,
            Outlet = outlet,
            Published = published,
            PublishedBasis = "given",
            Tags = ["towns"],
            Passages =
            [
                new Passage(new TextSpan(0, first), PassageKind.Headline),
                new Passage(TextSpan.FromBounds(first + 2, second), PassageKind.Paragraph),
                new Passage(TextSpan.FromBounds(second + 2, text.Length), PassageKind.Paragraph),
            ],
        };
    }

    public static Reading Of(string town, int day, string? url = null, string id = "a", string force = "Northern Front", int dead = 12, bool isShown = true) =>
        Of(ArticleOf(TextOf(town, day, force, dead), url, id), town, day, force, dead, isShown);

    public static Reading Of(Article article, string town, int day, string force = "Northern Front", int dead = 12, bool isShown = true)
    {
        var text = article.Text;
        var body = text.IndexOf("Fighters of", StringComparison.Ordinal);
        var forceSpan = At(force, body);
        var armySpan = At("the Sahel Army", body);
        var colonel = At("Colonel Adama Fané", body);
        var townSpan = At(town, body);
        var day1 = new DateOnly(2025, 11, day);
        var place = new PlaceMention(
            townSpan, new GazetteerPlace("test:" + town, town, 14.5, -4.2, "MLI", "Mopti", "PPL", PlacePrecision.Town, 900),
            [new GazetteerPlace("test:other-" + town, town, 1, 2, "NER", null, "PPL", PlacePrecision.Town, 0)], false);
        var sentence = TextSpan.FromBounds(body, text.IndexOf(", Colonel", StringComparison.Ordinal));
        var time = new TimeExpression(
            At(string.Create(CultureInfo.InvariantCulture, $"{day} November 2025"), body), TimeType.Date, Sql.Day(day1), TimeAnchor.None, new TimeBounds(day1, day1));
        var number = At(string.Create(CultureInfo.InvariantCulture, $"At least {dead} soldiers"), body);
        var document = new Document(text, article.DocumentTime) { Passages = article.Passages };
        document.Entities =
        [
            new Entity("REB:" + force, force, MentionKind.Group, "MLI REB", "MLI", "REB", IsKnown: true),
            new Entity("x2", "Adama Fané", MentionKind.Person),
            new Entity("x3", "Sahel Army", MentionKind.Organisation, "MLI MIL", "MLI", "MIL"),
        ];
        document.Mentions =
        [
            new Mention(forceSpan, 0, 0, 0, MentionKind.Group, MentionLevel.Name, 0),
            new Mention(colonel, 0, 0, 0, MentionKind.Person, MentionLevel.Name, 1),
            new Mention(armySpan, 0, 0, 0, MentionKind.Organisation, MentionLevel.Name, 2),
        ];
        document.Places = [place];
        document.Times = [time];
        document.Report(new Diagnostic("DL3999", Severity.Note, "made by hand; nothing to do"));
        Attribution[] attributions =
        [
            new(colonel, 1, At("said", colonel.End), [sentence], AttributionForm.Indirect),
            new(At("Officials", body), -1, At("predicted", body), [At("the town would be retaken by December", body)], AttributionForm.Indirect),
        ];
        EventMention[] events =
        [
            new()
            {
                Id = "e1", Kind = EventKind.Coerce, Mode = "seize", Cameo = "171", Contexts = ["military", "territory"], Trigger = At("seized", body),
                Actors = [new Party(forceSpan, 0, "MLI REB")], Recipients = [new Party(armySpan, 2, "MLI MIL")], Place = place,
                Time = new EventTime(time.Edtf, TimeBasis.Stated, time.Span, time.Bounds), Attribution = 0, Evidence = sentence, Score = 0.95, IsShown = isShown,
            },
            new()
            {
                Id = "e2", Kind = EventKind.Assault, Cameo = "190", Trigger = At("killed", body), Recipients = [new Party(armySpan, 2, "MLI MIL")],
                Quantities = [new Quantity(number, null, dead, null, null, At("soldiers", number.Start), QuantityKind.Killed)],
                Evidence = TextSpan.FromBounds(number.Start, text.IndexOf(" were killed", StringComparison.Ordinal) + " were killed".Length), Score = 0.4, IsShown = false,
            },
        ];
        return new Reading(
            article, document, attributions, events,
            [new Foretelling(-1, 1, At("the town would be retaken by December", body), "2025-12", Certainty.Probable)]);

        TextSpan At(string words, int from) => new(text.IndexOf(words, from, StringComparison.Ordinal), words.Length);
    }

    public static Capture CaptureOf(Reading reading, string name = "page.html") =>
        new(name, Encoding.UTF8.GetBytes(reading.Article.Title + reading.Article.Text)) { MediaType = "text/html", Url = reading.Article.Url };

    public static IntakeResult Import(Store store, Reading reading, string name = "page.html", Run? run = null)
    {
        using var intake = store.OpenIntake(run ?? First);
        var result = intake.Import(CaptureOf(reading, name), [reading]);
        intake.Complete();
        return result;
    }
}
