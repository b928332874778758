using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Text.Mentions;

/// <summary>
/// Pronouns of the third person and relative pronouns, with whom they stand for.
/// </summary>
/// <remarks>
/// Candidates of the same and the two preceding sentences that agree in number, gender and animacy are ranked by
/// nearness and by being a subject (after Lappin and Leass 1994). Things and groups are linked only where the grammar
/// leaves hardly a choice: the subject of the verb above (“the firm said it …”, “lost its …”), or of the sentence before.
/// What stands in quotation marks is another speaker's: no link crosses them. Where doubt remains the pronoun stays open,
/// because a wrong link puts words into the wrong mouth.
/// </remarks>
internal sealed class PronounReader(Document document, Dependents tree, EntityRegister entities, List<MentionDraft> drafts, int sentences)
{
    private const int Window = 2;

    // What the grammar points at outweighs all nearness; without it the best must lead clearly.
    private const int Licence = 200;
    private const int Clear = 25;

    private readonly TokenSequence _tokens = document.Tokens;
    private readonly List<MentionDraft>[] _bySentence = Group(drafts, sentences);
    private readonly int[] _quotations = QuotationsOf(document);

    private enum Wanted
    {
        None,
        He,
        She,
        It,
        They,
    }

    public List<MentionDraft> Read()
    {
        var pronouns = new List<MentionDraft>();
        for (var token = 0; token < _tokens.Count; token++)
        {
            if (_tokens.Upos[token] is not (UniversalPos.Pron or UniversalPos.Det)) continue;
            if (IsRelative(token))
            {
                if (Antecedent(token) is { } above) pronouns.Add(Make(token, above.Kind, above.Entity));
                continue;
            }

            var wanted = WantedBy(_tokens.CharsOf(token), token);
            if (wanted == Wanted.None || _tokens.Relations[token].WithoutSubtype() == Relation.Expl) continue;
            var found = Find(token, wanted);
            var kind = found is not null ? entities[found.Entity].Kind : wanted is Wanted.He or Wanted.She ? MentionKind.Person : MentionKind.Other;
            var pronoun = Make(token, kind, found?.Entity ?? -1);
            if (found is null && wanted == Wanted.It) continue;
            pronouns.Add(pronoun);
            if (pronoun.Entity < 0) continue;
            if (entities[pronoun.Entity].Gender == '\0' && document.Language == "en") entities[pronoun.Entity].Gender = wanted switch { Wanted.He => 'm', Wanted.She => 'f', _ => '\0' };
            _bySentence[pronoun.Sentence].Add(pronoun);
        }

        return pronouns;
    }

    private static List<MentionDraft>[] Group(List<MentionDraft> drafts, int sentences)
    {
        var groups = new List<MentionDraft>[sentences];
        for (var i = 0; i < sentences; i++) groups[i] = [];
        foreach (var draft in drafts)
        {
            if (draft.Entity >= 0 && !draft.IsInner) groups[draft.Sentence].Add(draft);
        }

        return groups;
    }

    private MentionDraft Make(int token, MentionKind kind, int entity) => new()
    {
        First = token,
        Count = 1,
        Head = token,
        Sentence = _tokens.SentenceOf[token],
        Kind = kind,
        Level = MentionLevel.Pronoun,
        Entity = entity,
    };

    private bool IsRelative(int token)
    {
        if ((_tokens.Morphology[token] & Morphology.Relative) != Morphology.None) return true;
        return _tokens.CharsOf(token) is "who" or "which" or "whom" or "whose" or "qui" or "que" or "dont" && RelativeClauseOf(token) >= 0;
    }

    private int RelativeClauseOf(int token)
    {
        var up = token;
        for (var steps = 0; steps < 8 && up >= 0; steps++)
        {
            if (_tokens.Relations[up] == Relation.AclRelcl) return up;
            up = tree.HeadOf(up);
        }

        return -1;
    }

    private MentionDraft? Antecedent(int relative)
    {
        var clause = RelativeClauseOf(relative);
        if (clause < 0) return null;
        var head = tree.HeadOf(clause);
        if (head < 0 || head > relative) return null;
        MentionDraft? found = null;
        foreach (var draft in _bySentence[_tokens.SentenceOf[relative]])
        {
            if (draft.Head == head && draft.Level != MentionLevel.Pronoun && (found is null || draft.Count > found.Count)) found = draft;
        }

        return found;
    }

