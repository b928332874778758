using System.Text;
using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Storage;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.IntegrationTests.Web;

/// <summary>Readings made by hand of short reports about made-up towns, so that pages are tested apart from the reading of texts.</summary>
internal static class RiverNews
{
    public const string HostileTitle = "<script>alert('x')</script> & \"towns\" فُقدت 🏴";

    private static readonly Run ByHand = new("0.1.0", [new RunComponent(RunComponentKind.Rules, "hand", new string('a', 64))]);

    /// <summary>A store with four articles and one input that could not be read.</summary>
    public static Store Open()
    {
        var store = Store.InMemory();
        using var intake = store.OpenIntake(ByHand);
        Import("front.txt", Seizure());
        Import("denial.txt", Denial());
        Import("hostile.txt", Hostile());
        Import("fleuve.txt", French());
        intake.RecordFailure("broken.html", new Diagnostic("DL1001", Severity.Error, "the page has no text; save it again from a browser", "broken.html"));
        intake.Complete();
        return store;

        void Import(string name, Reading reading) =>
            intake.Import(new Capture(name, Encoding.UTF8.GetBytes(reading.Article.Text)) { MediaType = "text/plain" }, [reading]);
    }

    private static Reading Seizure()
    {
        const string body = "OLDFORD – Fighters of the Northern Front seized Oldford on 14 November 2025, Colonel Ada Marsh said. At least 12 soldiers of the River Army were killed.\n\nThe army retook the mill on Sunday, residents said.";
        var build = new Builder(ArticleOf("a1", "Oldford falls 🏴 to the Northern Front", body, "River Post", "2025-11-17", "en"));
        var colonel = build.Attribution("Colonel Ada Marsh", "said", "Fighters of the Northern Front seized Oldford on 14 November 2025");
        build.Telling("e1", EventKind.Coerce, "seize", "171", "seized", "Fighters of the Northern Front", "Northern Front", "the River Army", "River Army", "Oldford on", 7, "14 November 2025", "2025-11-14",
            "Fighters of the Northern Front seized Oldford on 14 November 2025", colonel, 0.95);
        build.Telling("e2", EventKind.Assault, null, "190", "killed", null, null, "the River Army", "River Army", null, 0, null, null,
            "At least 12 soldiers of the River Army were killed", -1, 0.4, "At least 12 soldiers");
        var residents = build.Attribution("residents", "said", "The army retook the mill on Sunday");
        build.Telling("e3", EventKind.Assault, "seize", "190", "retook", "The army", "River Army", null, null, null, 0, "on Sunday", "2025-11-16",
            "The army retook the mill on Sunday", residents, 0.92);
        return build.Done();
    }

    private static Reading Denial()
    {
        const string body = "The Northern Front denied on Monday that it had lost Oldford. Its spokesman accused the River Army of shelling the mill, and put the dead at 19.";
        var build = new Builder(ArticleOf("a2", "Front denies losing Oldford", body, "The Example Herald", "2025-11-17", "en"));
        var front = build.Attribution("The Northern Front", "denied", "it had lost Oldford");
        build.Telling("e1", EventKind.Retreat, null, "087", "lost", "The Northern Front", "Northern Front", null, null, "Oldford.", 7, null, "2025-11",
            "The Northern Front denied on Monday that it had lost Oldford", front, 0.9, null, new Factuality(Certainty.Certain, true, Standing.Denied));
        build.Telling("e2", EventKind.Accuse, null, "112", "accused", "Its spokesman", null, "the River Army", "River Army", null, 0, null, "2025-11-17",
            "Its spokesman accused the River Army of shelling the mill", -1, 0.91, "19");
        return build.Done();
    }

    private static Reading Hostile()
    {
        const string body = "The council banned <b>all</b> \"gatherings\" & marches on 3 October 2025; </p><img src=x onerror=alert(1)> said a clerk.";
        var build = new Builder(ArticleOf("a3", HostileTitle, body, "<i>Post</i>", "2025-10-04", "en", "javascript:alert(1)"));
        build.Telling("e1", EventKind.Coerce, "ban", "172", "banned", "The council", "Town <Council>", null, null, null, 0, "3 October 2025", "2025-10-03",
            "The council banned <b>all</b> \"gatherings\" & marches on 3 October 2025", -1, 0.93);
        return build.Done();
    }

    private static Reading French()
    {
        const string body = "Le conseil du fleuve a levé samedi les sanctions imposées à la ville haute.";
        var build = new Builder(ArticleOf("a4", "Le conseil lève ses sanctions", body, "Courrier d'exemple", "2022-07-04", "fr"));
        build.Telling("e1", EventKind.Retreat, null, "085", "levé", "Le conseil du fleuve", "Conseil du fleuve", "la ville haute", "Ville haute", null, 0, "samedi", "2022-07-02", body.TrimEnd('.'), -1, 0.96);
        return build.Done();
    }

