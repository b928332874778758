using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Numbers;

/// <summary>
/// Reads numbers with what bounds them, their unit and what they count. Dates, ordinals and numbers in names are left out.
/// </summary>
/// <remarks>
/// Vague words (“dozens”) keep their words and have no value. “At least 12” has the value 12 and the lower bound 12;
/// a range has both bounds and no value. Stateless; one instance for all threads. Needs tags; with trees it also tells
/// what is counted and what befell those counted.
/// </remarks>
public sealed class QuantityReader
{
    private static readonly (string Words, bool Least, bool Most)[] Bounds =
    [
        ("at least", true, false), ("no fewer than", true, false), ("no less than", true, false), ("more than", true, false), ("over", true, false), ("upwards of", true, false),
        ("up to", false, true), ("at most", false, true), ("no more than", false, true), ("fewer than", false, true), ("less than", false, true), ("under", false, true),
        ("as many as", false, true), ("nearly", false, false), ("about", false, false), ("around", false, false), ("some", false, false), ("almost", false, false),
        ("approximately", false, false), ("roughly", false, false), ("au moins", true, false), ("plus de", true, false), ("plus d'", true, false), ("moins de", false, true),
        ("jusqu' à", false, true), ("au plus", false, true), ("près de", false, false), ("environ", false, false), ("quelque", false, false),
    ];

    private static readonly string[] NameBefore = ["No.", "no.", "No", "number", "article", "resolution", "chapter", "page", "section", "channel", "sector", "ward", "platform", "room", "clause", "rule", "flight", "terminal", "aged", "Aged", "age", "numéro", "n°", "route", "highway"];

    /// <summary>The quantities of <paramref name="document"/> in text order.</summary>
    public IReadOnlyList<Quantity> Read(Document document)
    {
        var found = new List<Quantity>();
        var tokens = document.Tokens;
        var french = document.Language == "fr";
        var trees = document.Has(Layers.Trees);
        var time = 0;
        foreach (var sentence in tokens.Sentences)
        {
            var row = sentence.First;
            while (row < sentence.End)
            {
                var start = tokens.SpanOf(row).Start;
                while (time < document.Times.Count && document.Times[time].Span.End <= start) time++;
                if (time < document.Times.Count && document.Times[time].Span.Start <= start)
                {
                    row++;
                    continue;
                }

                var next = ReadAt(document, sentence, row, french, trees, found);
                row = next > row ? next : row + 1;
            }
        }

        return found;
    }

    private readonly record struct Number(int First, int End, double? Value, string? Currency)
    {
        public bool IsFound => End > First;
    }

