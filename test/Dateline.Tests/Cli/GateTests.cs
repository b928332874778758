using Dateline.Cli.Evaluation;
using Dateline.Learning.Scoring;

namespace Dateline.Tests.Cli;

public sealed class GateTests
{
    private static readonly DevelopmentMeasure High = new("names: F1", "all kinds");
    private static readonly DevelopmentMeasure Low = new("extra: per record", "extra", LowerIsBetter: true, Per: 100);

    [Theory]
    [InlineData(61.00, 61.04, false)]
    [InlineData(61.00, 61.05, false)]
    [InlineData(61.00, 61.06, true)]
    [InlineData(61.00, 60.00, false)]
    public void A_figure_has_fallen_when_it_is_more_than_the_tolerance_below_its_floor(double value, double floor, bool hasFallen) =>
        Assert.Equal(hasFallen, Figure(High, value, new Floor(floor, null, null)).HasFallen);

    [Theory]
    [InlineData(0.50, 0.45, false)]
    [InlineData(0.51, 0.45, true)]
    [InlineData(0.10, 0.45, false)]
    public void Where_less_is_better_the_floor_is_a_ceiling(double value, double floor, bool hasFallen) =>
        Assert.Equal(hasFallen, Figure(Low, value, new Floor(floor, null, null)).HasFallen);

    [Fact]
    public void A_floor_that_was_not_measured_is_not_held()
    {
        Assert.True(Figure(High, null, new Floor(50, null, null)).HasFallen);
        Assert.False(Figure(High, null, new Floor(null, 50, null)).HasFallen);
        Assert.False(Figure(High, 3, Floor.None).HasFallen);
    }

    [Fact]
    public void A_figure_is_taken_from_its_line_and_multiplied()
    {
        var sheet = new ScoreSheet();
        sheet.Figure("extra", 0.193);
        sheet.Tally("all kinds").Add(1, 2, 4);
        Assert.Equal(19.3, Low.Of(sheet)!.Value, 9);
        Assert.Equal(25, (High with { Part = ScorePart.Recall }).Of(sheet));
        Assert.Equal(50, (High with { Part = ScorePart.Precision }).Of(sheet));
        Assert.Throws<ArgumentException>(() => (High with { Line = "no such" }).Of(sheet));
    }

    [Fact]
    public void Must_and_aim_are_judged_without_tolerance()
    {
        Assert.True(Figure(High, 77.99, new Floor(null, 78, 86)).MissesMust);
        Assert.False(Figure(High, 78, new Floor(null, 78, 86)).MissesMust);
        Assert.False(Figure(High, 78, new Floor(null, 78, 86)).ReachesAim);
        Assert.True(Figure(Low, 0.9, new Floor(null, 3, 1)).ReachesAim);
        Assert.True(Figure(Low, 3.1, new Floor(null, 3, 1)).MissesMust);
    }

    [Fact]
    public void Writing_raises_floors_and_lowers_only_those_that_are_named()
    {
        var floors = new FloorsFile();
        floors["names: F1"] = new Floor(60, 78, 86);
        floors["extra: per record"] = new Floor(0.4, null, null);
        floors["places: F1"] = new Floor(70, null, null);
        var gate = new Gate("nowhere", floors, threads: 1);
        var figures = new[]
        {
            Figure(High, 61.237, floors["names: F1"]), Figure(Low, 0.5, floors["extra: per record"]),
            Figure(new DevelopmentMeasure("places: F1", "x"), 65, floors["places: F1"]), Figure(new DevelopmentMeasure("new: F1", "x"), 12.5, Floor.None),
        };
        Assert.Equal(["names: F1", "places: F1", "new: F1"], gate.Raise(figures, ["places: F1"]));
        Assert.Equal(new Floor(61.24, 78, 86), floors["names: F1"]);
        Assert.Equal(0.4, floors["extra: per record"].Value);
        Assert.Equal(65, floors["places: F1"].Value);
        Assert.Equal(12.5, floors["new: F1"].Value);
        Assert.Equal(["extra: per record"], gate.Raise([Figure(Low, 0.5, floors["extra: per record"])], ["all"]));
    }

    [Fact]
    public void The_file_of_floors_is_a_measure_a_line_and_is_read_back_as_it_was()
    {
        var floors = new FloorsFile();
        floors["b: F1"] = new Floor(61.2, 78, 86);
        floors["a: “F1”"] = new Floor(0, null, null);
        floors["c"] = new Floor(null, 0.6, null);
        var lines = floors.ToString().Split('\n');
        Assert.Equal("""  "b: F1": { "floor": 61.2, "must": 78, "aim": 86 },""", lines[1]);
        Assert.Equal("""  "c": { "must": 0.6 }""", lines[3]);
        var path = Path.GetTempFileName();
        try
        {
            floors.Write(path);
            var read = FloorsFile.Read(path);
            Assert.Equal(floors.Measures, read.Measures);
            Assert.All(floors.Measures, measure => Assert.Equal(floors[measure], read[measure]));
            File.WriteAllText(path, "[]");
            Assert.Throws<InvalidDataException>(() => FloorsFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_table_says_what_has_fallen_and_the_page_what_is_missed()
    {
        var figures = new[] { Figure(High, 50, new Floor(60, 78, 86)), Figure(Low, 0.1, new Floor(0.4, 3, 1)) };
        using var table = new StringWriter();
        GateTable.Print(table, figures);
        var lines = table.ToString().Split('\n');
        Assert.EndsWith("FALLEN", lines[1].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("reaches aim", lines[2].TrimEnd(), StringComparison.Ordinal);
        using var page = new StringWriter();
        GateTable.PrintMarkdown(page, figures);
        Assert.Contains("| names: F1 | 50.00 **missed** | ", page.ToString(), StringComparison.Ordinal);

        var table1 = page.ToString().ReplaceLineEndings("\n");
        Assert.Equal($"# Before\n\n{table1}\nAfter\n", GateTable.OnPage("# Before\n\n| measure | figure | P | R | n | floor | must | aim |\n|---|\n| old |\n\nAfter\n", figures));
        Assert.Null(GateTable.OnPage("# Before\n", figures));
    }

    [Fact]
    public void No_two_measures_have_one_name_and_the_repository_has_floors_for_known_ones_only()
    {
        var names = DevelopmentSets.All.SelectMany(set => set.Measures).Append(DevelopmentSets.Verbatim).Select(measure => measure.Name).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
        var floors = FloorsFile.Read(Path.Combine(House.Repository.Root, "eval", "floors.json"));
        Assert.Empty(floors.Measures.Except(names));
    }

    private static GateFigure Figure(DevelopmentMeasure measure, double? value, Floor floor) =>
        new(measure, new ScoreLine(measure.Line, null, null, value, null, null, null), value, floor, null);
}
