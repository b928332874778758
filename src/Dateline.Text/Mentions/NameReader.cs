using Dateline.Text.Lexicons;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Text.Mentions;

/// <summary>
/// The names of a document: what the lexicon knows, joined with what a name finder saw, or with runs of proper nouns
/// where none has looked.
/// </summary>
internal sealed class NameReader(ActorLexicon lexicon)
{
    /// <summary>Acronyms that are everyday words in a text of capitals only.</summary>
    private static readonly HashSet<string> Everyday = new(StringComparer.Ordinal)
    {
        "us", "who", "is", "ice", "care", "fact", "model", "mend", "mas", "das", "raw", "au", "un", "eu", "pm", "let", "gal", "arena", "son", "far", "sa", "ir", "im", "mes", "an", "or",
    };

    /// <summary>Whether an acronym reads like an everyday word once all is capitals.</summary>
    internal static bool IsEveryday(string acronym) => Everyday.Contains(Folding.Fold(acronym));

    private readonly record struct Match(int First, int Count, int Spelling)
    {
        public int End => First + Count;
    }

    public List<MentionDraft> Read(Document document, Dependents tree, AtomRow atoms)
    {
        var tokens = document.Tokens;
        var matches = Matches(document, atoms);
        var found = document.Names.Count > 0 ? document.Names : ProperNouns(tokens, matches);
        var drafts = new List<MentionDraft>();
        var taken = new bool[tokens.Count];

        // The lexicon's names of several words are sure; a finder's longer name beats a single word inside it.
        var m = 0;
        foreach (var name in found.OrderBy(name => name.First).ThenByDescending(name => name.Count))
        {
            while (m < matches.Count && matches[m].End <= name.First) Accept(matches[m++]);
            var (first, count) = WithoutTitles(tokens, name);
            if (count == 0 || taken[first]) continue;
            var end = first + count;
            Match? whole = null;
            var beaten = false;
            for (var k = m; k < matches.Count && matches[k].First < end; k++)
            {
                var match = matches[k];
                if (match.End <= first) continue;
                var covers = match.First <= first && match.End >= end;
                var suffix = match.End == end && match.First > first
                    && (IsRoleOrDeterminer(tokens, first, match.First) || (match.Count > 1 && lexicon.Entry(match.Spelling).Kind is MentionKind.Group));
                if (covers || suffix) whole = match;
                else if ((match.First < first || match.End > end) && match.Count > 1) beaten = true;
            }

            if (whole is { } exact)
            {
                while (m < matches.Count && matches[m].First < exact.First) Accept(matches[m++]);
                Accept(exact, name);
                continue;
            }

            if (beaten) continue;
            var sentence = tokens.SentenceOf[first];
            drafts.Add(new MentionDraft
            {
                First = first,
                Count = count,
                Head = tree.HeadWithin(first, count),
                Sentence = sentence,
                Kind = name.Kind,
                Level = MentionLevel.Name,
            });
            for (var k = m; k < matches.Count && matches[k].First < end; k++)
            {
                if (matches[k].First >= first && matches[k].End <= end) AddInner(matches[k]);
            }

            Array.Fill(taken, true, first, count);
        }

        while (m < matches.Count) Accept(matches[m++]);
        drafts.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : right.Count.CompareTo(left.Count));
        return drafts;

        void Accept(Match match, NameSpan? seen = null)
        {
            for (var i = match.First; i < match.End; i++)
            {
                if (taken[i]) return;
            }

            var entry = lexicon.Entry(match.Spelling);
            var word = lexicon.Word(match.Spelling);
            var known = true;
            if (seen is null && match.Count == 1 && !IsSureAlone(tokens, atoms, match, entry, word)) return;
            // A finder that is sure to see a person does not mean the town or the company of that name.
            if (seen is { Kind: MentionKind.Person, Confidence: > 0.6f } && match.Count == 1 && entry.Kind != MentionKind.Person && !entry.IsCountry
                && (atoms.Shape(atoms.AtomAt(match.First)) & AtomShape.AllCapitals) == AtomShape.None) known = false;
            drafts.Add(new MentionDraft
            {
                First = match.First,
                Count = match.Count,
                Head = tree.HeadWithin(match.First, match.Count),
                Sentence = tokens.SentenceOf[match.First],
                Kind = known ? KindOf(entry, word) : MentionKind.Person,
                Level = MentionLevel.Name,
                Entry = known ? entry : null,
                Word = word,
            });
            Array.Fill(taken, true, match.First, match.Count);
        }