    private static int ReadAt(Document document, Sentence sentence, int row, bool french, bool trees, List<Quantity> found)
    {
        var tokens = document.Tokens;
        var number = NumberAt(tokens, sentence, row, french);
        if (!number.IsFound || IsName(tokens, sentence, number, trees)) return -1;
        var (least, most, first) = BoundBefore(tokens, sentence, number.First);
        // “une dizaine de soldats”: the article belongs to the words.
        if (french && first == number.First && NumberWords.IsVague(tokens.CharsOf(first)) && first > sentence.First && tokens.CharsOf(first - 1) is "une" or "Une" or "un" or "Un") first--;
        double? low = least ? number.Value : null, high = most ? number.Value : null;
        var value = number.Value;
        var end = number.End;

        // Two numbers joined: a range (“between 10 and 15”, “10 to 15”) or two counts of one thing (“160,000 and 200,000 tons”).
        var second = end + 1 < sentence.End && tokens.CharsOf(end) is "and" or "to" or "-" or "–" or "et" or "à" or "or" or "ou" ? NumberAt(tokens, sentence, end + 1, french) : default;
        var joiner = second.IsFound ? tokens.CharsOf(end) : default;
        var between = first > sentence.First && (tokens.CharsOf(first - 1).Equals("between", StringComparison.OrdinalIgnoreCase) || tokens.CharsOf(first - 1).Equals("entre", StringComparison.OrdinalIgnoreCase));
        var range = second.IsFound && number.Value is { } from && second.Value is { } to && from < to && (between || joiner is "to" or "-" or "–" or "à" or "or" or "ou");
        if (range)
        {
            if (between) first--;
            (low, high, value, end) = (number.Value, second.Value, null, second.End);
            // “10 to 15 million”: the scale belongs to both.
            if (NumberWords.TryScale(tokens.CharsOf(second.End - 1), out var scale) && low < high / scale * 10 && number.End - number.First == 1 && low * scale < high) low *= scale;
        }

        if (!range && IsMeasureOfWord(tokens, sentence, number)) return number.End;
        var measured = end;
        if (second.IsFound && !range && joiner is "and" or "et" && number.Currency is null) measured = second.End;
        var (unit, kind, afterUnit) = UnitAt(tokens, sentence, measured, number.Currency ?? (range ? second.Currency : null));
        if (unit is null && measured != end)
        {
            measured = end;
            afterUnit = end;
        }

        var (of, ofHead, afterOf) = CountedAt(tokens, sentence, afterUnit, unit is not null, number);
        if (kind == QuantityKind.Other && trees) kind = KindOf(tokens, sentence, ofHead >= 0 ? ofHead : number.End - 1);
        if (kind == QuantityKind.Other && ofHead >= 0) kind = QuantityUnits.KindOf(tokens.Lemmas[ofHead]);
        // A number alone that may be a year, or a bare “one”, counts nothing.
        if (of is null && unit is null && kind == QuantityKind.Other && (number.Value is null or (>= 1500 and <= 2100) || tokens.CharsOf(number.First).Equals("one", StringComparison.OrdinalIgnoreCase) || number.Value < 2))
            return number.End;
        var shared = measured != end;
        var spanEnd = shared ? end : Math.Max(afterUnit, afterOf);
        found.Add(new Quantity(tokens.SpanOf(first, spanEnd - 1), value, low, high, unit, of, kind));
        return shared ? end : Math.Max(range ? second.End : number.End, afterUnit);
    }

    // “a 22-year-old woman”, “an 11-member panel”: the number says what kind, and counts neither women nor panels.
    private static bool IsMeasureOfWord(TokenSequence tokens, Sentence sentence, Number number) =>
        number.Currency is null && number.End + 1 < sentence.End && tokens.CharsOf(number.End) is "-" && char.IsLetter(tokens.CharsOf(number.End + 1)[0])
        && tokens.SpanOf(number.End).Start == tokens.SpanOf(number.End - 1).End && tokens.SpanOf(number.End + 1).Start == tokens.SpanOf(number.End).End
        && !QuantityUnits.IsMeasure(tokens.CharsOf(number.End + 1));

    private static Number NumberAt(TokenSequence tokens, Sentence sentence, int row, bool french)
    {
        string? currency = null;
        var at = row;
        if (!char.IsLetter(tokens.CharsOf(at)[0]) || tokens.CharsOf(at)[^1] == '$')
        {
            if (QuantityUnits.TryCurrency(tokens.CharsOf(at), out var code) && at + 1 < sentence.End) (currency, at) = (code, at + 1);
        }

        var word = tokens.CharsOf(at);
        if (NumberWords.IsVague(word)) return new Number(row, at + 1, null, currency);
        double total = 0, part = 0;
        var any = false;
        if (word.Equals("a", StringComparison.OrdinalIgnoreCase) && at + 1 < sentence.End && NumberWords.TryScale(tokens.CharsOf(at + 1), out _))
        {
            part = 1;
            at++;
        }

        for (; at < sentence.End; at++)
        {
            word = tokens.CharsOf(at);
            if (NumberWords.TryDigits(word, french, out var digits))
            {
                if (any) break;
                part = digits;
            }
            else if (NumberWords.TrySmall(word, out var small))
            {
                if (any && !(part % 100 == 0 || (part % 10 == 0 && small < 10 && part % 100 >= 20))) break;
                part += small;
            }
            else if (NumberWords.TryScale(word, out var scale))
            {
                if (!any && part == 0 && !(french && scale <= 1e3)) break;
                if (scale < 1e3) part = (part == 0 ? 1 : part) * scale;
                else (total, part) = (total + ((part == 0 ? 1 : part) * scale), 0);
            }
            else if (currency is not null && any && word is "m" or "M" or "k" or "K" or "b" or "B" or "t")
            {
                total = (total + part) * (word[0] is 'k' or 'K' ? 1e3 : word[0] is 'm' or 'M' ? 1e6 : word[0] == 't' ? 1e12 : 1e9);
                part = 0;
            }
            else if (any && word is "-" or "and" && at + 1 < sentence.End && !char.IsAsciiDigit(tokens.CharsOf(at + 1)[0])
                && NumberWords.TrySmall(tokens.CharsOf(at + 1), out var unit) && ((word is "-" && part % 10 == 0 && unit < 10) || (word is "and" && part >= 100 && part % 100 == 0)))
            {
                continue;
            }
            else
            {
                break;
            }

            any = true;
        }

        return any ? new Number(row, at, total + part, currency) : default;
    }

