using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A document in which people have marked what is to be found. What they marked stands in the record derived for the task.</summary>
/// <remarks>
/// Only <see cref="Article"/> is given to the program that is scored. Marked spans are UTF-16, as everywhere inside the
/// house; files count code points, and the readers of the corpora convert.
/// </remarks>
/// <param name="Article">What the program is given: id, text and, where the corpus has them, title, day and language.</param>
public abstract record GoldDocument(Article Article);

/// <summary>Ids are names: the same one a second time in a corpus gets a number.</summary>
public static class GoldIds
{
    /// <summary>The documents, the second of one id as <c>id~2</c>.</summary>
    public static List<T> Distinct<T>(IEnumerable<T> documents)
        where T : GoldDocument
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = new List<T>();
        foreach (var document in documents)
        {
            var id = document.Article.Id;
            var count = seen[id] = seen.GetValueOrDefault(id) + 1;
            distinct.Add(count == 1 ? document : document with { Article = document.Article with { Id = $"{id}~{count}" } });
        }

        return distinct;
    }
}
