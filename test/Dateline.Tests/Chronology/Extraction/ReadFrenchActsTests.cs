using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Cli.Pipeline;
using Dateline.Tests.House;
using Dateline.Text;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>From plain French text through the whole reader, in sentences of our own.</summary>
public class ReadFrenchActsTests
{
    private static readonly Lazy<Reader> Reader = new(() => ReaderFolder.Open(Repository.Root));

    private static Reading Read(string text) =>
        Reader.Value.Read(new Article { Id = "fr", Text = text, Published = "2025-11-19", PublishedBasis = "given", Language = "fr" });

    private static IReadOnlyList<EventMention> All(string text) => Read(text).Events;

    private static IEnumerable<EventMention> Shown(string text) => All(text).Where(found => found.IsShown);

    [Fact]
    public void Nine_in_ten_examples_of_the_lexicon_are_read_by_their_frames_event()
    {
        int right = 0, all = 0;
        var missed = new List<string>();
        foreach (var frame in FrenchActs.Lexicon.Frames)
        {
            all++;
            var shown = Shown(frame.Example).ToList();
            if (frame.Kind is null ? shown.Count == 0 : shown.Exists(found => found.Kind == frame.Kind)) right++;
            else missed.Add($"{frame.Line} {frame.Predicate}: {frame.Example} > {string.Join(", ", All(frame.Example).Select(found => $"{found.Kind} {found.Score:0.00} {found.Factuality.Standing}"))}");
        }

        Assert.True(right >= all * 0.93, $"{right} of {all}\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Every_frame_has_an_example() => Assert.DoesNotContain(FrenchActs.Lexicon.Frames, frame => frame.Example.Length == 0);
}
