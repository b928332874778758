using System.Buffers;

namespace Dateline.Text.Tokens;

/// <summary>
/// Growing rows of words while a text is being cut. Its arrays are rented and go back on <see cref="Dispose"/>, so that
/// a text costs what its result costs and no more. For one thread.
/// </summary>
internal sealed class TokenRows : IDisposable
{
    private TextSpan[] _spans = ArrayPool<TextSpan>.Shared.Rent(256);
    private bool[] _spaceAfter = ArrayPool<bool>.Shared.Rent(256);
    private string?[]? _forms;
    private MultiwordToken[] _multiword = ArrayPool<MultiwordToken>.Shared.Rent(16);
    private int _multiwordCount;

    /// <summary>Number of syntactic words so far.</summary>
    public int Count { get; private set; }

    /// <summary>Where the words stand.</summary>
    public ReadOnlySpan<TextSpan> Spans => _spans.AsSpan(0, Count);

    /// <summary>Whether white space follows the orthographic word.</summary>
    public ReadOnlySpan<bool> SpaceAfter => _spaceAfter.AsSpan(0, Count);

    /// <summary>The multiword tokens so far.</summary>
    public ReadOnlySpan<MultiwordToken> Multiword => _multiword.AsSpan(0, _multiwordCount);

    /// <summary>The form of a word where it is not the text of its span.</summary>
    public string? FormOf(int row) => _forms?[row];

    /// <summary>Adds one word.</summary>
    public void Add(int start, int end, bool spaceAfter, string? form = null)
    {
        if (Count == _spans.Length) Grow();
        _spans[Count] = new TextSpan(start, end - start);
        _spaceAfter[Count] = spaceAfter;
        if (form is not null)
        {
            if (_forms is null)
            {
                _forms = ArrayPool<string?>.Shared.Rent(_spans.Length);
                Array.Clear(_forms);
            }

            _forms[Count] = form;
        }

        Count++;
    }

    /// <summary>Says that the last <paramref name="count"/> words are one orthographic word.</summary>
    public void Join(int count, int start, int end)
    {
        if (_multiwordCount == _multiword.Length)
        {
            var wider = ArrayPool<MultiwordToken>.Shared.Rent(_multiword.Length * 2);
            _multiword.AsSpan(0, _multiwordCount).CopyTo(wider);
            ArrayPool<MultiwordToken>.Shared.Return(_multiword);
            _multiword = wider;
        }

        _multiword[_multiwordCount++] = new MultiwordToken(Count - count, count, new TextSpan(start, end - start));
    }

    /// <summary>The rows with their sentences as a sequence of exact size.</summary>
    public TokenSequence ToSequence(string text, Sentence[] sentences) => new(
        text, Spans.ToArray(), _forms?.AsSpan(0, Count).ToArray(), sentences, Multiword.ToArray(), SpaceAfter.ToArray());

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<TextSpan>.Shared.Return(_spans);
        ArrayPool<bool>.Shared.Return(_spaceAfter);
        ArrayPool<MultiwordToken>.Shared.Return(_multiword);
        if (_forms is not null) ArrayPool<string?>.Shared.Return(_forms, clearArray: true);
        (_spans, _spaceAfter, _multiword, _forms, Count, _multiwordCount) = ([], [], [], null, 0, 0);
    }

    private void Grow()
    {
        var spans = ArrayPool<TextSpan>.Shared.Rent(Count * 2);
        var spaceAfter = ArrayPool<bool>.Shared.Rent(spans.Length);
        _spans.AsSpan(0, Count).CopyTo(spans);
        _spaceAfter.AsSpan(0, Count).CopyTo(spaceAfter);
        ArrayPool<TextSpan>.Shared.Return(_spans);
        ArrayPool<bool>.Shared.Return(_spaceAfter);
        (_spans, _spaceAfter) = (spans, spaceAfter);
        if (_forms is null) return;
        var forms = ArrayPool<string?>.Shared.Rent(spans.Length);
        Array.Clear(forms);
        _forms.AsSpan(0, Count).CopyTo(forms);
        ArrayPool<string?>.Shared.Return(_forms, clearArray: true);
        _forms = forms;
    }
}
