namespace Dateline.Text.Times;

/// <summary>
/// Finds the words that tell a time, in English and French, and resolves them against the document's own time and the times
/// told before them.
/// </summary>
/// <remarks>
/// <para>Works on tokens and sentences; where tags are there too, verbs decide whether “on Friday” lies ahead or behind.
/// Linear in the text. Stateless and safe for all threads.</para>
/// <para>A text without a time of its own keeps “yesterday” as an expression without a value. What the words alone say is in
/// <see cref="TimeExpression.Edtf"/>; the stretch that a preposition makes of it (“since July”, “from 3 to 5 May”) is in
/// <see cref="TimeExpression.Stretch"/>.</para>
/// </remarks>
public sealed class TimeAnnotator : IAnnotator
{
    /// <inheritdoc/>
    public string Name => "times";

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Writes => Layers.Times;

    /// <inheritdoc/>
    public void Annotate(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var french = document.Language.StartsWith("fr", StringComparison.Ordinal);
        TimeGrammar grammar = french ? FrenchTimeGrammar.Instance : EnglishTimeGrammar.Instance;
        using var pieces = new TimePieces(document.Text, french ? TimeLexicon.French : TimeLexicon.English);
        List<FoundTime>? found = null;
        var sentences = document.Tokens.Sentences;
        for (var s = 0; s < sentences.Length; s++)
        {
            pieces.Cut(sentences[s].Span.Start, sentences[s].Span.End);
            var previous = -1;
            for (var i = 0; i < pieces.Count;)
            {
                if ((pieces[i].Kind == PieceKind.Word && pieces[i].Word is null && !pieces.Is(i + 1, "siècle")) || !grammar.TryRead(pieces, i, out var reading))
                {
                    i++;
                    continue;
                }

                found ??= [];
                var first = reading.First;
                var tense = reading.Kind is ReadingKind.Weekday or ReadingKind.Yearless or ReadingKind.Containing or ReadingKind.Holiday
                    ? TimeTense.Around(document, pieces, first, reading.End, french) : 0;
                var signal = TimeSignals.Before(pieces, first, previous, reading, french);
                if (signal == TimeSignal.Closes) found[^1] = found[^1] with { Signal = TimeSignal.Opens };
                found.Add(new FoundTime(reading, TextSpan.FromBounds(pieces[first].Start, pieces[reading.End - 1].End), s, tense, signal));
                previous = reading.End;
                i = reading.End;
            }
        }

        if (found is null)
        {
            document.Times = [];
            return;
        }

        var resolver = new TimeResolver(document.Time, found);
        var times = new List<TimeExpression>(found.Count);
        var opened = -1;
        for (var i = 0; i < found.Count; i++)
        {
            if (resolver.Resolve(found[i]) is not { } time)
            {
                opened = -1;
                continue;
            }

            switch (found[i].Signal)
            {
                case TimeSignal.Opens:
                    opened = times.Count;
                    break;
                case TimeSignal.Closes when opened >= 0 && opened == times.Count - 1:
                    var stretch = TimeSignals.Between(times[opened], time);
                    times[opened] = times[opened] with { Stretch = stretch };
                    time = time with { Stretch = stretch };
                    opened = -1;
                    break;
                default:
                    time = time with { Stretch = TimeSignals.Stretch(found[i].Signal, time) };
                    opened = -1;
                    break;
            }

            times.Add(time);
        }

        document.Times = times;
    }
}