    private Wanted WantedBy(ReadOnlySpan<char> word, int token)
    {
        Span<char> lower = stackalloc char[8];
        if (word.Length > lower.Length) return Wanted.None;
        var length = word.ToLowerInvariant(lower);
        if (document.Language == "fr")
        {
            return lower[..length] switch
            {
                "il" => Wanted.He,
                "elle" => Wanted.She,
                "ils" or "elles" or "eux" or "leurs" => Wanted.They,
                "leur" => Wanted.They,
                "son" or "sa" or "ses" => Wanted.It,
                _ => Wanted.None,
            };
        }

        return lower[..length] switch
        {
            "he" or "him" or "his" or "himself" => Wanted.He,
            "she" or "hers" or "herself" => Wanted.She,
            "her" => Wanted.She,
            "it" or "its" or "itself" => IsPleonastic(token) ? Wanted.None : Wanted.It,
            "they" or "them" or "their" or "theirs" or "themselves" => Wanted.They,
            _ => Wanted.None,
        };
    }

    /// <summary>“It is clear that …”, “it rained”: a subject of a copula with a clause, or of no person's verb.</summary>
    private bool IsPleonastic(int token)
    {
        var head = tree.HeadOf(token);
        if (head < 0 || _tokens.Relations[token] is not (Relation.Nsubj or Relation.NsubjPass)) return _tokens.Relations[token].WithoutSubtype() == Relation.Obj;
        if (tree.Find(head, Relation.Csubj) >= 0) return true;
        return tree.Find(head, Relation.Cop) >= 0 || (_tokens.Relations[token] == Relation.NsubjPass && tree.Find(head, Relation.Ccomp) >= 0);
    }

    private MentionDraft? Find(int pronoun, Wanted wanted)
    {
        var sentence = _tokens.SentenceOf[pronoun];
        int best = int.MinValue, second = int.MinValue, bestEntity = -1;
        MentionDraft? found = null;
        for (var s = sentence; s >= 0 && s >= sentence - Window; s--)
        {
            foreach (var candidate in _bySentence[s])
            {
                if (candidate.First >= pronoun && s == sentence) continue;
                if (!Agrees(candidate, wanted) || IsBarred(pronoun, candidate) || _quotations[candidate.Head] != _quotations[pronoun]) continue;
                var score = Score(pronoun, candidate, sentence - s);
                if (IsLicensed(pronoun, candidate, sentence - s)) score += Licence;
                if (candidate.Entity == bestEntity)
                {
                    if (score > best) (best, found) = (score, candidate);
                }
                else if (score > best) (second, best, bestEntity, found) = (best, score, candidate.Entity, candidate);
                else if (score > second) second = score;
            }
        }

        if (found is null) return null;
        var licensed = best >= Licence / 2;
        if (!licensed && _tokens.Relations[tree.FirstConjunct(found.Head)].WithoutSubtype() != Relation.Nsubj) return null;
        if (wanted is Wanted.It or Wanted.They) return licensed && (Owns(pronoun) || _tokens.Relations[pronoun].WithoutSubtype() == Relation.Nsubj) && (second == int.MinValue || best - second >= Clear) ? found : null;
        if (second == int.MinValue) return licensed || IsSomebody(found) ? found : null;
        return best - second >= Clear && (licensed || (IsSomebody(found) && entities[found.Entity].Gender != '\0')) ? found : null;
    }

    // A name that may be a firm's is nobody's “he” without the grammar's word for it.
    private bool IsSomebody(MentionDraft candidate) => entities[candidate.Entity] is var entity && (entity.Gender != '\0' || entity.IsKnown || candidate.Level != MentionLevel.Name);

    /// <summary>
    /// Whether the grammar points at the candidate: it is the subject of the verb whose object the pronoun owns (“lost its
    /// base”), of the verb that governs the pronoun's clause (“said it …”), or of the whole sentence before, where the
    /// pronoun opens the next.
    /// </summary>
    private bool IsLicensed(int pronoun, MentionDraft candidate, int distance)
    {
        var subject = tree.FirstConjunct(candidate.Head);
        if (_tokens.Relations[subject].WithoutSubtype() != Relation.Nsubj) return false;
        var verb = tree.HeadOf(subject);
        if (verb < 0) return false;
        if (distance == 1)
        {
            return tree.HeadOf(verb) < 0 && _tokens.Relations[pronoun].WithoutSubtype() == Relation.Nsubj && tree.HeadOf(pronoun) is var root and >= 0 && tree.HeadOf(root) < 0
                && pronoun - _tokens.Sentences[_tokens.SentenceOf[pronoun]].First <= 2;
        }

        if (distance > 1) return false;
        var at = tree.HeadOf(pronoun);
        var owns = Owns(pronoun);
        for (var steps = 0; at >= 0 && steps < 8; steps++)
        {
            // “the depot was in its plans”: in what a copula says, the owner is as often somebody else.
            if (at == verb) return (owns && tree.Find(verb, Relation.Cop) < 0) || (!owns && steps > 0);
            var relation = _tokens.Relations[at].WithoutSubtype();
            var isClause = relation is Relation.Ccomp or Relation.Advcl or Relation.Conj or Relation.Xcomp or Relation.Parataxis;
            // A subject of its own ends the search for an owner; the pronoun may itself be that subject.
            if (isClause && tree.Find(at, Relation.Nsubj) is var own and >= 0 && own != pronoun) return false;
            // “persuaded the king to drop his claim”: the one persuaded comes between.
            if (relation == Relation.Xcomp && tree.HeadOf(at) is var above and >= 0 && tree.Find(above, Relation.Obj) >= 0) return false;
            if (relation == Relation.Acl || _tokens.Relations[at] == Relation.AclRelcl) return false;
            at = tree.HeadOf(at);
        }

        return false;
    }

