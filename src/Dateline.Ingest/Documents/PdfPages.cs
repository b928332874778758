using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Dateline.Ingest.Documents;

/// <summary>Reads the pages of a PDF within limits of number and time.</summary>
/// <remarks>
/// The parser cannot be stopped inside a page, so it works on a thread of its own that is left behind when its time is over and ends at the
/// next page. The thread's deeper stack is for nested objects, which the parser bounds as well.
/// </remarks>
internal sealed class PdfPages
{
    const int Stack = 16 << 20;
    const int Nesting = 128;
    const int MostLetters = 500_000;

    readonly List<PdfPage> _pages = [];
    readonly ReadOnlyMemory<byte> _bytes;
    readonly IntakeLimits _limits;
    readonly BoundedFilters _filters;
    volatile bool _stopped;

    PdfPages(ReadOnlyMemory<byte> bytes, IntakeLimits limits)
    {
        _bytes = bytes;
        _limits = limits;
        _filters = new BoundedFilters(limits.PdfUnpackedBytes);
    }

    /// <summary>The pages that were read, in order.</summary>
    public IReadOnlyList<PdfPage> Read { get; private set; } = [];

    /// <summary>How many pages there are; 0 when the document could not be opened.</summary>
    public int Count { get; private set; }

    public bool IsLocked { get; private set; }

    /// <summary>Whether the time was over before the last page.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Whether more came out of a packed stream than is taken.</summary>
    public bool TooMuch => _filters.Exceeded;

    /// <summary>The title that the document's own description gives.</summary>
    public string? Title { get; private set; }

    /// <summary>When the file was made, ISO 8601, which is not when the text was published.</summary>
    public string? Created { get; private set; }

    /// <summary>Reads a document.</summary>
    public static PdfPages Of(ReadOnlyMemory<byte> bytes, IntakeLimits limits)
    {
        var pages = new PdfPages(bytes, limits);
        var thread = new Thread(pages.Run, Stack) { IsBackground = true, Name = "pdf" };
        thread.Start();
        pages.IsLate = !thread.Join(TimeSpan.FromSeconds(limits.PdfSeconds));
        pages._stopped = true;
        lock (pages._pages)
            pages.Read = [.. pages._pages];
        return pages;
    }

    void Run()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            using var document = PdfDocument.Open(_bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = Nesting, FilterProvider = _filters });
            Title = PlainWords.Of(document.Information.Title);
            Created = document.Information.GetCreatedDateTimeOffset()?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
            Count = document.NumberOfPages;
            for (var number = 1; number <= Math.Min(Count, _limits.PdfPages) && !_stopped && clock.Elapsed.TotalSeconds < _limits.PdfSeconds; number++)
            {
                var page = ReadPage(document, number);
                lock (_pages)
                    _pages.Add(page);
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            IsLocked = true;
        }
#pragma warning disable CA1031 // The parser has no exception of its own for what is broken; the pages that were read stay, and the others are told.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            // No count means that the document could not be opened.
        }
    }

    static PdfPage ReadPage(PdfDocument document, int number)
    {
        try
        {
            var page = document.GetPage(number);
            if (page.Letters.Count > MostLetters)
                return PdfPage.Unreadable(number);
            var words = page.GetWords().ToList();
            var upright = words.Where(static w => w.TextOrientation == TextOrientation.Horizontal);
            var aside = string.Join(' ', words.Where(static w => w.TextOrientation != TextOrientation.Horizontal).Select(static w => w.Text));
            return new PdfPage(number, page.Height, PdfLayout.Read(upright, page.Width), aside, Broken: false);
        }
#pragma warning disable CA1031 // One page must not take the others with it, whatever is wrong with it.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return PdfPage.Unreadable(number);
        }
    }
}
