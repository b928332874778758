using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Happening;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Chronology.Extraction.Scope;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Syntax;
using Dateline.Text.Times;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction;

/// <summary>One pass over one document. Not safe for several threads.</summary>
internal sealed class DocumentReading(
    Document document, ActLexicon lexicon, HappeningModel? happening, IReadOnlyList<Attribution> attributions, IReadOnlyList<Quantity> quantities)
{
    // News puts what is new first; what stands later without a date is background as often as not.
    private const int LeadSentences = 3;

    private static readonly ActSlot[] Objects = [new(ActFunction.Object, null)];
    private static readonly ActSlot[] Subjects = [new(ActFunction.Subject, null)];
    private static readonly ActSlot[] Behind = [new(ActFunction.Preposition, "by"), new(ActFunction.Preposition, "par"), new(ActFunction.Possessor, null), new(ActFunction.Modifier, null), new(ActFunction.Subject, null)];

    private readonly TokenSequence _tokens = document.Tokens;
    private readonly List<EventMention> _events = [];
    private readonly List<Foretelling> _predictions = [];
    private readonly string?[] _lemmas = document.Tokens.Lemmas.AsSpan().ToArray();
    private readonly HashSet<int> _consumed = [];
    private readonly HashSet<TextSpan> _coded = [];
    private readonly List<(int Token, ActEntry Entry)> _hits = [];
    private SentenceTree? _tree;
    private MentionIndex? _mentions;
    private readonly FoundParties _actors = new();
    private readonly FoundParties _recipients = new();
    private readonly FoundParties _members = new();
    private PartyFinder? _parties;
    private RecipientFinder? _recipientFinder;
    private PlaceMention? _dateline;
    private int? _foreign;

    public Extracted Read()
    {
        var sentences = _tokens.Sentences;
        var passage = 0;
        var read = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var kind = KindOf(sentences[s].Span, ref passage);
            if (kind == PassageKind.Furniture) continue;
            ReadSentence(sentences[s], kind, read++);
        }

        ToldTwice.Raise(document, _events, EventScorer.Threshold);
        return _events.Count == 0 && _predictions.Count == 0 ? Extracted.None : new Extracted(_events, _predictions);
    }

    private PassageKind KindOf(TextSpan sentence, ref int passage)
    {
        var passages = document.Passages;
        while (passage < passages.Count && passages[passage].Span.End <= sentence.Start) passage++;
        return passage < passages.Count && passages[passage].Span.Overlaps(sentence) ? passages[passage].Kind : PassageKind.Paragraph;
    }

    private void ReadSentence(Sentence sentence, PassageKind passage, int ordinal)
    {
        _hits.Clear();
        var foretells = false;
        var brink = lexicon.Class("brink");
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_tokens.Upos[i] is not (UniversalPos.Verb or UniversalPos.Noun or UniversalPos.Adj or UniversalPos.Propn or UniversalPos.Adv or UniversalPos.Aux)) continue;
            if (_lemmas[i] is not { } lemma) continue;
            if (i - 2 >= sentence.First && _tokens.CharsOf(i - 1) is "-" && Joined(i, lemma) is { } compound) _lemmas[i] = lemma = compound;
            var isVerb = _tokens.Upos[i] == UniversalPos.Verb;

            // “aided” is led back to “aide” by a tagger that knows the noun: a verb's lemma has to be some verb.
            if (_tokens.Upos[i] != UniversalPos.Aux && (!lexicon.Forms.Knows(lemma, isVerb) || (isVerb && lexicon.EntryOf(lemma) is null)) && lexicon.Forms.Find(_tokens.CharsOf(i), isVerb) is { } known)
                _lemmas[i] = lemma = known;

            if (lexicon.EntryOf(lemma) is { } entry)
            {
                if (entry.HasFrames) _hits.Add((i, entry));
                foretells |= entry.Cue is { Effect: ActCueEffect.Predict };
            }

            foretells |= brink.Contains(lemma);
        }

        if (_hits.Count == 0 && !foretells) return;
        if (_tree is null)
        {
            _tree = new SentenceTree(document, _lemmas);
            _mentions = new MentionIndex(document);
            _parties = new PartyFinder(_tree, lexicon, _mentions);
            _recipientFinder = new RecipientFinder(_tree, lexicon, _mentions, _parties);
            _dateline = PlaceScope.DatelineOf(document);
        }

        _tree.Enter(sentence);
        _consumed.Clear();
        var firstEvent = _events.Count;
        var foreign = _hits.Count > 0 ? ForeignTopics.Count(lexicon, _lemmas, sentence) + (_foreign ??= ForeignTopics.OfDocument(lexicon, document)) : 0;
        var isLead = passage is PassageKind.Headline || ordinal < LeadSentences;

        // Verbs first: what a verb has taken as its content is no event of its own.
        foreach (var (token, entry) in _hits)
        {
            if (_tree.IsVerb(token) && !_consumed.Contains(token)) ReadVerb(token, entry, foreign, isLead);
        }

        foreach (var (token, entry) in _hits)
        {
            if (!_tree.IsVerb(token) && !_consumed.Contains(token)) ReadNoun(token, entry, foreign, isLead);
        }

        if (_events.Count - firstEvent > 1) SortFrom(firstEvent);
        if (!foretells) return;
        var firstPrediction = _predictions.Count;
        ForetellingFinder.Find(_tree, lexicon, attributions, _events, firstEvent, _predictions);
        for (var p = firstPrediction; p < _predictions.Count; p++) MarkForetold(_predictions[p]);
    }

    // “cease-fire”, “test-fired”: three tokens, one word of the lexicon.
    private string? Joined(int token, string lemma)
    {
        var joined = string.Concat(_tokens.CharsOf(token - 2), "-", lemma).ToLowerInvariant();
        if (lexicon.Forms.Knows(joined, isVerb: false)) return joined;
        joined = string.Concat(_tokens.CharsOf(token - 2), "-", _tokens.CharsOf(token)).ToLowerInvariant();
        return lexicon.Forms.Find(joined, _tokens.Upos[token] == UniversalPos.Verb);
    }

    private void ReadVerb(int verb, ActEntry entry, int foreign, bool isLead)
    {
        var frames = entry.FramesOf(ActWord.Verb);
        if (frames.Length == 0) return;
        var hangs = _tree!.RelationOf(verb) is Relation.Amod or Relation.Compound;
        if (hangs && (_tree.ExactChild(verb, Relation.Nsubj) < 0 || _tree.HeadOf(verb) < verb)) return;
        var clause = VerbClause.Read(_tree, lexicon, verb);

        // “UN chief condemns attack on …”: in a headline a parser may hang the verb on its object.
        if (hangs && clause.Object < 0 && !clause.IsPassive) clause.Object = _tree.HeadOf(verb);
        var frame = FrameMatcher.Match(_tree, lexicon, clause, frames);
        if (clause.IsPassive && _tree.ExactChild(verb, Relation.AuxPass) < 0 && _tree.Child(verb, Relation.Nsubj) >= 0 && (frame is null || clause.Obliques.Count > 0))
        {
            // “Troops fired on protesters”: a past tense that looks like a participle. Only without auxiliary may it be read so.
            var active = VerbClause.Read(_tree, lexicon, verb, forceActive: true);
            if (FrameMatcher.Match(_tree, lexicon, active, frames) is { } other && (frame is null || other.Specificity > frame.Specificity)) (frame, clause) = (other, active);
        }

        if (frame is not null && (IsHeadlinePassive(verb, clause, frame) || IsJoinedPassive(verb, clause, frame)))
        {
            // “Minister arrested over missing funds”: headlines tell the past in the present tense, so this is no deed of his.
            // “was suspended from parliament and expelled”: nor is what a passive goes on to tell.
            clause.IsPassive = true;
            clause.Object = clause.Subject;
            clause.Subject = -1;
            clause.MoreSubjects = null;
            frame = FrameMatcher.Match(_tree, lexicon, clause, frames);
        }

        if (AsParticle(verb, clause) is { } phrasal && FrameMatcher.Match(_tree, lexicon, phrasal, frames) is { Particle: not null } better && (frame is null || better.Specificity > frame.Specificity))
            (frame, clause) = (better, phrasal);
        if (frame is null) return;
        Consume(clause, frame);
        if (frame.Kind is null || IsToldOnly(frame, clause)) return;
        Record(frame, clause, foreign, isLead);
    }

    // “told the station that prices rose”, “tells a reporter: …”: only what somebody is told to do is asked of him.
    private bool IsToldOnly(ActFrame frame, Clause clause)
    {
        if (frame.Kind is not EventKind.Request || _tree!.LemmaOf(clause.Predicate) is not "tell" || clause.Content < 0 || _tree.Has(clause.Content, Morphology.Infinitive)) return false;
        foreach (var child in _tree.ChildrenOf(clause.Content))
        {
            if (_tree.RelationOf(child).WithoutSubtype() is Relation.Aux or Relation.Mark && _tree.LemmaOf(child) is "must" or "should" or "shall" or "ought" or "to") return false;
        }

        return true;
    }

    private bool IsHeadlinePassive(int verb, Clause clause, ActFrame frame)
    {
        if (clause.IsPassive || clause.Object >= 0 || clause.Subject < 0 || clause.IsSubjectInherited || clause.Particle is not null || VerbClause.IsFullSentence(_tree!)) return false;
        if (frame.Recipients.Length == 0 || frame.Recipients[0].Function != ActFunction.Object || frame.Has(ActTraits.Reciprocal) || frame.Kind?.QuadClass() is not (2 or 4)) return false;
        if (!_tree!.Has(verb, Morphology.Past) && !_tree.Has(verb, Morphology.Participle)) return false;
        return _tree.Child(verb, Relation.Aux) < 0 && _tokens.CharsOf(verb).EndsWith("ed");
    }

    private bool IsJoinedPassive(int verb, Clause clause, ActFrame frame)
    {
        if (clause.IsPassive || clause.Object >= 0 || clause.Subject < 0 || !clause.IsSubjectInherited || clause.Particle is not null || clause.Content >= 0) return false;
        if (frame.Recipients.Length == 0 || frame.Recipients[0].Function != ActFunction.Object || frame.Has(ActTraits.Reciprocal) || frame.Kind?.QuadClass() is not (2 or 4)) return false;
        return _tree!.RelationOf(verb) == Relation.Conj && _tree.HeadOf(verb) is var first and >= 0 && _tree.ExactChild(first, Relation.AuxPass) >= 0
            && _tree.Child(verb, Relation.Aux) < 0 && _tokens.CharsOf(verb).EndsWith("ed");
    }

    // “handed over prisoners”: a parser may take the particle for a preposition.
    private Clause? AsParticle(int verb, Clause clause)
    {
        if (clause.Particle is not null || clause.Object >= 0 || clause.IsPassive) return null;
        foreach (var (name, token) in clause.Obliques)
        {
            if (token <= verb || name.Contains(' ') || verb + 1 >= _tree!.Sentence.End || _tree.LemmaOf(verb + 1) != name) continue;
            var phrasal = VerbClause.Read(_tree, lexicon, verb);
            phrasal.Obliques.Remove((name, token));
            phrasal.Particle = name;
            phrasal.Object = token;
            return phrasal;
        }

        return null;
    }

    private void ReadNoun(int noun, ActEntry entry, int foreign, bool isLead)
    {
        var word = _tree!.PosOf(noun) == UniversalPos.Adj ? ActWord.Adjective : ActWord.Noun;
        var frames = entry.FramesOf(word);
        if (frames.Length == 0) return;

        // “attack helicopter”, “coup leader”: the word only says which helicopter, unless it hangs on another act.
        if (word == ActWord.Noun && _tree.RelationOf(noun) is Relation.Compound or Relation.Amod or Relation.Flat or Relation.NmodUnmarked) return;
        if (_tree.PosOf(noun) == UniversalPos.Propn && !char.IsLower(_tokens.CharsOf(noun)[0]) && !IsShouted(noun)) return;
        if (IsFrenchName(noun)) return;
        var clause = NounClause.Read(_tree, lexicon, noun);
        DeedClause.Complete(_tree, lexicon, clause);
        clause.Modifiers.RemoveAll(modifier => modifier > noun && _tree.PosOf(modifier) == UniversalPos.Propn);
        if (FrameMatcher.Match(_tree, lexicon, clause, frames) is not { } frame) return;
        Consume(clause, frame);
        if (frame.Kind is null) return;
        Record(frame, clause, foreign, isLead);
    }

    // “le Rassemblement du peuple de Guinée”: French writes no common noun with a capital, but after a full stop or a colon.
    private bool IsFrenchName(int token) =>
        document.Language is "fr" && char.IsUpper(_tokens.CharsOf(token)[0]) && !IsShouted(token) && token > _tree!.Sentence.First && _tree.PosOf(token - 1) is not (UniversalPos.Punct or UniversalPos.Sym);

    // A wire in capitals tags every noun as a name.
    private bool IsShouted(int token)
    {
        var chars = _tokens.CharsOf(token);
        return chars.Length > 3 && char.IsUpper(chars[1]) && char.IsUpper(chars[^1]);
    }

    private void Consume(Clause clause, ActFrame frame)
    {
        if (frame.Contexts.Contains("legal")) ConsumeOldActs(clause.Predicate, 0);
        if (frame.Kind is EventKind.Retreat or EventKind.Concede) ConsumeUndone(clause.Object);
        foreach (var need in frame.Needs)
        {
            if (need.IsForbidden || need.Slot.Function is ActFunction.Subject or ActFunction.Case) continue;
            if (frame.Kind is null && need.Words is null) continue;
            if (need.Slot.Function == ActFunction.Preposition)
            {
                foreach (var (name, token) in clause.Obliques)
                {
                    if (name == need.Slot.Preposition) ConsumeAll(token);
                }
            }
            else if (FrameMatcher.Fill(_tree!, clause, need.Slot) is var filler and >= 0)
            {
                ConsumeAll(filler);
            }
        }

        if (!frame.Has(ActTraits.Content)) return;
        foreach (var token in ContentsOf(clause)) ConsumeAll(token);
    }

    // “lifted the sanctions imposed on Mali”, “freed a priest it had jailed”: what is undone was told when it was done.
    private void ConsumeUndone(int thing)
    {
        if (thing < 0) return;
        foreach (var child in _tree!.ChildrenOf(thing))
        {
            if (_tree.RelationOf(child).WithoutSubtype() != Relation.Acl || lexicon.EntryOf(_tree.LemmaOf(child)) is not { } entry) continue;
            if (Array.Exists(entry.FramesOf(ActWord.Verb), frame => frame.Kind is EventKind.Coerce or EventKind.Sanction)) _consumed.Add(child);
        }
    }

    // “convicted of killing”, “pleaded guilty to fighting”: the court's act is today's; what it is about happened long ago.
    private void ConsumeOldActs(int token, int depth)
    {
        if (depth > 4) return;
        foreach (var child in _tree!.ChildrenOf(token))
        {
            switch (_tree.RelationOf(child).WithoutSubtype())
            {
                case Relation.Advcl or Relation.Xcomp or Relation.Ccomp or Relation.Nmod or Relation.Acl:
                case Relation.Obl when _tree.PrepositionOf(child) is "of" or "for" or "with" or "to" or "over" or "on" or "de" or "pour" or "à":
                case Relation.Obj when depth > 0:
                case Relation.Conj when depth > 0:
                    _consumed.Add(child);
                    ConsumeOldActs(child, depth + 1);
                    break;
            }
        }
    }

    private void ConsumeAll(int token)
    {
        _consumed.Add(token);
        foreach (var child in _tree!.ChildrenOf(token))
        {
            var relation = _tree.RelationOf(child);
            if (relation == Relation.Conj || (relation is Relation.Xcomp or Relation.Obj && _tree.IsVerb(token))) _consumed.Add(child);
        }
    }

    private IEnumerable<int> ContentsOf(Clause clause)
    {
        if (clause.Content >= 0) yield return clause.Content;
        if (clause.Object >= 0 && clause.Content < 0) yield return clause.Object;
        foreach (var (name, token) in clause.Obliques)
        {
            if (name is "for" or "to" or "of" or "with" or "against" or "on" or "from" or "à" or "de" or "contre" or "pour" or "avec" && lexicon.EntryOf(_tree!.LemmaOf(token)) is { HasFrames: true }) yield return token;
        }
    }

    private ActFrame? ContentFrame(Clause clause)
    {
        foreach (var token in ContentsOf(clause))
        {
            var at = token;
            for (var depth = 0; at >= 0 && depth < 3; depth++)
            {
                if (lexicon.EntryOf(_tree!.LemmaOf(at)) is { } entry)
                {
                    var isVerb = _tree.IsVerb(at);
                    var inner = isVerb ? VerbClause.Read(_tree, lexicon, at) : NounClause.Read(_tree, lexicon, at);
                    if (FrameMatcher.Match(_tree, lexicon, inner, entry.FramesOf(isVerb ? ActWord.Verb : ActWord.Noun)) is { Kind: not null } frame) return frame;
                }

                // “agreed to begin withdrawing”, “asked for help in securing the release”
                var next = _tree.Child(at, Relation.Xcomp);
                if (next < 0) next = _tree.Child(at, Relation.Obj);
                at = next;
            }
        }

        return null;
    }

    private void Record(ActFrame frame, Clause clause, int foreign, bool isLead)
    {
        var tree = _tree!;
        var (found, done) = (_actors, _recipients);
        if (frame.Has(ActTraits.Thing)) _parties!.FindAny(clause, frame.Actors, found, takesDeeds: true);
        else _parties!.FindActing(clause, frame.Actors, found);
        if (found.Count == 0 && frame.Kind is EventKind.Assault && clause.Subject >= 0) BehindTheDeed(clause.Subject, found);
        var isViolent = frame.Kind is EventKind.Assault || (frame.Kind is EventKind.Coerce && frame.Mode is "seize");
        if (isViolent && found.Count == 0 && clause.Subject < 0 && (clause.IsPassive || frame.Word == ActWord.Noun)
            && LostAgent.Find(tree, lexicon, clause.Predicate, _parties.CanAct) is var agent and >= 0)
            _parties.FindActing(new Clause { Predicate = clause.Predicate, Subject = agent }, Subjects, found);
        var attributed = isViolent && frame.Word == ActWord.Noun && (found.Count == 0 || AttributedAct.IsBehind(tree, clause.Predicate)) ? AttributedAct.Find(tree, lexicon, clause.Predicate) : AttributedAct.None;
        if (attributed.Actor >= 0 && found.Count == 0)
        {
            // “accused the army of torture”: the charge is no part of the army's name.
            var attribution = new Clause { Predicate = clause.Predicate, Subject = attributed.Actor };
            if (tree.IsUnder(clause.Predicate, attributed.Actor)) attribution.Lift(clause.Predicate);
            _parties.FindActing(attribution, Subjects, found);
        }

        EventMention? before = null;
        if (frame.Has(ActTraits.Anaphoric) && (found.Count == 0 || (before = LastViolence()) is null)) return;
        _parties.KeepsPlaces = frame.Kind is not (EventKind.Assault or EventKind.Coerce or EventKind.Threaten or EventKind.Mobilize or EventKind.Protest);
        _parties.KeepsRows = isViolent;
        if (isViolent) FindTargets(frame, clause, found, done);
        else _recipientFinder!.Find(frame, clause, done);
        _parties.KeepsPlaces = _parties.KeepsRows = false;
        if (frame.Has(ActTraits.Content) && document.Language is "fr") KeepAble(done);
        Disjoin(found, done, frame.Has(ActTraits.Reciprocal));
        var isMutual = MakeReciprocal(frame, clause, found, done);
        var instruments = InstrumentFinder.Find(tree, lexicon, clause);
        if (found.Count == 0 && done.Count == 0 && !frame.Has(ActTraits.Happening) && (!isViolent || instruments.Count == 0)) return;
        if (found.Count == 0 && clause.Subject >= 0 && !clause.IsPassive && frame.Word == ActWord.Verb && frame.NamesSubject && !IsDeed(clause.Subject)) return;
        var hasActor = found.Count > 0 && !(isViolent && found.Heads.TrueForAll(IsOpen));
        if (isViolent && document.Language is not "fr") DropOpen(found, done);
        List<Party> actors = [.. found.Parties], recipients = [.. done.Parties];

        var telling = FactualityReader.Read(tree, lexicon, clause.Predicate, clause.LightVerb);
        if (telling is { Effect: ActCueEffect.Plan or ActCueEffect.Pledge, Holder: >= 0 } && clause.Subject >= 0 && tree.HeadOf(clause.Subject) == telling.Holder && tree.RelationOf(clause.Subject) is Relation.Obj or Relation.Iobj)
        {
            // “Kenya wants Uganda to release …”: Uganda plans nothing.
            telling = new Telling(telling.Value with { Standing = Standing.Demanded, Certainty = Certainty.Unknown }, telling.Holder, false, ActCueEffect.Demand);
        }

        var (mode, cameo) = before is not null ? (before.Mode, before.Cameo) : frame.Kind is EventKind.Assault
            ? InstrumentFinder.Refine(tree, lexicon, clause, instruments, frame.Mode, frame.Cameo)
            : (frame.Mode, frame.Cameo);
        if (frame.Has(ActTraits.Content)) (mode, cameo) = ContentOf(frame, clause, mode, cameo);
        if (frame.Has(ActTraits.Coded)) (mode, cameo) = (frame.Mode, frame.Cameo);
        var shift = KindShift.Of(frame, mode, cameo, telling);
        if (shift.Kind is EventKind.Protest && shift.Factuality.Standing == Standing.Planned && telling.Effect is null && !telling.IsFuture)
            shift = shift with { Factuality = telling.Value with { Standing = Standing.Occurred, Certainty = Certainty.Certain } };

        var place = PlaceScope.Find(tree, clause, shift.Kind, shift.Cameo, _mentions!, PlaceScope.Opens(document, _dateline, tree.Sentence.Span) ? _dateline : null);
        var factuality = shift.Factuality;
        if (attributed is { Actor: >= 0, IsAlleged: true } && factuality.Certainty == Certainty.Certain) factuality = factuality with { Certainty = Certainty.Probable };
        var trigger = TriggerOf(frame, clause);
        if (frame.Has(ActTraits.Coded)) _coded.Add(trigger);
        var isPresupposed = clause.LightVerb < 0 && attributed.Actor < 0 && IsPresupposed(clause.Predicate, frame.Word == ActWord.Verb);
        var features = new RecordFeatures
        {
            Frame = frame,
            Factuality = factuality,
            HasActor = hasActor,
            HasRecipient = recipients.Count > 0 || isMutual,
            IsActorNamed = found.Heads.Exists(_parties.IsNamed) || actors.Exists(HasCountry),
            IsRecipientNamed = done.Heads.Exists(_parties.IsNamed) || recipients.Exists(HasCountry),
            IsActorCoded = actors.Exists(party => party.Code is not null),
            IsRecipientCoded = recipients.Exists(party => party.Code is not null),
            ActorRoute = clause.LightVerb >= 0 && found.Route == PartyRoute.Beside ? PartyRoute.Inherited : found.Route,
            RecipientRoute = done.Route,
            IsLinked = found.IsLinked || done.IsLinked,
            ActorDistance = Distance(found.Heads, clause.Predicate),
            RecipientDistance = Distance(done.Heads, clause.Predicate),
            RivalFrames = RivalsOf(frame, clause),
            SentenceLength = tree.Sentence.Count,
            IsLead = isLead,
            HasPlace = place is not null,
            HasInstrument = isViolent && instruments.Count > 0,
            IsRecipientSpecific = isViolent && done.Heads.Exists(IsSpecific),
            IsLight = clause.LightVerb >= 0 || (attributed.Actor >= 0 && found.Heads.Contains(attributed.Actor)),
            IsLoose = isViolent && IsLoose(clause.Predicate, factuality),
            IsPassive = clause.IsPassive,
            IsSubjectInherited = clause.IsSubjectInherited,
            IsActorPronoun = actors.Count > 0 && found.Heads.TrueForAll(head => tree.PosOf(head) == UniversalPos.Pron),
            IsContentUnknown = frame.Has(ActTraits.Content) && frame.Kind is EventKind.Request && ContentFrame(clause) is null,
            IsKept = shift.Kind == frame.Kind && !IsInquiryUnderWay(frame, telling),
            IsAlleged = telling.Effect == ActCueEffect.Allege,
            IsPresupposed = isPresupposed && frame.Word != ActWord.Verb,
            IsDescription = IsDescription(frame, clause) || IsSum(clause) || (isPresupposed && frame.Word == ActWord.Verb),
            IsPrivate = frame.Cameo is not "115" && !frame.Contexts.Contains("asylum") && PrivateMatter.Is(tree, lexicon, _mentions!, shift.Kind, shift.Mode, found, done),
            IsHabit = IsHabit(frame, clause),
            IsDenied = factuality.Standing == Standing.Denied,
            ForeignWords = foreign,
            Chance = ChanceOf(clause),
        };
        var score = EventScorer.Score(features);
        if (shift.Kind is EventKind.Agree or EventKind.Request || shift.Mode is "resign") DropThings(done, recipients, shift.Mode is "resign");
        if (isViolent) GroupBehind.Add(document, actors);
        // A firm releases a telephone; nobody was held.
        if (shift.Cameo == "0841" && recipients.Count > 0 && recipients.TrueForAll(IsNoCaptive)) return;

        // Somebody may leave a council; members of a bloc are states and bodies.
        if (shift is { Kind: EventKind.Sanction, Mode: "withdraw" } && actors.Count > 0 && actors.TrueForAll(party => party is { Code: null, Entity: >= 0 } && document.Entities[party.Entity].Kind is MentionKind.Person)) return;
        // Towns are captured, persons arrested; power is taken from them.
        if (shift is { Kind: EventKind.Coerce, Mode: "seize" } && !frame.Contexts.Contains("political_institutions") && recipients.Count > 0 && clause.Predicate >= 0 && tree.LemmaOf(clause.Predicate) is "capture" or "seize"
            && recipients.TrueForAll(party => party.Entity >= 0 && document.Entities[party.Entity].Kind is MentionKind.Person))
            shift = shift with { Mode = "arrest", Cameo = "173" };
        _events.Add(new EventMention
        {
            Id = string.Create(null, $"e{_events.Count + 1}"),
            Kind = shift.Kind,
            Mode = shift.Mode,
            Contexts = frame.Contexts,
            Cameo = shift.Cameo,
            Trigger = trigger,
            Actors = actors,
            Recipients = recipients,
            Place = place,
            Time = TimeOf(clause, isLead, factuality),
            Instruments = instruments,
            Quantities = QuantitiesOf(trigger, actors, recipients, clause),
            Factuality = factuality,
            Attribution = AttributionScope.Of(attributions, trigger),
            Evidence = EvidenceOf(trigger, actors, recipients, place, instruments),
            Score = score,
            IsReciprocal = isMutual,
            Features = features,
            IsShown = score >= EventScorer.Threshold && IsLicensed(frame, actors, recipients, place, isViolent ? instruments.Count : 0),
        });
    }

    private bool IsNoCaptive(Party party) => party is { Code: null, Entity: >= 0 } && document.Entities[party.Entity].Kind is MentionKind.Other or MentionKind.Organisation;

    // What is told as done was done before it was told: a later time is the time of what was promised or asked.
    private EventTime? TimeOf(Clause clause, bool isLead, Factuality factuality)
    {
        var time = TimeScope.Find(_tree!, clause, isLead, factuality.IsAsserted);
        if (time?.Bounds?.First is not { } first || document.Time is not { } published || factuality is not { Standing: Standing.Occurred or Standing.Ongoing, IsNegative: false }) return time;
        if (factuality.Standing == Standing.Occurred && first > published.Date) return null;
        // “since June”: as far as the text can tell, until it was written.
        return time.Bounds is { Last: null } && first <= published.Date ? time with { Bounds = new TimeBounds(first, published.Date) } : time;
    }

    // A noun is as likely as the verb that carries it; by itself it says nothing of it. Headlines have a grammar that the judged text has not.
    private double ChanceOf(Clause clause)
    {
        var verb = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        return happening is not null && _tree!.IsVerb(verb) && VerbClause.IsFullSentence(_tree) ? happening.ChanceOf(_tree, lexicon, verb) : double.NaN;
    }

    private bool HasCountry(Party party) =>
        party.Entity >= 0 && party.Entity < document.Entities.Count ? document.Entities[party.Entity].Country is not null || document.Entities[party.Entity].IsKnown : party.Code is { Length: > 3 };

    private static int Distance(List<int> heads, int predicate)
    {
        var nearest = 0;
        foreach (var head in heads)
        {
            var distance = Math.Abs(head - predicate);
            if (nearest == 0 || distance < nearest) nearest = distance;
        }

        return nearest;
    }

    // How many other readings the lexicon has for the word: the more, the easier it is to be wrong.
    private int RivalsOf(ActFrame frame, Clause clause)
    {
        if (lexicon.EntryOf(_tree!.LemmaOf(clause.Predicate)) is not { } entry) return 0;
        var rivals = 0;
        foreach (var other in entry.FramesOf(frame.Word))
        {
            if (other.Kind != frame.Kind) rivals++;
        }

        return rivals;
    }

    // “condemned the attack”, “called for talks”: the sentence tells of the condemning; what it is about is known or wanted.
    private bool IsPresupposed(int act, bool isVerb)
    {
        var verb = act;
        if (isVerb)
        {
            // “praised the decision to withdraw”
            if (_tree!.RelationOf(act) != Relation.Acl || _tree.HeadOf(act) is not (>= 0 and var noun) || lexicon.CueOf(_tree.LemmaOf(noun)) is null) return false;
            verb = noun;
        }

        for (var depth = 0; depth < 4 && verb >= 0 && !_tree!.IsVerb(verb); depth++) verb = _tree.HeadOf(verb);
        if (verb < 0 || lexicon.EntryOf(_tree!.LemmaOf(verb)) is not { } entry) return false;
        foreach (var frame in entry.FramesOf(ActWord.Verb))
        {
            if (frame.Kind is EventKind.Accuse or EventKind.Support or EventKind.Reject or EventKind.Request or EventKind.Agree or EventKind.Concede or EventKind.Threaten) return true;
        }

        return false;
    }

    // “will investigate the crash”, “sent a team to investigate”: the inquiry has begun with the words.
    private bool IsInquiryUnderWay(ActFrame frame, Telling telling) =>
        frame.Mode is "investigate" && (telling.IsFuture || (telling.Holder >= 0 && _tree!.LemmaOf(telling.Holder) is "send" or "dispatch" or "deploy"));

    // “soldiers backed by Russia”, “a group funded from abroad”: who they are, not what happened.
    private bool IsDescription(ActFrame frame, Clause clause) =>
        (frame.Contexts.Contains("asylum") && _tree!.RelationOf(clause.Predicate) == Relation.Acl) ||
        frame.Word == ActWord.Verb && (clause.IsPassive || (frame.Kind is EventKind.Support && _tree!.RelationOf(clause.Predicate) == Relation.Acl)) && frame.Kind is EventKind.Support or EventKind.Aid or EventKind.Cooperate && _tree!.RelationOf(clause.Predicate).WithoutSubtype() is Relation.Acl or Relation.Advcl && _tree.ExactChild(clause.Predicate, Relation.AuxPass) < 0;

    // “imports beer from Belgium”, “members often complained”: what is done again and again is no one happening. Of deeds the plain
    // present tells a habit; of words it tells what is said now.
    private bool IsHabit(ActFrame frame, Clause clause)
    {
        var verb = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        if (!_tree!.IsVerb(verb)) return false;
        foreach (var child in _tree.ChildrenOf(verb))
        {
            if (_tree.RelationOf(child).WithoutSubtype() == Relation.Advmod
                && _tree.LemmaOf(child) is "sometimes" or "often" or "usually" or "always" or "regularly" or "frequently" or "routinely" or "occasionally" or "normally" or "commonly" or "typically" or "generally") return true;
        }

        return frame.Kind is EventKind.Cooperate or EventKind.Aid && !clause.IsPassive && _tokens.Xpos[verb] is "VBZ" or "VBP" && _tree.Child(verb, Relation.Aux) < 0
            && _tree.RelationOf(verb) != Relation.Root && VerbClause.IsFullSentence(_tree);
    }

    // “resigned from her post”, “demanded that the remark be withdrawn”: nobody is named there.
    private void DropThings(FoundParties found, List<Party> recipients, bool needsSomebody)
    {
        for (var i = recipients.Count - 1; i >= 0; i--)
        {
            var party = recipients[i];
            if (party.Code is not null || party.Entity >= 0 || recipients.Count != found.Count) continue;
            var head = found.Heads[i];
            if (needsSomebody ? !_parties!.IsKnown(head) && _tree!.IsNominal(head) : _tree!.IsVerb(head))
            {
                recipients.RemoveAt(i);
                found.RemoveAt(i);
            }
        }
    }

    // “The country has had five coups”: a sum of happenings is none of them.
    private bool IsSum(Clause clause) => clause.LightVerb >= 0 && _tree!.LemmaOf(clause.LightVerb) is "have" or "avoir" && _tree.Child(clause.Predicate, Relation.Nummod) >= 0;

    private (string? Mode, string Cameo) ContentOf(ActFrame frame, Clause clause, string? mode, string cameo)
    {
        if (ContentFrame(clause) is not { } inner) return (mode, cameo);
        var (found, code) = ContentCodes.Of(frame.Kind!.Value, inner);
        return code.Length > 2 && code[2] != '0' ? (found ?? mode, code) : (mode, cameo);
    }

    private static bool IsLicensed(ActFrame frame, List<Party> actors, List<Party> recipients, PlaceMention? place, int weapons) =>
        actors.Count > 0 || recipients.Count > 0 || weapons > 0 || (frame.Has(ActTraits.Happening) && place is not null);

    // “An air strike by the coalition killed …”, “a Russian missile hit …”: whoever stands behind the deed or the weapon.
    private void BehindTheDeed(int subject, FoundParties found)
    {
        if (!IsDeed(subject)) return;
        _parties!.FindActing(NounClause.Read(_tree!, lexicon, subject), Behind, found);
        if (found.Count > 0) found.Route = PartyRoute.Behind;
    }

    private bool IsDeed(int token)
    {
        if (InstrumentFinder.IsWeapon(lexicon, _tree!, token)) return true;
        if (lexicon.EntryOf(_tree!.LemmaOf(token)) is not { } entry) return false;
        foreach (var frame in entry.FramesOf(ActWord.Noun))
        {
            if (frame.Kind is EventKind.Assault or EventKind.Protest or EventKind.Coerce) return true;
        }

        return false;
    }

    // A building, a vehicle, somebody by name: not “five people”, who may be any count of an earlier telling.
    private bool IsSpecific(int head) =>
        _mentions!.At(head) is { } mention && (mention.Kind is MentionKind.Facility or MentionKind.Other ? mention.Level != MentionLevel.Pronoun : mention is { Level: MentionLevel.Name, Kind: MentionKind.Person or MentionKind.Organisation });

    // What a bomb goes off in is a place, not the one it was meant for; and no weapon is done to.
    // “un appel au boycott” is made to nobody.
    private void KeepAble(FoundParties recipients)
    {
        for (var i = recipients.Count - 1; i >= 0; i--)
        {
            if (!_parties!.CanAct(recipients.Heads[i]) && _tree!.PosOf(recipients.Heads[i]) != UniversalPos.Pron) recipients.RemoveAt(i);
        }
    }

    private void KeepTargets(ActFrame frame, Clause clause, FoundParties recipients)
    {
        for (var i = recipients.Count - 1; i >= 0; i--)
        {
            // “seized the gold mine”: what is taken may be what in another hand would be a weapon.
            var isTaken = frame.Kind is EventKind.Coerce && lexicon.Class("territory").Contains(_tree!.LemmaOf(recipients.Heads[i]));
            var isWeapon = !isTaken && (InstrumentFinder.IsWeapon(lexicon, _tree!, recipients.Heads[i]) && _mentions!.At(recipients.Heads[i]) is null or { Kind: MentionKind.Other } || IsDeed(recipients.Heads[i]));
            var isLocal = recipients.Heads[i] != clause.Object && _tree!.PrepositionOf(recipients.Heads[i]) is "in" or "at" or "near" or "outside" or "inside" or "around" or "of" or "à" or "dans" or "en" or "près de"
                && ((_mentions!.PlaceAt(recipients.Heads[i]) is { IsMetonymic: false }) || _mentions.At(recipients.Heads[i]) is { Kind: MentionKind.Place });
            if (isWeapon || isLocal || IsThing(recipients.Heads[i])) recipients.RemoveAt(i);
        }
    }

    private void AddMembers(Clause clause, FoundParties recipients)
    {
        for (var i = recipients.Count - 1; i >= 0; i--)
        {
            foreach (var member in NamedMembers.Of(_tree!, _mentions!, recipients.Heads[i]))
            {
                _parties!.FindAny(new Clause { Predicate = clause.Predicate, Object = member }, Objects, _members, takesDeeds: false);
                for (var m = 0; m < _members.Count; m++)
                {
                    if (recipients.Parties.Exists(other => other.Span.Overlaps(_members.Parties[m].Span))) continue;
                    recipients.Add(_members.Parties[m], member);
                    break;
                }
            }
        }
    }

    // Where an act of violence happened is not the one it was meant for.
    private void FindTargets(ActFrame frame, Clause clause, FoundParties actors, FoundParties recipients)
    {
        List<(string Preposition, int Token)>? all = clause.Obliques.Exists(oblique => IsWhere(oblique.Preposition, oblique.Token)) ? [.. clause.Obliques] : null;
        if (all is not null) clause.Obliques.RemoveAll(oblique => IsWhere(oblique.Preposition, oblique.Token));
        _recipientFinder!.Find(frame, clause, recipients);
        if (all is not null)
        {
            clause.Obliques.Clear();
            clause.Obliques.AddRange(all);
        }

        recipients.Sort();
        KeepTargets(frame, clause, recipients);
        AddMembers(clause, recipients);
        NamedInside.Link(document, recipients.Parties);
        NamedInside.Link(document, actors.Parties);
    }

    // “exploded in Medellin at a bank”: the town is where, the bank is what. Nor is an hour anybody.
    private bool IsWhere(string preposition, int token) =>
        preposition is "in" or "at" or "near" or "outside" or "inside" or "around" or "on" or "of"
        && (_tree!.PosOf(token) == UniversalPos.Num || _mentions!.PlaceAt(token) is { IsMetonymic: false } || (preposition is not ("on" or "of") && _mentions.At(token) is { Kind: MentionKind.Place }));

    // Positions, documents, supplies: what is attacked or taken, but nobody, nor anything that stands or moves by itself.
    private bool IsThing(int head)
    {
        if (!document.Has(Layers.Entities) || _mentions!.At(head) is not null || _mentions.NameAround(head) is not null || _parties!.CanAct(head) || _tree!.PosOf(head) != UniversalPos.Noun) return false;
        if (lexicon.Class("territory").Contains(_tree.LemmaOf(head)) || lexicon.Class("target").Contains(_tree.LemmaOf(head)) || lexicon.Class("property").Contains(_tree.LemmaOf(head))) return false;

        // “Afghan army trainees”, “the last bastion of the group”: somebody's are somebody or something all the same.
        var (first, last) = NounPhrase.RowsOf(_tree, head);
        foreach (var mention in _mentions.Within(first, last + 1))
        {
            if (mention.Level == MentionLevel.Name && _tree.IsUnder(mention.Head, head) && mention.Kind is MentionKind.Group or MentionKind.Organisation or MentionKind.Nationality && mention.Head < head) return false;
        }

        return true;
    }

    // Somebody who is not told: “we”, “they”, where nobody before fits.
    private bool IsOpen(int head) => _tree!.PosOf(head) == UniversalPos.Pron && _mentions!.At(head) is not { Entity: >= 0 };

    // “we killed three”: who they are is not in the text, so no field names them. French pronouns are not led back to names at all, and stay.
    private void DropOpen(FoundParties actors, FoundParties recipients)
    {
        foreach (var side in (ReadOnlySpan<FoundParties>)[actors, recipients])
        {
            for (var i = side.Count - 1; i >= 0; i--)
            {
                if (side.Parties[i].Entity < 0 && IsOpen(side.Heads[i])) side.RemoveAt(i);
            }
        }
    }

    // “by killing peasants”, “are attacking villages”: a habit as often as one act.
    private bool IsLoose(int predicate, Factuality factuality)
    {
        // “are attacking” may be a habit; “is being attacked” is told of now.
        if (factuality.Standing == Standing.Ongoing) return _tree!.ExactChild(predicate, Relation.AuxPass) < 0;
        if (_tokens.Xpos[predicate] is not "VBG") return false;
        var mark = _tree!.Child(predicate, Relation.Mark);
        if (mark < 0) mark = _tree.Child(predicate, Relation.Case);
        return mark >= 0 && mark < predicate && _tree.PosOf(mark) is UniversalPos.Adp or UniversalPos.Sconj;
    }

    // What “the attack” or “the crime” takes up: the last act of violence told as a fact.
    private EventMention? LastViolence()
    {
        for (var i = _events.Count - 1; i >= 0; i--)
        {
            if (_events[i] is { Kind: EventKind.Assault, Factuality: { IsNegative: false, Standing: Standing.Occurred } } told) return told;
        }

        return null;
    }

    // Nobody does it to himself, in the same words or under another name.
    private static void Disjoin(FoundParties actors, FoundParties recipients, bool isMutual)
    {
        for (var i = recipients.Count - 1; i >= 0; i--)
        {
            var party = recipients.Parties[i];
            if (actors.Parties.Exists(actor => actor.Span.Overlaps(party.Span) || (!isMutual && actor.Entity >= 0 && actor.Entity == party.Entity))) recipients.RemoveAt(i);

            // “the foreign minister met the minister of …”: whoever took both for one was wrong.
            else if (isMutual && party.Entity >= 0 && actors.Parties.Exists(actor => actor.Entity == party.Entity)) recipients.Parties[i] = party with { Entity = -1, Code = null };
        }
    }

    // “failed to reach a deal”, “are upgrading their ties”: several who say nothing of others mean each other.
    private bool IsBetweenThem(Clause clause)
    {
        var thing = clause.Object >= 0 ? clause.Object : clause.Content >= 0 ? _tree!.Child(clause.Content, Relation.Obj) : clause.LightVerb >= 0 ? clause.Predicate : -1;
        return thing >= 0 && (lexicon.Class("agreement").Contains(_tree!.LemmaOf(thing)) || lexicon.Class("tie").Contains(_tree.LemmaOf(thing)));
    }

    private bool IsTopic(int head) => _tree!.PrepositionOf(head) is "on" or "about" or "over" or "in" or "regarding" or "concerning" or "sur";

    /// <summary>Makes all parties of what is done together its actors; false for what one does to another.</summary>
    private bool MakeReciprocal(ActFrame frame, Clause clause, FoundParties actors, FoundParties recipients)
    {
        // “Kuwait and its allies agreed to …”: without anybody else they agree with each other.
        if (!frame.Has(ActTraits.Reciprocal))
        {
            if (actors.Count < 2) return false;

            // “Kenya and Oman agreed to share data on piracy in Yemen”: they agree with each other on what concerns a third.
            if (recipients.Count > 0 && frame.Kind is EventKind.Agree && recipients.Route == PartyRoute.Content && recipients.Heads.TrueForAll(IsTopic)) recipients.Clear();
            if (recipients.Count > 0) return false;

            // “the army and the rebels broke the truce”: it was theirs.
            if (frame.Kind is EventKind.Assault) return clause.Object >= 0 && (lexicon.Class("ceasefire").Contains(_tree!.LemmaOf(clause.Object)) || lexicon.Class("agreement").Contains(_tree.LemmaOf(clause.Object)));
            if (frame.Kind is EventKind.Reject or EventKind.Support) return IsBetweenThem(clause);
            return frame.Kind is EventKind.Cooperate or EventKind.Consult
                || (frame.Kind is EventKind.Agree && ContentFrame(clause) is not { Kind: not (EventKind.Cooperate or EventKind.Consult or EventKind.Support), Mode: not "ceasefire" });
        }

        // Only those who can act take part: “met in May”, “signed a treaty on fish”.
        for (var i = 0; i < recipients.Count; i++)
        {
            if (_parties!.CanAct(recipients.Heads[i])) actors.Add(recipients.Parties[i], recipients.Heads[i]);
        }

        if (actors.Count > 0 && actors.Route == PartyRoute.None) actors.Route = recipients.Route;
        actors.IsLinked |= recipients.IsLinked;
        recipients.Clear();
        actors.Sort();
        return actors.Count > 1 || actors.Parties.Exists(party => party.Code is { } code && code.Contains(';'));
    }

    private TextSpan TriggerOf(ActFrame frame, Clause clause)
    {
        int first = clause.Predicate, last = clause.Predicate;
        if (clause.LightVerb >= 0 && Math.Abs(clause.LightVerb - clause.Predicate) <= 6) Take(clause.LightVerb);
        if (frame.Before.Length > 0) Take(Math.Max(_tree!.Sentence.First, clause.Predicate - frame.Before.Length));
        if (frame.Particle is not null)
        {
            foreach (var child in _tree!.ChildrenOf(clause.Predicate))
            {
                if (_tree.LemmaOf(child) == frame.Particle && child > clause.Predicate && child - clause.Predicate <= 3) Take(child);
                if (frame.Particle is VerbClause.Reflexive && _tree.Has(child, Morphology.Reflexive) && child < clause.Predicate && clause.Predicate - child <= 3) Take(child);
            }
        }

        foreach (var need in frame.Needs)
        {
            if (need.IsForbidden || need.Words is null || need.Slot.Function is ActFunction.Subject) continue;
            var filler = FrameMatcher.Fill(_tree!, clause, need.Slot);
            if (filler > clause.Predicate && filler - clause.Predicate <= 6 && need.Words.Contains(_tree!.LemmaOf(filler))) Take(filler);
        }

        return _tokens.SpanOf(first, last);

        void Take(int token)
        {
            first = Math.Min(first, token);
            last = Math.Max(last, token);
        }
    }

    private List<Quantity> QuantitiesOf(TextSpan trigger, List<Party> actors, List<Party> recipients, Clause clause)
    {
        if (quantities.Count == 0) return [];
        var found = new List<Quantity>();
        var sentence = _tree!.Sentence.Span;
        var thing = clause.Object >= 0 ? NounPhrase.SpanOf(_tree, clause.Object) : trigger;
        foreach (var quantity in quantities)
        {
            if (quantity.Span.Start >= sentence.End) break;
            if (quantity.Span.Start < sentence.Start) continue;
            if (thing.Overlaps(quantity.Span) || recipients.Exists(party => party.Span.Overlaps(quantity.Span)) || actors.Exists(party => party.Span.Overlaps(quantity.Span)) || HangsOn(clause, quantity.Span))
                found.Add(quantity);
        }

        return found;
    }

    private bool HangsOn(Clause clause, TextSpan span)
    {
        foreach (var (_, token) in clause.Obliques)
        {
            if (NounPhrase.SpanOf(_tree!, token).Overlaps(span)) return true;
        }

        return false;
    }

    private static TextSpan EvidenceOf(TextSpan trigger, List<Party> actors, List<Party> recipients, PlaceMention? place, List<TextSpan> instruments)
    {
        var all = trigger;
        foreach (var party in actors) all = TextSpan.Union(all, party.Span);
        foreach (var party in recipients) all = TextSpan.Union(all, party.Span);
        foreach (var span in instruments) all = TextSpan.Union(all, span);
        return all;
    }

    // What is foretold has not happened, whatever else its words look like.
    private void MarkForetold(Foretelling foretelling)
    {
        if (foretelling.Event < 0) return;
        var told = _events[foretelling.Event];
        if (!told.Factuality.IsAsserted || _coded.Contains(told.Trigger)) return;
        _events[foretelling.Event] = told with
        {
            Factuality = new Factuality(Certainty.Probable, false, Standing.Predicted),
            Time = null,
            Score = told.Score / 2,
            IsShown = false,
        };
    }

    private void SortFrom(int first)
    {
        _events.Sort(first, _events.Count - first, Comparer<EventMention>.Create((one, other) => one.Trigger.CompareTo(other.Trigger)));
        for (var i = first; i < _events.Count; i++)
            _events[i] = _events[i] with { Id = string.Create(null, $"e{i + 1}") };
    }
}
