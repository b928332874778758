using Dateline.Learning;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Lexicons;
using Dateline.Text.Mentions;
using Dateline.Text.Models;
using Dateline.Text.Names;
using Dateline.Text.Places;

namespace Dateline.Tests.Text.Names;

/// <summary>The finder that ships, over sentences of our own.</summary>
public sealed unsafe class NameFinderTests
{
    private const string Passage =
        """
        NAIROBI – Wanjiru Mutasa, director of the Kenya Cocoa Board, said on Monday that Uganda's Ministry of Trade had kept its word.
        "Nobody lost a shilling," Mutasa told the Lakeside Tribune in Kisumu. The Ugandan minister, Dr Okello Ssentamu, flew home from Moi Airport.
        """;

    private static readonly Lazy<(LanguageModel Model, NameFinder Finder, ActorLexicon Lexicon)> Shipped = new(() =>
    {
        var folder = Path.Combine(Repository.Root, "models");
        var tables = Directory.EnumerateFiles(Path.Combine(Repository.Root, "lexicons", "actors"), "*.tsv")
            .Concat(new[] { "en", "fr" }.SelectMany(language => new[] { "roles.tsv", "heads.tsv" }.Select(file => Path.Combine(Repository.Root, "lexicons", language, file))))
            .Order(StringComparer.Ordinal).Select(path =>
            {
                using var file = File.OpenText(path);
                return LexiconTable.Read(file, path);
            }).ToArray();
        var lexicon = ActorLexicon.Read(tables);
        using var places = File.OpenRead(Path.Combine(folder, "gazetteer.places"));
        return (ModelFiles.Open("en", folder)!, ModelFiles.OpenNames("en", lexicon, Gazetteer.Read(places), folder)!, lexicon);
    });

    [Fact]
    public void Names_of_all_kinds_are_found_with_their_borders()
    {
        var document = Read(Passage);
        var names = document.Names.Select(name => (document.TextAt(document.Tokens.SpanOf(name.First, name.First + name.Count - 1)), name.Kind)).ToArray();
        Assert.Contains(("Wanjiru Mutasa", MentionKind.Person), names);
        Assert.Contains(("Mutasa", MentionKind.Person), names);
        Assert.Contains(("Okello Ssentamu", MentionKind.Person), names);
        Assert.Contains(("Kenya Cocoa Board", MentionKind.Organisation), names);
        Assert.Contains(("Kisumu", MentionKind.Place), names);
        Assert.Contains(("Ugandan", MentionKind.Nationality), names);
    }

    [Fact]
    public void Names_are_given_in_text_order_and_do_not_overlap()
    {
        var document = Read(Passage);
        Assert.True(document.Names.Count > 6);
        Assert.True(document.Names.Zip(document.Names.Skip(1)).All(pair => pair.First.First + pair.First.Count <= pair.Second.First));
        Assert.All(document.Names, name => Assert.InRange(name.Confidence, 0f, 1f));
    }

    [Fact]
    public void What_is_scored_together_is_scored_the_same_word_by_word()
    {
        var (model, finder, _) = Shipped.Value;
        var document = new Document(Passage);
        new TokenAnnotator().Annotate(document);
        var reading = finder.Rent();
        reading.Begin(document);
        model.Read(document.Tokens, (first, count, states) =>
        {
            using var arena = new Arena();
            var words = Enumerable.Range(first, count).Where(word => (reading.Clues.Clues[word] & Clue.Candidate) != Clue.None).ToArray();
            var together = new float[words.Length * finder.Decoder.Count];
            fixed (float* scores = together) finder.Score(reading.Clues, words, states, first, arena, scores);
            for (var i = 0; i < words.Length; i++)
            {
                var alone = finder.ScorePlainly(reading.Clues, words[i], new ReadOnlySpan<float>(states + (long)(words[i] - first) * finder.StateWidth, finder.StateWidth));
                for (var k = 0; k < alone.Length; k++) Assert.Equal(alone[k], together[i * alone.Length + k], 2e-3f);
            }
        });
        finder.Return(reading);
    }

    [Fact]
    public void Finding_allocates_nothing_once_it_is_warm()
    {
        var (model, finder, _) = Shipped.Value;
        var document = new Document(string.Join('\n', Enumerable.Repeat(Passage, 20)));
        new TokenAnnotator().Annotate(document);
        var names = new List<NameSpan>(2000);
        Find();
        Find();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Find();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(names.Count > 120);

        void Find()
        {
            names.Clear();
            var reading = finder.Rent();
            reading.Begin(document);
            model.Read(document.Tokens, reading.Receiver);
            reading.Finish(names);
            finder.Return(reading);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("- - - 's . &")]
    [InlineData("((((((((( Of The And Of The )))))))))")]
    public void Odd_texts_are_read(string text) => Assert.All(Read(text).Names, name => Assert.True(name.Count > 0));

    [Fact]
    public void A_long_row_of_capitals_is_read_in_time_that_grows_with_it()
    {
        var document = Read(string.Join(' ', Enumerable.Repeat("Of Bamako And Wanjiru", 5000)));
        Assert.True(document.Tokens.Count >= 20000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(5000)]
    public void A_file_that_is_cut_off_is_refused(int length)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.names"));
        Assert.Throws<InvalidDataException>(() => NameFinder.Open(bytes.AsMemory(0, length), ActorLexicon.Empty, Gazetteer.Of([])));
    }

    private static Document Read(string text)
    {
        var (model, finder, _) = Shipped.Value;
        return new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(model, finder)).Analyze(new Document(text));
    }
}
