using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Cli.Pipeline;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Lexicons;
using Dateline.Text.Models;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>Where and when an act is set: its own scene and its own time, and no others.</summary>
public sealed class SceneTests
{
    private static readonly Analyzer Analyzer = new(
        new TokenAnnotator(),
        new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights")))),
        new TimeAnnotator(),
        new EntityAnnotator(ActorLexicon.Read(ReaderFolder.ActorTables(Repository.Root))),
        new PlaceAnnotator(Gazetteer.Of(
        [
            Entry("Mali", "MLI", "PCLI", 0), Entry("France", "FRA", "PCLI", 0), Entry("Africa", null, "CONT", 0), Entry("Ukraine", "UKR", "PCLI", 0),
            Entry("Bamako", "MLI", "PPLC", 2_000_000), Entry("Gao", "MLI", "PPLA", 86_000), Entry("Kidal", "MLI", "PPLA", 25_000), Entry("Paris", "FRA", "PPLC", 2_100_000),
        ])));

    private static readonly EventExtractor Extractor = new(EnglishActs.Lexicon);

    [Theory]
    [InlineData("Rebels attacked a convoy of trucks near Gao.", EventKind.Assault, "Gao")]
    [InlineData("Gunmen killed residents of Bamako on Monday.", EventKind.Assault, "Bamako")]
    [InlineData("Thousands of people protested against France in Bamako.", EventKind.Protest, "Bamako")]
    [InlineData("Rebels attacked a convoy in Gao and set fire to the trucks.", EventKind.Assault, "Gao")]
    [InlineData("The army captured the town of Gao.", EventKind.Coerce, "Gao")]
    public void An_act_is_where_it_is_done(string text, EventKind kind, string place) => Assert.All(Places(text, kind), found => Assert.Equal(place, found));

    [Theory]
    [InlineData("The union imposed sanctions on Mali.", EventKind.Coerce)]
    [InlineData("The president accused France of theft.", EventKind.Accuse)]
    [InlineData("The minister condemned a plot against interests in Africa.", EventKind.Accuse)]
    [InlineData("The general criticised the envoy in a statement on the war in Ukraine.", EventKind.Accuse)]
    public void Whom_an_act_is_about_is_not_where_it_is_done(string text, EventKind kind) => Assert.All(Places(text, kind), Assert.Null);

    [Fact]
    public void The_head_of_a_dispatch_is_the_scene_of_its_first_sentence_only()
    {
        const string text = "BAMAKO, 5 May (Agency) - Soldiers arrested the president. Soldiers arrested a minister.";
        Assert.Equal(["BAMAKO", null], Places(text, EventKind.Coerce));
    }

    [Theory]
    [InlineData("Crowds have protested since 3 May 2024.", "2024-05-03/..")]
    [InlineData("Miners protested from 3 May 2024 to 5 May 2024.", "2024-05-03/2024-05-05")]
    public void What_lasts_is_dated_by_its_stretch(string text, string expected)
    {
        var found = Extractor.Extract(Analyzer.Analyze(new Document(text, new DocumentTime(new DateOnly(2024, 6, 1))))).Events;
        Assert.Equal(expected, Assert.Single(found, told => told.Kind == EventKind.Protest).Time?.Edtf);
    }

    private static List<string?> Places(string text, EventKind kind)
    {
        var document = Analyzer.Analyze(new Document(text, new DocumentTime(new DateOnly(2024, 6, 1))));
        var told = Extractor.Extract(document).Events.Where(found => found.Kind == kind).ToList();
        Assert.NotEmpty(told);
        return [.. told.Select(found => found.Place is { } place ? document.TextAt(place.Span) : null)];
    }

    private static GazetteerEntry Entry(string name, string? country, string feature, long population) =>
        new(new GazetteerPlace($"test:{name}", name, 10, 10, country, null, feature, Gazetteer.PrecisionOf(feature), population), [], []);
}
