using System.Collections.Frozen;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>
/// The words that tell of acts in one language, with their frames, and the words that say how sure an act is.
/// </summary>
/// <remarks>
/// Read from <c>lexicons/LANGUAGE/acts.tsv</c>: rows of kind verb, noun and adj are frames; light is a verb that lends its subject to
/// the noun it governs (“carry out an attack”); cue changes factuality; class names a list of words that needs can refer to as
/// <c>@name</c>; replace, in a table laid over others, drops their frames; form gives the irregular forms of a verb; language names the language whose inflection leads unknown forms back to known
/// words. A row with a fault is left out with a diagnostic. Immutable after reading, safe for any number of threads.
/// </remarks>
public sealed class ActLexicon
{
    private static readonly string[] RequiredColumns =
        ["predicate", "pos", "needs", "actor", "recipient", "event", "mode", "contexts", "cameo", "flags"];

    private readonly FrozenDictionary<string, ActEntry> _entries;
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;

    private ActLexicon(
        FrozenDictionary<string, ActEntry> entries,
        FrozenDictionary<string, FrozenSet<string>> classes,
        List<ActFrame> frames,
        Dictionary<string, string> irregular,
        List<Diagnostic> diagnostics,
        IReadOnlyList<string> inflected)
    {
        _entries = entries;
        _classes = classes;
        Frames = frames;
        Diagnostics = diagnostics;
        Forms = new KnownForms(entries.Keys.Concat(classes.Values.SelectMany(words => words)).Concat(frames.SelectMany(NeededWords)), irregular, inflected);
    }

    /// <summary>A lexicon without words.</summary>
    public static ActLexicon Empty { get; } = Read(new StringReader(string.Join('\t', RequiredColumns)), string.Empty);

    /// <summary>All frames, in file order.</summary>
    public IReadOnlyList<ActFrame> Frames { get; }

    /// <summary>What was wrong with the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a lexicon.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="path">Name of the file, for diagnostics.</param>
    public static ActLexicon Read(TextReader reader, string path)
    {
        return Read([LexiconTable.Read(reader, path)]);
    }

    /// <summary>Reads a lexicon with others laid over it.</summary>
    /// <param name="tables">
    /// The tables, those of a user last: his frames of a word are tried before the others, and a row of kind replace leaves his frames only.
    /// </param>
    public static ActLexicon Read(IReadOnlyList<LexiconTable> tables) => new ActLexiconReader(tables).Read();

    /// <summary>Everything that is wrong with a lexicon of acts, with line numbers.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="path">Name of the file, for diagnostics.</param>
    public static IReadOnlyList<Diagnostic> Check(TextReader reader, string path) => Read(reader, path).Diagnostics;

    /// <summary>Every word of the lexicon, and how to come to it from an inflected form.</summary>
    internal KnownForms Forms { get; }

    internal ActEntry? EntryOf(string lemma) => _entries.GetValueOrDefault(lemma);

    internal ActCue? CueOf(string? lemma) => lemma is not null && _entries.TryGetValue(lemma, out var entry) ? entry.Cue : null;

    /// <summary>The words of a class; none when the lexicon does not define it.</summary>
    internal FrozenSet<string> Class(string name) => _classes.GetValueOrDefault(name, FrozenSet<string>.Empty);

    private static IEnumerable<string> NeededWords(ActFrame frame) => frame.Needs.SelectMany(need => need.Sequence?.Words ?? need.Words ?? Enumerable.Empty<string>());

    private sealed class ActLexiconReader(IReadOnlyList<LexiconTable> tables)
    {
        private readonly List<Diagnostic> _diagnostics = [.. tables.SelectMany(table => table.Diagnostics)];
        private readonly Dictionary<string, FrozenSet<string>> _classes = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ActEntryBuilder> _entries = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
        private readonly List<ActFrame> _frames = [];
        private readonly Dictionary<string, string> _irregular = new(StringComparer.Ordinal);
        private bool _inflects;
        private int _layer;

        public ActLexicon Read()
        {
            foreach (var table in tables)
            {
                ReadTable(table);
                _layer++;
            }

            return new ActLexicon(
                _entries.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Build(), StringComparer.Ordinal),
                _classes.ToFrozenDictionary(StringComparer.Ordinal),
                _frames,
                _irregular,
                _diagnostics,
                _inflects ? [.. _entries.Where(pair => pair.Value.IsVerb && (pair.Key.EndsWith('r') || pair.Key.EndsWith("re", StringComparison.Ordinal))).Select(pair => pair.Key)] : []);
        }

