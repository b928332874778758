using Dateline.Text.Lexicons;
using Dateline.Text.Mentions;
using Dateline.Text.Models;
using Dateline.Text.Places;
using Dateline.Text.Tokens;

namespace Dateline.Text.Names;

/// <summary>
/// What can be said of the words of one document before names are sought in it: lexicon entries, runs of capitals, how
/// the document uses the same word elsewhere.
/// </summary>
/// <remarks>Reused from document to document; nothing is allocated once its rows have grown. Not safe for several threads.</remarks>
internal sealed class NameClues
{
    private const int LongestTown = 4;
    private const long Large = 100_000;

    private readonly ActorLexicon _lexicon;
    private readonly Gazetteer _gazetteer;
    private readonly HashIndex _everyday;
    private readonly HashIndex _proper;
    private string _text = string.Empty;
    private int[] _tableRows = new int[64];
    private int _tableMask = 63;

    internal NameClues(ActorLexicon lexicon, Gazetteer gazetteer, HashIndex everyday, HashIndex proper)
    {
        _lexicon = lexicon;
        _gazetteer = gazetteer;
        _everyday = everyday;
        _proper = proper;
        Grow(256);
    }

    /// <summary>The document's words.</summary>
    internal TokenSequence Tokens { get; private set; } = TokenSequence.Empty;

    /// <summary>Clues of each word.</summary>
    internal Clue[] Clues { get; private set; } = [];

    /// <summary>Hashes of the folded words.</summary>
    internal ulong[] Words { get; private set; } = [];

    /// <summary>How each word is written: see <see cref="ShapeOf"/>.</summary>
    internal byte[] Shapes { get; private set; } = [];

    /// <summary>What the document says of each capitalised word elsewhere.</summary>
    internal DocumentClue[] Elsewhere { get; private set; } = [];

    /// <summary>First word of the unbroken run of capitals that a word stands in; the word itself where there is none.</summary>
    internal int[] RunFirst { get; private set; } = [];

    /// <summary>End of that run.</summary>
    internal int[] RunEnd { get; private set; } = [];

    /// <summary>First word of the run that goes on over “of”, “and” and the like.</summary>
    internal int[] WideFirst { get; private set; } = [];

    /// <summary>End of that run.</summary>
    internal int[] WideEnd { get; private set; } = [];

    /// <summary>Whether each sentence is a headline in capitals (2) or with most words capitalised (1).</summary>
    internal byte[] Headlines { get; private set; } = [];

    /// <summary>Reads what can be said of <paramref name="document"/>'s words.</summary>
    internal void Read(Document document, AtomRow atoms)
    {
        Tokens = document.Tokens;
        _text = document.Text;
        var count = Tokens.Count;
        Grow(count);
        for (var i = 0; i < count; i++) ReadWord(i);
        ReadLexicon(document, atoms);
        for (var s = 0; s < Tokens.Sentences.Length; s++)
        {
            var sentence = Tokens.Sentences[s];
            Headlines[s] = HeadlineOf(sentence);
            ReadTowns(sentence);
            ReadRuns(sentence);
        }

        ReadElsewhere();
        for (var s = 0; s < Tokens.Sentences.Length; s++) MarkCandidates(Tokens.Sentences[s]);
    }

    /// <summary>Whether running text writes the word at <paramref name="i"/> small, whatever this text does.</summary>
    internal bool IsEveryday(int i) => _everyday.Find(Words[i]) >= 0;

    /// <summary>Lower case 0, capital 1, capitals only 2, one capital 3, capitals within 4, digits 5, digits and letters 6, other 7.</summary>
    internal static byte ShapeOf(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0, digits = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
            else if (char.IsDigit(c)) digits++;
            else if (char.IsLetter(c)) lower++;
        }

