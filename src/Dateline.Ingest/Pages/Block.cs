using AngleSharp.Dom;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>One block of visible text on a page.</summary>
/// <param name="Text">Its words, white space levelled.</param>
/// <param name="Kind">What it is by its element.</param>
/// <param name="Element">The element that holds it.</param>
/// <param name="LinkLength">How many of its code units stand in links.</param>
internal sealed record Block(string Text, PassageKind Kind, IElement Element, int LinkLength)
{
    public bool MostlyLinks => LinkLength * 2 > Text.Length;

    /// <summary>Whether it counts as running text when the article is sought.</summary>
    public bool IsProse => Kind is PassageKind.Paragraph or PassageKind.Quotation && !MostlyLinks && Text.Length >= 40;
}
