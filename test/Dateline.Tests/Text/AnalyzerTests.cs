using Dateline.Text;

namespace Dateline.Tests.Text;

public sealed class AnalyzerTests
{
    private sealed class Station(string name, Layers reads, Layers writes) : IAnnotator
    {
        public string Name => name;

        public Layers Reads => reads;

        public Layers Writes => writes;

        public void Annotate(Document document) => document.Report(new Diagnostic("DL3000", Severity.Note, name));
    }

    [Fact]
    public void A_layer_read_before_it_is_written_is_refused_when_the_row_is_made()
    {
        var trees = new Station("trees", Layers.Tokens, Layers.Trees);
        var tokens = new Station("tokens", Layers.None, Layers.Tokens);

        var refusal = Assert.Throws<ArgumentException>(() => new Analyzer(trees, tokens));

        Assert.Contains("'trees' reads Tokens", refusal.Message);
    }

    [Fact]
    public void A_layer_written_twice_is_refused()
    {
        var tokens = new Station("tokens", Layers.None, Layers.Tokens);

        Assert.Contains("written", Assert.Throws<ArgumentException>(() => new Analyzer(tokens, tokens)).Message);
    }

    [Fact]
    public void Stations_run_in_their_order_and_leave_their_layers()
    {
        var analyzer = new Analyzer(new Station("first", Layers.None, Layers.Tokens), new Station("second", Layers.Tokens, Layers.Trees));

        var document = analyzer.Analyze("Troops left.");

        Assert.Equal(["first", "second"], document.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.True(document.Has(Layers.Tokens | Layers.Trees));
        Assert.Equal("Troops left.", document.Text);
    }
}
