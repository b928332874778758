using Dateline.Chronology.Export;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Web.Queries;

/// <summary>Turns spans of several articles into code points; each text is looked through once. For one request.</summary>
internal sealed class PointMaps(StoreReader reader)
{
    private readonly Dictionary<(string, int), (string Text, CodePointMap Map)> _texts = [];

    public (int Begin, int End) Of(ArticleLine article, TextSpan span)
    {
        var map = TextOf(article).Map;
        return (map.At(span.Start), map.At(span.End));
    }

    public string TextAt(ArticleLine article, TextSpan span) => span.In(TextOf(article).Text).ToString();

    private (string Text, CodePointMap Map) TextOf(ArticleLine article)
    {
        if (_texts.TryGetValue((article.Id, article.Version), out var known)) return known;
        var text = reader.Article(article.Id, article.Version)?.Text ?? string.Empty;
        return _texts[(article.Id, article.Version)] = (text, new CodePointMap(text));
    }
}
