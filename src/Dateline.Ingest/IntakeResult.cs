using System.Diagnostics.CodeAnalysis;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>What became of one article of an input: it was read, or it failed. A failed one is a row too, so that none vanishes.</summary>
/// <remarks>Immutable. Exactly one of <see cref="Article"/> and <see cref="Failure"/> is there.</remarks>
public sealed record IntakeResult
{
    /// <summary>The article was read.</summary>
    public IntakeResult(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Article = article;
        Id = article.Id;
    }

    /// <summary>The article was not read.</summary>
    /// <param name="id">Its own id where that could be read, else input and line.</param>
    /// <param name="failure">What is wrong; what to do.</param>
    public IntakeResult(string id, Diagnostic failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Id = id;
        Failure = failure;
    }

    /// <summary>The article's id, or that of the failed row.</summary>
    public string Id { get; }

    /// <summary>The article, or null when it failed.</summary>
    public Article? Article { get; }

    /// <summary>Why it failed, or null.</summary>
    public Diagnostic? Failure { get; }

    /// <summary>Whether an article was read.</summary>
    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Article is not null;
}