        if (digits > 0) return (byte)(upper + lower == 0 ? 5 : 6);
        if (upper + lower == 0) return 7;
        if (upper == 0) return 0;
        if (lower == 0) return (byte)(upper == 1 ? 3 : 2);
        return (byte)(upper == 1 && char.IsUpper(word[0]) ? 1 : 4);
    }

    private void ReadWord(int i)
    {
        var chars = Tokens.CharsOf(i);
        Span<char> folded = stackalloc char[WordFeatures.MaxLength];
        var length = WordFeatures.Fold(chars, folded);
        Words[i] = WordFeatures.Hash(folded[..length]);
        var shape = ShapeOf(chars);
        Shapes[i] = shape;
        RunFirst[i] = WideFirst[i] = i;
        RunEnd[i] = WideEnd[i] = i + 1;
        Elsewhere[i] = DocumentClue.None;
        if (shape is 5 or 7)
        {
            Clues[i] = chars is "-" or "&" or "–" or "'" or "’" or "." or "/" ? Clue.Link : Clue.None;
            return;
        }

        var clues = _lexicon.CluesOf(chars);
        if (shape != 0 && char.IsUpper(chars[0]))
        {
            clues |= Clue.Capitalised;
            if (_everyday.Find(Words[i]) >= 0) clues |= Clue.Everyday;
            else if (_proper.Find(Words[i]) >= 0) clues |= Clue.Proper;
        }
        else
        {
            // A small “may” or “will” is no name, a small “president” is a title all the same.
            clues &= Clue.Title | Clue.People | Clue.Link | Clue.Locative | Clue.Speech | Clue.Direction;
            if (chars is "'s" or "’s") clues |= Clue.Link;
        }

        Clues[i] = clues;
    }

    private void ReadLexicon(Document document, AtomRow atoms)
    {
        Span<int> payloads = stackalloc int[16];
        foreach (var sentence in Tokens.Sentences)
        {
            var limit = atoms.AtomAt(sentence.End);
            for (var atom = atoms.AtomAt(sentence.First); atom < limit; atom++)
            {
                if (!atoms.Begins(atom)) continue;
                var length = _lexicon.Longest(atoms, atom, limit, payloads, out var found);
                if (length == 0) continue;
                var clue = Clue.None;
                for (var k = 0; k < found; k++)
                {
                    if (!_lexicon.Speaks(payloads[k], document.Language)) continue;
                    var entry = _lexicon.Entry(payloads[k]);
                    clue |= _lexicon.Word(payloads[k]) switch
                    {
                        ActorWord.Adjective or ActorWord.People => Clue.Nationality,
                        ActorWord.Capital or ActorWord.Seat => Clue.Capital,
                        _ when entry.IsCountry => Clue.Country,
                        _ => entry.Kind switch
                        {
                            MentionKind.Person => Clue.KnownPerson,
                            MentionKind.Place or MentionKind.Facility => Clue.KnownPlace,
                            _ => Clue.KnownBody,
                        },
                    };
                }

                if (clue == Clue.None) continue;
                int first = atoms.FirstToken(atom), last = atoms.LastToken(atom + length - 1);
                for (var i = first; i <= last; i++) Clues[i] |= clue | (i == first ? Clue.Begins : Clue.Inside);
                atom += length - 1;
            }
        }
    }

    private byte HeadlineOf(Sentence sentence)
    {
        int words = 0, capitalised = 0, capitals = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Shapes[i] is 5 or 7) continue;
            words++;
            if (Shapes[i] is 2) capitals++;
            if ((Clues[i] & Clue.Capitalised) != Clue.None || Tokens.CharsOf(i).Length < 4) capitalised++;
        }

        if (words < 4) return 0;
        return (byte)(capitals * 10 >= words * 7 ? 2 : capitalised * 10 >= words * 9 ? 1 : 0);
    }

    private void ReadTowns(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if ((Clues[i] & Clue.Capitalised) == Clue.None) continue;
            var limit = Math.Min(sentence.End, i + LongestTown);
            var end = i + 1;
            while (end < limit && (Clues[end] & (Clue.Capitalised | Clue.Link)) != Clue.None) end++;
            for (; end > i; end--)
            {
                if ((Clues[end - 1] & Clue.Capitalised) == Clue.None) continue;
                var people = _gazetteer.PeopleOf(Tokens.SpanOf(i, end - 1).In(_text));
                if (people < 0) continue;
                var clue = people >= Large ? Clue.LargeTown : Clue.Town;
                for (var k = i; k < end; k++) Clues[k] |= clue | (k > i ? Clue.TownInside : Clue.None);
                i = end - 1;
                break;
            }
        }
    }

    private void ReadRuns(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End;)
        {
            if ((Clues[i] & Clue.Capitalised) == Clue.None)
            {
                i++;
                continue;
            }

            int end = i + 1, wide = i + 1;
            var tight = true;
            while (wide < sentence.End)
            {
                if ((Clues[wide] & Clue.Capitalised) != Clue.None)
                {
                    wide++;
                    if (tight) end = wide;
                    continue;
                }

                var link = wide;
                while (link < sentence.End && link - wide < 3 && (Clues[link] & (Clue.Link | Clue.Capitalised)) == Clue.Link) link++;
                if (link == wide || link >= sentence.End || (Clues[link] & Clue.Capitalised) == Clue.None) break;
                // A hyphen or a point after an initial does not end the inner run.
                if (link > wide + 1 || !(Tokens.CharsOf(wide) is "-" || (Tokens.CharsOf(wide) is "." && Shapes[wide - 1] == 3))) tight = false;
                wide = link + 1;
                if (tight) end = wide;
            }

            for (var k = i; k < wide; k++) (WideFirst[k], WideEnd[k]) = (i, wide);
            for (var k = i; k < end; k++) (RunFirst[k], RunEnd[k]) = (i, end);
            // The rest of the wide run has inner runs of its own.
            for (var k = end; k < wide;)
            {
                if ((Clues[k] & Clue.Capitalised) == Clue.None)
                {
                    k++;
                    continue;
                }

                var to = k + 1;
                while (to < wide && ((Clues[to] & Clue.Capitalised) != Clue.None || (to + 1 < wide && Tokens.CharsOf(to) is "-" && (Clues[to + 1] & Clue.Capitalised) != Clue.None))) to++;
                for (var j = k; j < to; j++) (RunFirst[j], RunEnd[j]) = (k, to);
                k = to;
            }

            i = wide;
        }
    }

    private void ReadElsewhere()
    {
        var count = Tokens.Count;
        Array.Fill(_tableRows, -1);
        // One row for each word of the document: the first place where it stands.
        for (var i = 0; i < count; i++)
        {
            if (Shapes[i] is 5 or 7) continue;
            ref var row = ref RowOf(i);
            if (row < 0) row = i;
            var home = row;
            var clues = Clues[i];
            if ((clues & Clue.Capitalised) == Clue.None)
            {
                Elsewhere[home] |= DocumentClue.Small;
                continue;
            }

            var sentence = Tokens.Sentences[Tokens.SentenceOf[i]];
            var found = DocumentClue.None;
            if (Headlines[Tokens.SentenceOf[i]] == 0)
            {
                if (i > sentence.First && Shapes[i - 1] is 0 or 1) found |= DocumentClue.CapitalInside;
                if (i > sentence.First)
                {
                    var before = Clues[i - 1];
                    if ((before & Clue.Title) != Clue.None) found |= DocumentClue.AfterTitle;
                    if ((before & (Clue.Given | Clue.Capitalised | Clue.Country)) == (Clue.Given | Clue.Capitalised)) found |= DocumentClue.AfterGiven;
                    if ((before & (Clue.Locative | Clue.Capitalised)) == Clue.Locative) found |= DocumentClue.AfterLocative;
                    if (Tokens.CharsOf(i - 1) is "the" or "The") found |= DocumentClue.AfterArticle;
                    if (Tokens.CharsOf(i - 1) is "(" && i + 1 < sentence.End && Tokens.CharsOf(i + 1) is ")") found |= DocumentClue.Bracketed;
                }

                int first = RunFirst[i], end = RunEnd[i];
                if (end - first > 1)
                {
                    if (i == end - 1) found |= DocumentClue.EndsRun;
                    if (i == first) found |= DocumentClue.BeginsRun;
                    for (var k = first; k < end; k++)
                    {
                        if (k != i && (Clues[k] & Clue.Body) != Clue.None) found |= DocumentClue.WithBody;
                    }
                }

                if (end < sentence.End && (Clues[end] & Clue.Speech) != Clue.None) found |= DocumentClue.Speaks;
            }

            if (home != i) found |= DocumentClue.Often;
            Elsewhere[home] |= found;
        }

        for (var i = 0; i < count; i++)
        {
            if ((Clues[i] & Clue.Capitalised) != Clue.None) Elsewhere[i] = Elsewhere[RowOf(i)];
        }
    }

    private ref int RowOf(int token)
    {
        var key = Words[token];
        var at = (int)key & _tableMask;
        // “US” and “us” are not one word.
        while (_tableRows[at] >= 0 && (Words[_tableRows[at]] != key || (Shapes[_tableRows[at]] == 2) != (Shapes[token] == 2))) at = (at + 1) & _tableMask;
        return ref _tableRows[at];
    }

    private void MarkCandidates(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var clues = Clues[i];
            var candidate = (clues & (Clue.Capitalised | Clue.Begins | Clue.Inside)) != Clue.None || (clues & Clue.People) != Clue.None
                || (WideEnd[i] - WideFirst[i] > 1 && (clues & Clue.Link) != Clue.None);
            if (!candidate && i + 1 < sentence.End)
            {
                // “sub-Saharan”, “al-Shabaab”: a small beginning before a hyphen, or a particle before a capital.
                var next = Clues[i + 1];
                candidate = Tokens.CharsOf(i + 1) is "-" ? i + 2 < sentence.End && (Clues[i + 2] & Clue.Capitalised) != Clue.None && Shapes[i] == 0
                    : (clues & Clue.Link) != Clue.None && (next & Clue.Capitalised) != Clue.None && Tokens.CharsOf(i) is "al" or "el" or "de" or "van" or "von" or "bin" or "ibn" or "ould" or "abu" or "da" or "dos" or "du";
                if (!candidate && i > sentence.First && Tokens.CharsOf(i) is "-") candidate = (next & Clue.Capitalised) != Clue.None && Shapes[i - 1] == 0;
            }

            if (!candidate && Shapes[i] is 6 or 4) candidate = true;
            Clues[i] = candidate ? clues | Clue.Candidate : clues & ~Clue.Candidate;
        }
    }

    private void Grow(int count)
    {
        if (Clues.Length < count)
        {
            var size = Math.Max(count, 2 * Clues.Length);
            Clues = new Clue[size];
            Words = new ulong[size];
            Shapes = new byte[size];
            Elsewhere = new DocumentClue[size];
            RunFirst = new int[size];
            RunEnd = new int[size];
            WideFirst = new int[size];
            WideEnd = new int[size];
        }

        if (Headlines.Length < Tokens.Sentences.Length) Headlines = new byte[Math.Max(Tokens.Sentences.Length, 2 * Headlines.Length)];
        var places = 64;
        while (places < 2 * count) places *= 2;
        if (_tableRows.Length < places) _tableRows = new int[places];
        _tableMask = _tableRows.Length - 1;
    }
}