    private bool Owns(int pronoun) => _tokens.Relations[pronoun] == Relation.NmodPoss || _tokens.Upos[pronoun] == UniversalPos.Det;

    /// <summary>The number of the quotation that each word stands in; 0 outside all.</summary>
    private static int[] QuotationsOf(Document document)
    {
        var tokens = document.Tokens;
        var numbers = new int[tokens.Count];
        var (open, count) = (false, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var span = tokens.SpanOf(i);
            if (i > 0 && tokens.SpanOf(i - 1).End is var end && end < span.Start && document.Text.AsSpan(end, span.Start - end).Contains('\n')) open = false;
            switch (tokens.CharsOf(i))
            {
                case "“" or "«" or "„" or "``":
                    (open, count) = (true, count + 1);
                    break;
                case "”" or "»" or "''":
                    open = false;
                    break;
                case "\"":
                    open = !open;
                    if (open) count++;
                    break;
            }

            numbers[i] = open ? count : 0;
        }

        return numbers;
    }

    private int Score(int pronoun, MentionDraft candidate, int distance)
    {
        var score = -25 * distance;
        var relation = _tokens.Relations[tree.FirstConjunct(candidate.Head)].WithoutSubtype();
        if (relation == Relation.Nsubj) score += 30;
        else if (relation is Relation.Obj or Relation.Iobj) score += 12;
        else if (relation == Relation.Nmod || _tokens.Relations[candidate.Head] == Relation.NmodPoss) score -= 8;
        if (relation == Relation.Nsubj && _tokens.Relations[pronoun].WithoutSubtype() == Relation.Nsubj) score += 8;
        if (candidate.Level == MentionLevel.Name) score += 4;
        if (candidate.Level == MentionLevel.Pronoun) score += 6;
        return score;
    }

    private bool Agrees(MentionDraft candidate, Wanted wanted)
    {
        var entity = entities[candidate.Entity];
        if (candidate.Kind == MentionKind.Nationality) return false;
        var plural = candidate.Level == MentionLevel.Nominal ? candidate.IsPlural : entity.IsPlural;
        var person = entity.Kind is MentionKind.Person or MentionKind.Role;
        if (document.Language == "fr")
        {
            return wanted switch
            {
                Wanted.He => !plural && (entity.Gender is 'm' || (person && entity.Gender == '\0')),
                Wanted.She => !plural && (entity.Gender is 'f' || (person && entity.Gender == '\0')),
                Wanted.They => plural,
                _ => !plural,
            };
        }

        return wanted switch
        {
            Wanted.He => person && !plural && entity.Gender != 'f',
            Wanted.She => person && !plural && entity.Gender != 'm',
            Wanted.It => !person && !plural && entity.Kind != MentionKind.Other,
            Wanted.They => plural,
            _ => false,
        };
    }

    /// <summary>A pronoun is not what it stands inside of, nor another argument of its own verb, unless it is reflexive or a possessor.</summary>
    private bool IsBarred(int pronoun, MentionDraft candidate)
    {
        if (candidate.First <= pronoun && pronoun < candidate.End) return true;
        if (candidate.Sentence != _tokens.SentenceOf[pronoun]) return false;
        if (_tokens.Relations[pronoun] == Relation.NmodPoss || _tokens.Upos[pronoun] == UniversalPos.Det) return tree.HeadOf(pronoun) == candidate.Head;
        if ((_tokens.Morphology[pronoun] & Morphology.Reflexive) != Morphology.None) return false;
        return tree.HeadOf(pronoun) is var verb and >= 0 && tree.HeadOf(tree.FirstConjunct(candidate.Head)) == verb;
    }
}
