using Dateline.Text.Syntax;

namespace Dateline.Text.Tokens;

/// <summary>
/// The syntactic words of a document as parallel rows of numbers.
/// </summary>
/// <remarks>
/// Columns rather than objects: a reader of one column touches only that memory, and nothing is allocated per word.
/// The columns of tags and trees are there from the start and hold defaults until their layer is written. Annotators
/// of this assembly write into the columns; everyone else only reads.
/// </remarks>
public sealed class TokenSequence
{
    /// <summary>A sequence without words.</summary>
    public static TokenSequence Empty { get; } = new(string.Empty, [], [], [], [], []);

    private readonly string _text;
    private readonly TextSpan[] _spans;
    private readonly string?[]? _forms;
    private readonly Sentence[] _sentences;
    private readonly MultiwordToken[] _multiword;

    /// <summary>Lays out a document's words.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="spans">One span per syntactic word, in order. The words of a multiword token that cannot be cut share its span.</param>
    /// <param name="forms">Null, or one entry per word: its form where that is not the text of its span.</param>
    /// <param name="sentences">Sentences, in order, without gaps between rows.</param>
    /// <param name="multiword">Multiword tokens, in order.</param>
    /// <param name="spaceAfter">Null or one entry per word: whether white space follows its orthographic word.</param>
    public TokenSequence(string text, TextSpan[] spans, string?[]? forms, Sentence[] sentences, MultiwordToken[] multiword, bool[]? spaceAfter = null)
    {
        _text = text;
        _spans = spans;
        _forms = forms is { Length: > 0 } ? forms : null;
        _sentences = sentences;
        _multiword = multiword;
        SpaceAfter = spaceAfter ?? [];
        var count = spans.Length;
        Upos = new UniversalPos[count];
        Xpos = new string?[count];
        Feats = new string?[count];
        Morphology = new Morphology[count];
        Lemmas = new string?[count];
        Heads = new int[count];
        Array.Fill(Heads, -1);
        Relations = new Relation[count];
        SentenceOf = new int[count];
        for (var s = 0; s < sentences.Length; s++)
            Array.Fill(SentenceOf, s, sentences[s].First, sentences[s].Count);
    }

    /// <summary>The same words with all their columns over a text of the same length.</summary>
    internal TokenSequence Over(string text)
    {
        var moved = new TokenSequence(text, _spans, _forms, _sentences, _multiword, SpaceAfter);
        Upos.CopyTo(moved.Upos, 0);
        Xpos.CopyTo(moved.Xpos, 0);
        Feats.CopyTo(moved.Feats, 0);
        Morphology.CopyTo(moved.Morphology, 0);
        Lemmas.CopyTo(moved.Lemmas, 0);
        Heads.CopyTo(moved.Heads, 0);
        Relations.CopyTo(moved.Relations, 0);
        return moved;
    }

    /// <summary>Number of syntactic words.</summary>
    public int Count => _spans.Length;

    /// <summary>The word at row <paramref name="index"/>.</summary>
    public Token this[int index] => new(this, index);

    /// <summary>Where each word stands.</summary>
    public ReadOnlySpan<TextSpan> Spans => _spans;

    /// <summary>The sentences, in order.</summary>
    public ReadOnlySpan<Sentence> Sentences => _sentences;

    /// <summary>The multiword tokens, in order.</summary>
    public ReadOnlySpan<MultiwordToken> MultiwordTokens => _multiword;

    /// <summary>Universal parts of speech.</summary>
    public UniversalPos[] Upos { get; }

    /// <summary>The treebank's own tag; null where the model gives none.</summary>
    public string?[] Xpos { get; }

    /// <summary>Features in CoNLL-U form, such as “Number=Plur|Tense=Past”; null for none.</summary>
    public string?[] Feats { get; }

    /// <summary>The same features as flags.</summary>
    public Morphology[] Morphology { get; }

    /// <summary>Dictionary forms.</summary>
    public string?[] Lemmas { get; }

    /// <summary>Rows of the heads; -1 for a root.</summary>
    public int[] Heads { get; }

    /// <summary>Relations to the heads.</summary>
    public Relation[] Relations { get; }

    /// <summary>Index of each word's sentence.</summary>
    public int[] SentenceOf { get; }

    /// <summary>Whether white space follows; empty when not recorded.</summary>
    public bool[] SpaceAfter { get; }

    /// <summary>Where the word at <paramref name="index"/> stands.</summary>
    public TextSpan SpanOf(int index) => _spans[index];

    /// <summary>The characters of the word at <paramref name="index"/>, without making a string.</summary>
    public ReadOnlySpan<char> CharsOf(int index) => _forms?[index] is { } form ? form : _spans[index].In(_text);

    /// <summary>The characters as they stand in the text; for a part of a multiword token that cannot be cut, the whole written word.</summary>
    public ReadOnlySpan<char> SurfaceOf(int index) => _spans[index].In(_text);

    /// <summary>The word at <paramref name="index"/> as a string.</summary>
    public string FormOf(int index) => _forms?[index] ?? _text.Substring(_spans[index].Start, _spans[index].Length);

    /// <summary>From the start of row <paramref name="first"/> to the end of row <paramref name="last"/>.</summary>
    public TextSpan SpanOf(int first, int last) => TextSpan.FromBounds(_spans[first].Start, _spans[last].End);

    /// <summary>The first row whose word starts at or after <paramref name="position"/>; <see cref="Count"/> when there is none.</summary>
    public int FirstAtOrAfter(int position)
    {
        int low = 0, high = _spans.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