    /// <summary>“France 24”, “No. 3”, “Resolution 2374”: part of a name.</summary>
    private static bool IsName(TokenSequence tokens, Sentence sentence, Number number, bool trees)
    {
        if (tokens.Upos[number.First] == UniversalPos.Propn) return true;
        if (tokens.Upos[number.First] is not (UniversalPos.Num or UniversalPos.Sym or UniversalPos.Noun or UniversalPos.X or UniversalPos.Det or UniversalPos.Adj)) return true;
        if (number.First > sentence.First)
        {
            var before = tokens.CharsOf(number.First - 1);
            foreach (var word in NameBefore)
            {
                if (before.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        var head = tokens.Heads[number.First];
        return trees && number.Currency is null && head >= sentence.First && head < number.First && tokens.Upos[head] == UniversalPos.Propn
            && tokens.Relations[number.First].WithoutSubtype() is Relation.Nummod or Relation.Flat or Relation.Compound or Relation.Dep;
    }

    private static (bool Least, bool Most, int First) BoundBefore(TokenSequence tokens, Sentence sentence, int first)
    {
        foreach (var (words, least, most) in Bounds)
        {
            var at = first;
            var matched = true;
            var parts = words.Split(' ');
            for (var i = parts.Length - 1; i >= 0 && matched; i--)
            {
                matched = --at >= sentence.First && tokens.CharsOf(at).Equals(parts[i], StringComparison.OrdinalIgnoreCase);
            }

            if (matched) return (least, most, at);
        }

        return (false, false, first);
    }

    private static (string? Unit, QuantityKind Kind, int End) UnitAt(TokenSequence tokens, Sentence sentence, int at, string? currency)
    {
        if (currency is not null) return (currency, QuantityKind.Money, at);
        if (at >= sentence.End) return (null, QuantityKind.Other, at);
        var word = tokens.CharsOf(at);
        if (word is "%" or "percent" or "pct") return ("%", QuantityKind.Percent, at + 1);
        if (at + 1 < sentence.End && ((word is "per" && tokens.CharsOf(at + 1) is "cent") || (word is "pour" && tokens.CharsOf(at + 1) is "cent"))) return ("%", QuantityKind.Percent, at + 2);
        // “million de dollars”, “francs CFA”.
        var name = word is "de" or "d'" && at + 1 < sentence.End ? at + 1 : at;
        if (tokens.CharsOf(name) is "francs" or "franc" && name + 1 < sentence.End && tokens.CharsOf(name + 1) is "CFA") return ("XOF", QuantityKind.Money, name + 2);
        if (char.IsLetter(tokens.CharsOf(name)[0]) && QuantityUnits.TryCurrency(tokens.CharsOf(name), out var code)) return (code, QuantityKind.Money, name + 1);
        if (word is "metric" or "square" or "cubic" or "nautical" && at + 1 < sentence.End && QuantityUnits.IsMeasure(tokens.CharsOf(at + 1)))
            return ($"{word} {tokens.CharsOf(at + 1)}", QuantityKind.Other, at + 2);
        if (QuantityUnits.IsMeasure(tokens.CharsOf(name))) return (tokens.CharsOf(name).ToString(), QuantityKind.Other, name + 1);
        if (word is "out" && at + 2 < sentence.End && tokens.CharsOf(at + 1) is "of" && NumberWords.TryDigits(tokens.CharsOf(at + 2), false, out _))
            return ($"out of {tokens.CharsOf(at + 2)}", QuantityKind.Other, at + 3);
        return (null, QuantityKind.Other, at);
    }

    /// <summary>The noun counted: right after the number or unit, or after “of”.</summary>
    private static (TextSpan? Of, int Head, int End) CountedAt(TokenSequence tokens, Sentence sentence, int at, bool hasUnit, Number number)
    {
        var first = at;
        var linked = first < sentence.End && tokens.CharsOf(first) is "of" or "de" or "d'";
        if (linked) first++;
        if (linked && first < sentence.End && tokens.CharsOf(first) is "the" or "these" or "those" or "les" or "its" or "their") first++;
        // “$5 million” counts nothing unless it says of what; a vague word counts only with “of”.
        if ((hasUnit && !linked && tokens.CharsOf(at - 1) is not "people" && at == number.End) || (number.Value is null && !linked)) return (null, -1, at);
        if (hasUnit && !linked && !char.IsAsciiDigit(tokens.CharsOf(at - 1)[0])) return (null, -1, at);
        var end = first;
        var head = -1;
        while (end < sentence.End && end - first < 6)
        {
            var pos = tokens.Upos[end];
            if (pos is UniversalPos.Noun) head = end;
            else if (pos is not (UniversalPos.Adj or UniversalPos.Propn) && !(pos == UniversalPos.Punct && tokens.CharsOf(end) is "-") && !(pos == UniversalPos.Verb && tokens.Morphology[end].HasFlag(Morphology.Participle) && head < 0)) break;
            end++;
        }

        // “12 dead”, “20 wounded”: an adjective or participle stands for the people.
        if (head < 0 && end > first && !linked && QuantityUnits.KindOf(tokens.Lemmas[end - 1]) != QuantityKind.Other) head = end - 1;
        return head < 0 ? (null, -1, at) : (tokens.SpanOf(first, head), head, head + 1);
    }

    /// <summary>What the predicate above the counted noun says happened to them.</summary>
    private static QuantityKind KindOf(TokenSequence tokens, Sentence sentence, int row)
    {
        var own = QuantityUnits.KindOf(tokens.Lemmas[row]);
        if (own != QuantityKind.Other) return own;
        for (var steps = 0; steps < 4; steps++)
        {
            var head = tokens.Heads[row];
            if (head < sentence.First || head >= sentence.End) return QuantityKind.Other;
            var relation = tokens.Relations[row];
            var plain = relation.WithoutSubtype();
            var kind = QuantityUnits.KindOf(tokens.Lemmas[head]);
            if (kind != QuantityKind.Other && tokens.Upos[head] is UniversalPos.Verb or UniversalPos.Adj)
            {
                // Who kills is not killed: an active subject counts only for dying and fleeing.
                var undergoes = plain == Relation.Obj || relation == Relation.NsubjPass || plain == Relation.Nummod
                    || (plain == Relation.Nsubj && (tokens.Lemmas[head] is "die" or "flee" or "mourir" or "fuir" || tokens.Upos[head] == UniversalPos.Adj));
                return undergoes ? kind : QuantityKind.Other;
            }

            if (kind != QuantityKind.Other && plain is Relation.Nummod or Relation.Nmod) return kind;
            if (plain is not (Relation.Nummod or Relation.Conj or Relation.Nmod or Relation.Compound or Relation.Flat)) break;
            row = head;
        }

        // “12 soldiers killed in the raid”: a participle after its noun.
        for (var child = row + 1; child < sentence.End && child <= row + 3; child++)
        {
            if (tokens.Heads[child] == row && tokens.Relations[child].WithoutSubtype() == Relation.Acl && tokens.Morphology[child].HasFlag(Morphology.Past))
                return QuantityUnits.KindOf(tokens.Lemmas[child]);
        }

        return QuantityKind.Other;
    }
}