        private void ReadTable(LexiconTable table)
        {
            _lines.Clear();
            foreach (var column in RequiredColumns)
            {
                if (!table.HasColumn(column)) _diagnostics.Add(ActMessages.NoColumn(table.Path, column));
            }

            foreach (var row in table.Rows)
            {
                switch (row["pos"])
                {
                    case "class": ReadClass(row); break;
                    case "cue": ReadCue(row); break;
                    case "form": ReadForms(row); break;
                    case "light": EntryFor(row["predicate"].Split(' ')[0]).Light.Add(row["predicate"]); break;
                    case "replace": Replace(); break;
                    case "language": _inflects = row["predicate"] is "fr"; break;
                    case "verb": ReadFrame(row, ActWord.Verb); break;
                    case "noun": ReadFrame(row, ActWord.Noun); break;
                    case "adj": ReadFrame(row, ActWord.Adjective); break;
                    default: _diagnostics.Add(ActMessages.UnknownPos(row, row["pos"])); break;
                }
            }
        }

        private ActEntryBuilder EntryFor(string lemma)
        {
            if (!_entries.TryGetValue(lemma, out var entry)) _entries.Add(lemma, entry = new ActEntryBuilder());
            return entry;
        }

        private void ReadClass(LexiconRow row)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var word in row.List("needs"))
            {
                if (word[0] != '@') words.Add(word);
                else if (_classes.TryGetValue(word[1..], out var inner)) words.UnionWith(inner);
                else _diagnostics.Add(ActMessages.UnknownClass(row, word[1..]));
            }

            // A class may be told in several rows.
            if (_classes.TryGetValue(row["predicate"], out var before)) words.UnionWith(before);
            _classes[row["predicate"]] = words.ToFrozenSet(StringComparer.Ordinal);
        }

        private void Replace()
        {
            _frames.Clear();
            foreach (var entry in _entries.Values) entry.Clear();
        }

        private void ReadForms(LexiconRow row)
        {
            foreach (var form in row.List("needs")) _irregular[form] = row["predicate"];
        }

        private void ReadCue(LexiconRow row)
        {
            ActCueEffect? effect = null;
            var keepsSubject = false;
            foreach (var flag in row.List("flags"))
            {
                if (flag == "subject") keepsSubject = true;
                else if (Enum.TryParse<ActCueEffect>(flag, ignoreCase: true, out var read) && !char.IsAsciiDigit(flag[0])) effect = read;
                else _diagnostics.Add(ActMessages.UnknownFlag(row, flag));
            }

            if (effect is null) return;
            foreach (var lemma in row.List("predicate"))
                EntryFor(lemma).Cue = new ActCue(lemma, effect.Value, keepsSubject);
        }

        private void ReadFrame(LexiconRow row, ActWord word)
        {
            var faults = _diagnostics.Count;
            EventKind? kind = null;
            if (row["event"] is not "-")
            {
                if (EventKindNames.TryParse(row["event"], out var read)) kind = read;
                else _diagnostics.Add(ActMessages.UnknownEvent(row, row["event"]));
            }

            var mode = row["mode"];
            if (mode.Length > 0 && kind is { } known && !PloverNames.HasMode(known, mode))
                _diagnostics.Add(ActMessages.UnknownMode(row, mode, known.ToPlover()));
            var contexts = row.List("contexts");
            foreach (var context in contexts)
            {
                if (!PloverNames.HasContext(context)) _diagnostics.Add(ActMessages.UnknownContext(row, context));
            }

            var cameo = row["cameo"];
            var traits = ActTraits.None;
            foreach (var flag in row.List("flags"))
            {
                if (Enum.TryParse<ActTraits>(flag, ignoreCase: true, out var trait) && !char.IsAsciiDigit(flag[0])) traits |= trait;
                else _diagnostics.Add(ActMessages.UnknownFlag(row, flag));
            }

            if (kind is not null && !PloverNames.IsCameo(cameo) && !((traits & ActTraits.Coded) != ActTraits.None && PloverNames.IsForeignCode(cameo)))
                _diagnostics.Add(ActMessages.UnknownCode(row, cameo));
            var needs = ReadNeeds(row);
            var predicate = row["predicate"];
            var key = $"{predicate}\t{row["pos"]}\t{row["needs"]}";
            if (!_lines.TryAdd(key, row.Line)) _diagnostics.Add(ActMessages.FrameTwice(row, _lines[key]));
            var words = WordsOf(predicate, word);
            if (word == ActWord.Verb && words.Length > 3) _diagnostics.Add(ActMessages.TooManyWords(row, predicate));
            if (_diagnostics.Count > faults) return;

            // “take into custody”: preposition and noun are a need.
            if (word == ActWord.Verb && words.Length == 3)
                needs = [.. needs, new ActNeed(ActSlot.Parse(words[1]), FrozenSet.ToFrozenSet([words[2]], StringComparer.Ordinal), AllowsName: false, IsForbidden: false)];
            var frame = new ActFrame(predicate, word)
            {
                Kind = kind,
                Mode = mode.Length > 0 ? mode : null,
                Contexts = contexts,
                Cameo = cameo,
                Traits = traits,
                Example = row["example"],
                Layer = _layer,
                Line = row.Line,
                Particle = word == ActWord.Verb && words.Length == 2 ? words[1] : null,
                Before = word == ActWord.Verb ? [] : [.. words[..^1].Reverse()],
                Needs = needs,
                Actors = [.. row.List("actor").Select(ActSlot.Parse)],
                Recipients = [.. row.List("recipient").Select(ActSlot.Parse)],
            };
            _frames.Add(frame);
            EntryFor(word == ActWord.Verb ? words[0] : words[^1]).Add(frame);
        }

        // “se retirer”, “s'emparer”: the reflexive pronoun is to a French verb what its particle is to an English one.
        private static string[] WordsOf(string predicate, ActWord word)
        {
            if (word == ActWord.Verb && predicate.StartsWith("se ", StringComparison.Ordinal)) return [predicate[3..], VerbClause.Reflexive];
            if (word == ActWord.Verb && predicate.StartsWith("s'", StringComparison.Ordinal)) return [predicate[2..], VerbClause.Reflexive];
            return predicate.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        private ActNeed[] ReadNeeds(LexiconRow row)
        {
            var needs = new List<ActNeed>();
            foreach (var part in row["needs"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var forbidden = part[0] == '!';
                var equals = part.IndexOf('=');
                var places = part[(forbidden ? 1 : 0)..(equals < 0 ? part.Length : equals)].Split('|', StringSplitOptions.TrimEntries);
                var slot = ActSlot.Parse(places[0]);
                ActSlot[] others = [.. places.Skip(1).Select(ActSlot.Parse)];
                if (equals < 0)
                {
                    needs.Add(new ActNeed(slot, null, AllowsName: true, forbidden) { Others = others });
                    continue;
                }

                if (slot.Function is ActFunction.WordsBefore or ActFunction.WordsAfter)
                {
                    needs.Add(new ActNeed(slot, null, AllowsName: false, forbidden) { Sequence = WordSequence.Parse(part[(equals + 1)..]) });
                    continue;
                }

                var words = new HashSet<string>(StringComparer.Ordinal);
                var allowsName = false;
                foreach (var word in part[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (word == "#name") allowsName = true;
                    else if (word[0] != '@') words.Add(word);
                    else if (_classes.TryGetValue(word[1..], out var inner)) words.UnionWith(inner);
                    else _diagnostics.Add(ActMessages.UnknownClass(row, word[1..]));
                }

                needs.Add(new ActNeed(slot, words.ToFrozenSet(StringComparer.Ordinal), allowsName, forbidden) { Others = others });
            }

            return [.. needs];
        }
    }

    private sealed class ActEntryBuilder
    {
        private readonly List<ActFrame>[] _frames = [[], [], []];

        public ActCue? Cue { get; set; }

        public List<string> Light { get; } = [];

        public bool IsVerb => _frames[(int)ActWord.Verb].Count > 0 || Cue is not null || Light.Count > 0;

        public void Clear()
        {
            foreach (var frames in _frames) frames.Clear();
        }

        public void Add(ActFrame frame) => _frames[(int)frame.Word].Add(frame);

        public ActEntry Build() => new(
            [.. _frames.Select(list => list.OrderByDescending(frame => frame.Layer).ThenByDescending(frame => frame.Specificity).ToArray())],
            Cue,
            [.. Light.Select(verb => verb.IndexOf(' ') is var space and > 0 ? verb[(space + 1)..] : string.Empty)]);
    }
}

/// <summary>All that a lexicon knows of one lemma.</summary>
/// <param name="frames">Frames by kind of word, the most specific first.</param>
/// <param name="cue">What it does to the factuality of what hangs on it, or null.</param>
/// <param name="lightParticles">Particles with which the verb is light; an empty one for the bare verb.</param>
internal sealed class ActEntry(ActFrame[][] frames, ActCue? cue, string[] lightParticles)
{
    public ActCue? Cue => cue;

    public bool IsLight => lightParticles.Length > 0;

    public bool HasFrames { get; } = Array.Exists(frames, list => list.Length > 0);

    public ActFrame[] FramesOf(ActWord word) => frames[(int)word];

    public bool IsLightWith(string? particle) => Array.IndexOf(lightParticles, particle ?? string.Empty) >= 0;
}
