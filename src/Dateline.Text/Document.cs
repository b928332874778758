using Dateline.Text.Lexicons;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;
using Dateline.Text.Tokens;

namespace Dateline.Text;

/// <summary>
/// One text and all that was read in it.
/// </summary>
/// <remarks>
/// The text is fixed at birth; everything else points into it. Layers are only added. Not safe for use by several
/// threads while it is being annotated; afterwards it is never changed and may be shared.
/// </remarks>
public sealed class Document
{
    /// <summary>Makes a document of which nothing has been read yet.</summary>
    /// <param name="text">The text, taken as it is: no trimming, no normalisation.</param>
    /// <param name="time">When the text was published; null when that is not known, and then “yesterday” stays unresolved.</param>
    /// <param name="language">BCP 47 primary subtag of the text's language.</param>
    public Document(string text, DocumentTime? time = null, string language = "en")
    {
        Text = text;
        Time = time;
        Language = language;
    }

    /// <summary>The text, never altered.</summary>
    public string Text { get; }

    /// <summary>What “yesterday” counts from; null when unknown.</summary>
    public DocumentTime? Time { get; }

    /// <summary>BCP 47 primary subtag, lower case.</summary>
    public string Language { get; }

    /// <summary>What has been read so far.</summary>
    public Layers Layers { get; private set; }

    /// <summary>
    /// Runs of text that readers must not read across: headline, paragraphs, captions, lines of a list. In order,
    /// not overlapping. Empty when the whole text is one passage.
    /// </summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>The words; empty until <see cref="Layers.Tokens"/>.</summary>
    public TokenSequence Tokens { get; internal set; } = TokenSequence.Empty;

    /// <summary>Spans of names as found by the name finder, before entities are resolved; may nest.</summary>
    public IReadOnlyList<NameSpan> Names { get; internal set; } = [];

    /// <summary>Time expressions in text order.</summary>
    public IReadOnlyList<TimeExpression> Times { get; internal set; } = [];

    /// <summary>Mentions in text order; an outer mention comes before those nested in it.</summary>
    public IReadOnlyList<Mention> Mentions { get; internal set; } = [];

    /// <summary>The entities the mentions stand for; a mention refers to its entity by index.</summary>
    public IReadOnlyList<Entity> Entities { get; internal set; } = [];

    /// <summary>Place names in text order.</summary>
    public IReadOnlyList<PlaceMention> Places { get; internal set; } = [];

    /// <summary>What the readers had to say about the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The words at <paramref name="span"/>.</summary>
    public string TextAt(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>Whether all of <paramref name="layers"/> are there.</summary>
    public bool Has(Layers layers) => (Layers & layers) == layers;

    /// <summary>Adds a remark of a reader.</summary>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>The words as <paramref name="lexicon"/> cuts them into atoms; cut once for all readers that ask with the same lexicon.</summary>
    internal AtomRow AtomsFor(ActorLexicon lexicon)
    {
        if (_atoms is not null && ReferenceEquals(_atomsOf, lexicon)) return _atoms;
        _atomsOf = lexicon;
        return _atoms = lexicon.Atoms.Read(Tokens);
    }

    private AtomRow? _atoms;
    private ActorLexicon? _atomsOf;

    /// <summary>
    /// Takes over what was read in a text that differs from this one in case only, such as the restored form of a wire in capitals.
    /// </summary>
    /// <param name="restored">The document that was read; not to be used any more.</param>
    /// <exception cref="ArgumentException">The texts are not equally long, so spans of one are no spans of the other.</exception>
    public void TakeLayersOf(Document restored)
    {
        ArgumentNullException.ThrowIfNull(restored);
        if (restored.Text.Length != Text.Length) throw new ArgumentException("The texts are not equally long.", nameof(restored));
        Tokens = restored.Tokens.Over(Text);
        Names = restored.Names;
        Times = restored.Times;
        Mentions = restored.Mentions;
        Entities = restored.Entities;
        Places = restored.Places;
        _diagnostics.AddRange(restored._diagnostics);
        Mark(restored.Layers);
    }

    internal void Mark(Layers layers) => Layers |= layers;
}