        void AddInner(Match match) => drafts.Add(new MentionDraft
        {
            First = match.First,
            Count = match.Count,
            Head = tree.HeadWithin(match.First, match.Count),
            Sentence = tokens.SentenceOf[match.First],
            Kind = KindOf(lexicon.Entry(match.Spelling), lexicon.Word(match.Spelling)),
            Level = MentionLevel.Name,
            Entry = lexicon.Entry(match.Spelling),
            Word = lexicon.Word(match.Spelling),
            IsInner = true,
        });
    }

    private static MentionKind KindOf(ActorEntry entry, ActorWord word) => word switch
    {
        ActorWord.Adjective or ActorWord.People => MentionKind.Nationality,
        ActorWord.Capital => MentionKind.Place,
        ActorWord.Seat => MentionKind.Organisation,
        _ => entry.Kind,
    };

    private bool IsSureAlone(TokenSequence tokens, AtomRow atoms, Match match, ActorEntry entry, ActorWord word)
    {
        var upos = tokens.Upos[match.First];
        if (word is ActorWord.Adjective or ActorWord.People)
        {
            // “French” that nothing follows and no plural marks is the language.
            if (upos is UniversalPos.Verb or UniversalPos.Adv) return false;
            if (word == ActorWord.Adjective && upos is UniversalPos.Noun or UniversalPos.Propn && tokens.Relations[match.First] is Relation.Obj or Relation.Obl or Relation.Nmod
                && (tokens.Morphology[match.First] & Morphology.Plural) == Morphology.None) return char.IsUpper(tokens.CharsOf(match.First)[0]) && tokens.CharsOf(match.First)[^1] == 's';
            return true;
        }

        // An acronym is one whatever a tagger takes it for.
        return entry.IsCountry || upos is UniversalPos.Propn or UniversalPos.X || (atoms.Shape(atoms.AtomAt(match.First)) & AtomShape.AllCapitals) != AtomShape.None;
    }

    /// <summary>All names that the lexicon knows, left to right, the longest first, none overlapping.</summary>
    private List<Match> Matches(Document document, AtomRow atoms)
    {
        var tokens = document.Tokens;
        var matches = new List<Match>();
        var open = new List<(int Index, int[] Spellings)>();
        var countries = new HashSet<string>(StringComparer.Ordinal);
        Span<int> payloads = stackalloc int[16];
        foreach (var sentence in tokens.Sentences)
        {
            var limit = atoms.AtomAt(sentence.End);
            var capitals = IsInCapitals(atoms, atoms.AtomAt(sentence.First), limit);
            for (var atom = atoms.AtomAt(sentence.First); atom < limit; atom++)
            {
                if (!atoms.Begins(atom)) continue;
                var length = lexicon.Longest(atoms, atom, limit, payloads, out var found);
                if (length == 0) continue;
                var first = atoms.FirstToken(atom);
                var count = atoms.LastToken(atom + length - 1) - first + 1;
                var kept = 0;
                for (var i = 0; i < found; i++)
                {
                    if (lexicon.Speaks(payloads[i], document.Language)) payloads[kept++] = payloads[i];
                }

                if (kept == 0 || (capitals && length == 1 && (atoms.Shape(atom) & AtomShape.Dotted) == AtomShape.None && Everyday.Contains(Folding.Fold(tokens.CharsOf(first))))) continue;
                var best = Best(payloads[..kept]);
                if (best < 0)
                {
                    open.Add((matches.Count, payloads[..kept].ToArray()));
                    best = payloads[0];
                }
                else if (lexicon.Entry(best).Country is { } country) countries.Add(country);

                matches.Add(new Match(first, count, best));
                atom += length - 1;
            }
        }

        // A name that several bodies share is the one whose country the text speaks of, or nobody's.
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var fitting = open[i].Spellings.Where(spelling => lexicon.Entry(spelling).Country is { } country && countries.Contains(country)).ToList();
            if (fitting.Select(lexicon.Entry).Distinct().Count() == 1) matches[open[i].Index] = matches[open[i].Index] with { Spelling = fitting[0] };
            else matches.RemoveAt(open[i].Index);
        }

        return matches;
    }

    private int Best(ReadOnlySpan<int> spellings)
    {
        var best = spellings[0];
        foreach (var spelling in spellings)
        {
            if (lexicon.Entry(spelling) == lexicon.Entry(best))
            {
                if (lexicon.Word(spelling) < lexicon.Word(best)) best = spelling;
            }
            else if (lexicon.Entry(spelling).IsCountry && !lexicon.Entry(best).IsCountry) best = spelling;
            else if (lexicon.Entry(spelling).IsCountry == lexicon.Entry(best).IsCountry) return -1;
        }

        return best;
    }

    private static bool IsInCapitals(AtomRow atoms, int first, int limit)
    {
        int words = 0, capitals = 0;
        for (var i = first; i < limit; i++)
        {
            if (atoms.Shape(i) == AtomShape.None && !atoms.Begins(i)) continue;
            words++;
            if ((atoms.Shape(i) & AtomShape.AllCapitals) != AtomShape.None) capitals++;
        }

        return words >= 4 && capitals * 10 >= words * 7;
    }

    private (int First, int Count) WithoutTitles(TokenSequence tokens, NameSpan name)
    {
        int first = name.First, count = name.Count;
        while (count > 1 && ((name.Kind == MentionKind.Person && lexicon.HasMark("title", tokens.CharsOf(first)))
            || tokens.Upos[first] is UniversalPos.Det or UniversalPos.Punct || tokens.CharsOf(first) is "the" or "The" or "THE"))
        {
            first++;
            count--;
        }

        while (count > 1 && tokens.CharsOf(first + count - 1) is "'s" or "’s" or "'" or "’" or "," or ".")
            count--;
        return (first, count);
    }

    private bool IsRoleOrDeterminer(TokenSequence tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens.Upos[i] != UniversalPos.Det && !lexicon.HasMark("title", tokens.CharsOf(i))) return false;
        }

        return true;
    }

    /// <summary>Runs of proper nouns, for documents that no name finder has read.</summary>
    private List<NameSpan> ProperNouns(TokenSequence tokens, List<Match> matches)
    {
        var names = new List<NameSpan>();
        var m = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            while (m < matches.Count && matches[m].End <= i) m++;
            if (m < matches.Count && matches[m].First == i && matches[m].Count > 1)
            {
                i = matches[m].End - 1;
                continue;
            }

            if (!IsProper(tokens, i)) continue;
            var end = i + 1;
            while (end < tokens.Count && tokens.SentenceOf[end] == tokens.SentenceOf[i]
                && (IsProper(tokens, end) || (end + 1 < tokens.Count && IsProper(tokens, end + 1) && tokens.CharsOf(end) is "of" or "de" or "al" or "bin" or "ibn" or "el" or "van" or "von" or "da" or "dos" or "ben" or "-" or "&" or "du" or "des")))
            {
                if (tokens.CharsOf(end) is "of" && !HasMark("organisation", tokens, i, end)) break;
                if (m < matches.Count && matches[m].First <= end && matches[m].Count > 1) break;
                end++;
            }

            var first = i;
            var titled = false;
            while (first < end - 1 && lexicon.HasMark("title", tokens.CharsOf(first)))
            {
                first++;
                titled = true;
            }

            // “Presidency Minister Antonio Rodriguez”: the name begins behind the last title.
            for (var title = end - 2; title > first && !titled; title--)
            {
                if (!lexicon.HasMark("title", tokens.CharsOf(title)) || HasMark("organisation", tokens, title + 1, end) || HasMark("facility", tokens, title + 1, end)) continue;
                first = title + 1;
                titled = true;
            }

            // “West” in “the West African country” only qualifies another word.
            if (end - first > 1 || tokens.Relations[first] != Relation.Amod) names.Add(new NameSpan(first, end - first, KindOf(tokens, first, end, titled), 0.5f));
            i = end - 1;
        }

        return names;
    }

    private static bool IsProper(TokenSequence tokens, int token)
    {
        var chars = tokens.CharsOf(token);
        if (chars.Length == 0 || !char.IsUpper(chars[0])) return false;
        return tokens.Upos[token] is UniversalPos.Propn or UniversalPos.X;
    }

    // Nobody but a person is murdered, kidnapped or born.
    private bool IsDoneToPersons(TokenSequence tokens, int token)
    {
        var head = tokens.Heads[token];
        return head >= 0 && tokens.Relations[token] is Relation.Obj or Relation.NsubjPass && tokens.Lemmas[head] is { } lemma && lexicon.HasMark("personal", lemma);
    }

    private bool HasMark(string mark, TokenSequence tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (lexicon.HasMark(mark, tokens.CharsOf(i))) return true;
        }

        return false;
    }

    private MentionKind KindOf(TokenSequence tokens, int first, int end, bool titled)
    {
        if (titled) return MentionKind.Person;
        if (HasMark("organisation", tokens, first, end)) return MentionKind.Organisation;
        if (HasMark("facility", tokens, first, end)) return MentionKind.Facility;
        if (HasMark("place", tokens, first, end)) return MentionKind.Place;
        if (lexicon.GenderOfGivenName(tokens.CharsOf(first)) != '\0') return MentionKind.Person;
        var word = tokens.CharsOf(first);
        if (end - first == 1)
        {
            if (first > 0 && lexicon.HasMark("title", tokens.CharsOf(first - 1))) return MentionKind.Person;
            if (word.Length >= 2 && (AtomRow.ShapeOf(word) & AtomShape.AllCapitals) != AtomShape.None) return MentionKind.Organisation;
            if (IsDoneToPersons(tokens, first)) return MentionKind.Person;
            return first > 0 && tokens.CharsOf(first - 1) is "in" or "at" or "near" or "from" or "à" or "en" ? MentionKind.Place : MentionKind.Other;
        }

        // Four and five words are a person's where people bear two given names and two surnames, and no word of a body stands in it.
        for (var i = first + 1; i < end - 1; i++)
        {
            if (tokens.CharsOf(i) is "of" or "and" or "&" or "for") return MentionKind.Organisation;
        }

        return end - first <= 5 ? MentionKind.Person : MentionKind.Organisation;
    }
}