    private static Article ArticleOf(string id, string title, string body, string outlet, string published, string language, string? url = null) => new()
    {
        Id = id,
        Text = title + "\n\n" + body,
        Title = title,
        Outlet = outlet,
        Published = published,
        PublishedBasis = "given",
        Language = language,
        Url = url,
        Byline = "N. Example",
        Passages = [new Passage(new TextSpan(0, title.Length), PassageKind.Headline), .. Paragraphs(title.Length + 2, body)],
    };

    private static IEnumerable<Passage> Paragraphs(int start, string body)
    {
        foreach (var paragraph in body.Split("\n\n"))
        {
            yield return new Passage(new TextSpan(start, paragraph.Length), PassageKind.Paragraph);
            start += paragraph.Length + 2;
        }
    }

    private sealed class Builder(Article article)
    {
        private readonly List<Entity> _entities = [];
        private readonly List<Mention> _mentions = [];
        private readonly List<PlaceMention> _places = [];
        private readonly List<TimeExpression> _times = [];
        private readonly List<Attribution> _attributions = [];
        private readonly List<EventMention> _tellings = [];
        private readonly int _body = article.Text.IndexOf("\n\n", StringComparison.Ordinal) + 2;

        public int Attribution(string source, string cue, string content)
        {
            var words = At(source);
            _attributions.Add(new Attribution(words, -1, new TextSpan(article.Text.IndexOf(cue, words.End, StringComparison.Ordinal), cue.Length), [At(content)], AttributionForm.Indirect));
            return _attributions.Count - 1;
        }

        public void Telling(
            string id, EventKind kind, string? mode, string cameo, string trigger, string? actor, string? actorName, string? recipient, string? recipientName,
            string? place, int placeLength, string? time, string? edtf, string evidence, int attribution, double score, string? number = null, Factuality factuality = default)
        {
            PlaceMention? where = null;
            if (place is not null)
            {
                var span = At(place) with { Length = placeLength };
                where = new PlaceMention(span, new GazetteerPlace("test:oldford", "Oldford", 14.5, -4.2, "MLI", "Mopti", "PPL", PlacePrecision.Town, 900), [], false);
                _places.Add(where);
            }

            EventTime? when = null;
            if (edtf is not null)
            {
                var isDay = edtf.Length == 10;
                var first = DateOnly.ParseExact(isDay ? edtf : edtf + "-01", "yyyy-MM-dd");
                var bounds = new TimeBounds(first, isDay ? first : first.AddMonths(1).AddDays(-1));
                when = new EventTime(edtf, time is null ? TimeBasis.Document : TimeBasis.Relative, time is null ? null : At(time), bounds);
                if (time is not null) _times.Add(new TimeExpression(At(time), TimeType.Date, edtf, TimeAnchor.Document, bounds));
            }

            _tellings.Add(new EventMention
            {
                Id = id,
                Kind = kind,
                Mode = mode,
                Cameo = cameo,
                Trigger = At(trigger),
                Actors = actor is null ? [] : [Party(actor, actorName)],
                Recipients = recipient is null ? [] : [Party(recipient, recipientName)],
                Place = where,
                Time = when,
                Quantities = number is null ? [] : [new Quantity(At(number), number.StartsWith("At", StringComparison.Ordinal) ? null : 19, number.StartsWith("At", StringComparison.Ordinal) ? 12 : null, null, null, null, QuantityKind.Killed)],
                Factuality = factuality,
                Attribution = attribution,
                Evidence = At(evidence),
                Score = score,
                IsShown = score >= 0.9,
            });
        }

        public Reading Done()
        {
            var document = new Document(article.Text, article.DocumentTime, article.Language!)
            {
                Passages = article.Passages,
                Entities = _entities,
                Mentions = _mentions,
                Places = _places,
                Times = _times,
            };
            return new Reading(article, document, _attributions, _tellings, []);
        }

        private Party Party(string words, string? name)
        {
            if (name is null) return new Party(At(words), -1, null);
            var entity = _entities.FindIndex(known => known.Name == name);
            if (entity < 0)
            {
                entity = _entities.Count;
                _entities.Add(new Entity("test:" + name, name, MentionKind.Organisation, name.Contains("Army", StringComparison.Ordinal) ? "MLI MIL" : null, IsKnown: true));
            }

            if (!_mentions.Exists(mention => mention.Span == At(words))) _mentions.Add(new Mention(At(words), 0, 0, 0, MentionKind.Organisation, MentionLevel.Name, entity));
            return new Party(At(words), entity, _entities[entity].Code);
        }

        private TextSpan At(string words)
        {
            var start = article.Text.IndexOf(words, _body, StringComparison.Ordinal);
            return start >= 0 ? new TextSpan(start, words.Length) : throw new ArgumentException($"The article does not say “{words}”.", nameof(words));
        }
    }
}
