using System.Text;
using Dateline.Ingest;
using Dateline.Text;

namespace Dateline.Tests.Ingest;

/// <summary>Short ways to take in a made-up input.</summary>
internal static class IntakeCases
{
    public static List<IntakeResult> Results(byte[] bytes, InputFormat format = InputFormat.Auto, IntakeLimits? limits = null) =>
        [.. new ArticleReader(limits).Read(new MemoryStream(bytes), "page", format)];

    public static List<IntakeResult> Results(string text, InputFormat format = InputFormat.Auto, IntakeLimits? limits = null) =>
        Results(Encoding.UTF8.GetBytes(text), format, limits);

    public static List<Article> Articles(string text, InputFormat format = InputFormat.Auto) =>
        [.. Results(text, format).Select(static r => r.Article ?? throw new InvalidOperationException(r.Failure!.ToString()))];

    public static Article Single(string text, InputFormat format = InputFormat.Auto) => Assert.Single(Articles(text, format));

    public static IEnumerable<string> Words(this Article article, PassageKind kind) =>
        article.Passages.Where(p => p.Kind == kind).Select(p => p.Span.In(article.Text).ToString());
}
