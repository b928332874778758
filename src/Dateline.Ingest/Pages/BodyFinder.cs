using AngleSharp.Dom;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>
/// Finds the article's body: the lowest element that holds most of the page's prose, narrowed by what names itself the body.
/// </summary>
internal static class BodyFinder
{
    /// <summary>The blocks of the body; empty when the page has no prose.</summary>
    public static List<Block> Find(List<Block> blocks)
    {
        var prose = new Dictionary<IElement, int>();
        foreach (var block in blocks)
        {
            if (!block.IsProse)
                continue;
            for (var element = block.Element; element is not null; element = element.ParentElement)
                prose[element] = prose.GetValueOrDefault(element) + block.Text.Length - block.LinkLength;
        }
        if (prose.Count == 0)
            return [];
        var total = prose.Values.Max();
        var root = Named(prose, total) ?? Densest(prose, blocks);
        return [.. Tidy(blocks.Where(b => Holds(root, b.Element)).ToList())];
    }

    static IElement? Named(Dictionary<IElement, int> prose, int total)
    {
        IElement? best = null;
        foreach (var (element, length) in prose)
        {
            if (length * 2 >= total && BoilerplateNames.IsArticle(element) && (best is null || length > prose[best] || length == prose[best] && Holds(best, element)))
                best = element;
        }
        if (best is null)
            return null;
        if (Together(prose, best) is { } all)
            return all;
        // Names nest: within “content” lies “entry-content”, and beside it the neighbours of the article.
        var inner = best;
        foreach (var (element, length) in prose)
        {
            if (length * 100L >= prose[best] * 60L && element != best && BoilerplateNames.IsArticle(element) && Holds(inner, element)
                && (length * 100L >= prose[best] * 85L || !HasSecondBody(prose, inner, element)))
            {
                inner = element;
            }
        }
        return inner;
    }

    // Long reads come in sections of one class, one under the other; what is around them all is the body.
    static IElement? Together(Dictionary<IElement, int> prose, IElement largest)
    {
        if (string.IsNullOrEmpty(largest.ClassName))
            return null;
        IElement? around = null;
        foreach (var (element, length) in prose)
        {
            if (element == largest || element.ClassName != largest.ClassName || length * 10L < prose[largest] || Holds(largest, element) || Holds(element, largest))
                continue;
            around ??= largest;
            while (!Holds(around, element) && around.ParentElement is { } parent)
                around = parent;
        }
        return around;
    }

    // An article in several parts, each named a body: the largest is not all of it.
    static bool HasSecondBody(Dictionary<IElement, int> prose, IElement outer, IElement inner)
    {
        foreach (var (element, length) in prose)
        {
            if (length * 20L >= prose[outer] && BoilerplateNames.IsArticle(element) && Holds(outer, element) && !Holds(inner, element) && !Holds(element, inner))
                return true;
        }
        return false;
    }

    // From the top down: into the child that holds nearly all, until the prose parts.
    static IElement Densest(Dictionary<IElement, int> prose, List<Block> blocks)
    {
        var root = blocks.Find(static b => b.IsProse)!.Element;
        while (root.ParentElement is { } parent)
            root = parent;
        while (true)
        {
            IElement? next = null;
            foreach (var child in root.Children)
            {
                if (prose.TryGetValue(child, out var length) && length * 100 >= prose[root] * 70 && child.LocalName != "p")
                    next = child;
            }
            if (next is null)
                return root;
            root = next;
        }
    }

    static bool Holds(IElement root, IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (at == root)
                return true;
        }
        return false;
    }

    // Link lists, lines before the first prose and headings with nothing under them are not the body.
    static List<Block> Tidy(List<Block> blocks)
    {
        blocks.RemoveAll(static b => b.Element.LocalName == "h1" || b.MostlyLinks && b.LinkLength * 10 > b.Text.Length * 8 || b.Kind == PassageKind.ListEntry && b.LinkLength * 10 > b.Text.Length * 6
            || !b.Text.Any(char.IsLetterOrDigit)
            || PagePhrases.Is(b.Text));
        // What follows “You may also like” near the end is other articles.
        var last = blocks.FindLastIndex(static b => PagePhrases.EndsArticle(b.Text));
        if (last > 0 && blocks.Take(last).Sum(static b => b.Text.Length) > 2 * blocks.Skip(last).Sum(static b => b.Text.Length))
            blocks.RemoveRange(last, blocks.Count - last);
        var first = blocks.FindIndex(static b => b.IsProse);
        if (first > 0)
            blocks.RemoveRange(0, first > 1 && blocks[first - 1].Kind == PassageKind.Heading ? first - 1 : first);
        while (blocks.Count > 0 && blocks[^1].Kind == PassageKind.Heading)
            blocks.RemoveAt(blocks.Count - 1);
        for (var k = blocks.Count - 2; k >= 0; k--)
        {
            if (blocks[k].Kind == PassageKind.Heading && blocks[k + 1].Kind == PassageKind.Heading && string.CompareOrdinal(blocks[k].Element.LocalName, blocks[k + 1].Element.LocalName) >= 0)
                blocks.RemoveAt(k);
        }
        return blocks;
    }
}
