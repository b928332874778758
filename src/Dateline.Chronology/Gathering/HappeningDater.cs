using System.Globalization;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Scope;
using Dateline.Text.Syntax;
using Dateline.Text.Times;

namespace Dateline.Chronology.Gathering;

/// <summary>When a happening was.</summary>
/// <param name="Edtf">EDTF, no finer than a day.</param>
/// <param name="Bounds">Earliest and latest day.</param>
/// <param name="IsStated">Whether words of its own sentence say so, rather than the day of the news.</param>
internal readonly record struct HappeningDate(string Edtf, TimeBounds Bounds, bool IsStated);

/// <summary>
/// Dates every happening that a document tells: by a time in its reach, and otherwise by the day that the news is of. News opens with its day
/// (“on Monday Ruritania said …”), and what follows without a time of its own tells more of it; what is so at present is of the day of the paper.
/// </summary>
/// <remarks>Bolder than the time of a coded event, which is empty where the text says nothing: a chronicle wants an order. For one thread.</remarks>
internal sealed class HappeningDater
{
    private const int OpeningSentences = 5;
    private const int OldestNews = 7;

    private readonly SentenceTree _tree;
    private readonly DateOnly? _published;
    private readonly DateOnly? _news;

    /// <summary>Prepares a document.</summary>
    /// <param name="tree">Its trees; another sentence is entered.</param>
    /// <param name="published">The day of the paper; null when not known.</param>
    public HappeningDater(SentenceTree tree, DateOnly? published)
    {
        _tree = tree;
        _published = published;
        _news = NewsDay() ?? published;
    }

    /// <summary>The date of what the word at <paramref name="row"/> tells, its sentence being entered; null when nothing tells it.</summary>
    public HappeningDate? Of(int row)
    {
        if (TimeScope.Find(_tree, new Clause { Predicate = row }, isLead: false, isAsserted: false) is { Edtf: { } edtf, Bounds: { } bounds, Span: { } words })
        {
            if (!edtf.EndsWith("/..", StringComparison.Ordinal)) return new HappeningDate(DayOf(edtf), bounds, IsStated: true);

            // “has been ill since 2004” began then; of “its first loss since 1992” the words say no time.
            var time = _tree.Document.Times.First(time => time.Span == words);
            if (time is { Edtf: { } since, Bounds: { } start } && _tree.IsVerb(row) && HangsOn(words.Start, row)) return new HappeningDate(DayOf(since), start, IsStated: true);
        }

        if (HasAux(row, "had") || (_tree.IsVerb(row) && _tree.Has(row, Morphology.Present | Morphology.Finite) ? _published : _news) is not { } day) return null;
        return new HappeningDate(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeBounds(day, day), IsStated: false);
    }

    // The first day of the last week that a sentence with a verb names, near the beginning.
    private DateOnly? NewsDay()
    {
        if (_published is not { } published) return null;
        var (document, tokens) = (_tree.Document, _tree.Tokens);
        foreach (var time in document.Times)
        {
            var row = tokens.FirstAtOrAfter(time.Span.Start);
            if (row >= tokens.Count || tokens.SentenceOf[row] >= OpeningSentences) return null;
            if (time is not { Type: TimeType.Date or TimeType.Time, Bounds: { First: { } first, Last: { } last }, Stretch: null } || first != last) continue;
            if (first > published || published.DayNumber - first.DayNumber > OldestNews) continue;
            _tree.Enter(tokens.Sentences[tokens.SentenceOf[row]]);
            for (var at = row; at >= 0; at = _tree.HeadOf(at))
            {
                if (_tree.IsVerb(at)) return first;
            }
        }

        return null;
    }

    private bool HangsOn(int start, int verb)
    {
        var row = _tree.Tokens.FirstAtOrAfter(start);
        for (var depth = 0; row >= 0 && depth < 3; depth++, row = _tree.HeadOf(row))
        {
            if (_tree.HeadOf(row) == verb) return _tree.RelationOf(row).WithoutSubtype() is Relation.Obl or Relation.Advmod or Relation.Advcl;
        }

        return false;
    }

    private bool HasAux(int row, string form)
    {
        foreach (var child in _tree.ChildrenOf(row))
        {
            if (_tree.RelationOf(child).WithoutSubtype() == Relation.Aux && _tree.Tokens.CharsOf(child).Equals(form, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // A time of the day is told too; a chronicle counts days.
    private static string DayOf(string edtf) => edtf.IndexOf('T', StringComparison.Ordinal) is var clock and > 0 && !edtf.Contains('/') ? edtf[..clock] : edtf;
}
