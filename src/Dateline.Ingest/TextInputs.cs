using Dateline.Ingest.Archives;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Pages;
using Dateline.Ingest.Plain;
using Dateline.Ingest.Press;
using Dateline.Ingest.Rows;
using Dateline.Ingest.Wires;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Reads decoded text by its format.</summary>
internal static class TextInputs
{
    /// <summary>The articles of a text.</summary>
    /// <param name="format">Its format, not <see cref="InputFormat.Auto"/>.</param>
    /// <param name="text">The text, not blank.</param>
    /// <param name="id">What it is called.</param>
    /// <param name="remarks">What decoding had to say; stands with the first article.</param>
    /// <param name="limits">How much is taken.</param>
    public static IEnumerable<IntakeResult> Read(InputFormat format, string text, string id, IReadOnlyList<Diagnostic> remarks, IntakeLimits limits) => format switch
    {
        InputFormat.Wxr => WxrReader.ReadExport(text, id, remarks, limits),
        InputFormat.Csv => new DelimitedReader(id, limits).Read(text, remarks),
        InputFormat.Rss => FeedReader.ReadFeed(text, id, remarks, limits),
        InputFormat.Press => PressText.Read(text, id, remarks, limits),
        InputFormat.Ninjs => Ninjs.Read(text, id, remarks, limits),
        InputFormat.NewsMl => NewsMl.Read(text, id, remarks, limits),
        InputFormat.Html => HtmlPageReader.ReadPage(text, id, remarks, limits),
        _ => PlainTextReader.ReadPage(text, id, remarks).Select(static article => new IntakeResult(article)),
    };
}
