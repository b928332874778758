using Dateline.Text;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>An attribution being put together.</summary>
internal sealed class AttributionDraft
{
    /// <summary>Row of the word that makes it an attribution; -1 for a punctuation mark.</summary>
    public int CueRow { get; init; } = -1;

    /// <summary>The words of the cue.</summary>
    public required TextSpan Cue { get; init; }

    /// <summary>The words for who says it.</summary>
    public TextSpan? Source { get; set; }

    /// <summary>Row of the source's head; -1 without one.</summary>
    public int SourceRow { get; set; } = -1;

    /// <summary>What is said, in text order.</summary>
    public List<TextSpan> Content { get; set; } = [];

    /// <summary>Whether the cue is one that introduces speech, so that a quotation may be its content.</summary>
    public bool IsSpeech { get; init; }

    /// <summary>Whether the tree gave no source, so that the words beside the cue must.</summary>
    public bool NeedsSource { get; init; }

    /// <summary>Characters of content.</summary>
    public int ContentLength => Content.Sum(piece => piece.Length);
}
