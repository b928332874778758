using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Text;
using Dateline.Text.Annotators;

namespace Dateline.Learning.Corpora;

/// <summary>Reads names out of corpora that mark them, each in its own way, and cuts them to one measure.</summary>
/// <remarks>
/// The measure is that of newswire corpora: the name alone, without article, title or description. What a corpus marks
/// beyond that is cut off here; what is not certain is left open rather than learned as no name.
/// </remarks>
internal static partial class NameCorpora
{
    /// <summary>The labels of the name finder.</summary>
    internal static readonly string[] Labels =
        ["O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place", "B-nationality", "I-nationality", "B-facility", "I-facility"];

    private const int Person = 1;
    private const int Organisation = 3;
    private const int Place = 5;
    private const int Nationality = 7;
    private const int Facility = 9;
    private const ulong All = 0x7FFUL;
    private const ulong NotPlace = All & ~(0b11UL << Place);

    private static readonly HashSet<string> Titles =
    [
        "president", "vice", "prime", "minister", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "professor", "sir", "lord", "king", "queen",
        "pope", "general", "colonel", "captain", "lieutenant", "major", "sergeant", "secretary", "senator", "judge", "justice", "chief", "ambassador", "envoy",
        "special", "foreign", "defence", "defense", "representative", "high", "director", "chairman", "governor", "mayor", "hon.", "his", "her", "excellency", "he",
    ];

    /// <summary>Documents of GUM with the named among their entities; nationalities are capitalised adjectives.</summary>
    internal static IEnumerable<NamedDocument> OfGum(IEnumerable<ConlluSentence> sentences, NameMeasure measure)
    {
        foreach (var document in sentences.GroupBy(sentence => sentence.Comment("sent_id") is { } id && id.LastIndexOf('-') is > 0 and var at ? id[..at] : string.Empty))
        {
            var all = document.ToArray();
            yield return new NamedDocument(all, [.. all.SelectMany(sentence => LabelsOf(sentence, measure))]);
        }
    }

    private static ulong[] LabelsOf(ConlluSentence sentence, NameMeasure measure)
    {
        var allowed = new ulong[sentence.Words.Count];
        Array.Fill(allowed, 1UL);
        foreach (var (first, last, type) in Entities(sentence).OrderByDescending(entity => entity.Last - entity.First))
        {
            var label = type switch { "person" => Person, "organization" => Organisation, "place" => Place, _ => 0 };
            var head = Enumerable.Range(first, last - first + 1).FirstOrDefault(i => sentence.Words[i].Head - 1 < first || sentence.Words[i].Head - 1 > last, first);
            if (label == 0 || sentence.Words[head].Upos != "PROPN") continue;
            int from = head, to = head;
            while (from > first && Belongs(sentence.Words[from - 1])) from--;
            while (to < last && (Belongs(sentence.Words[to + 1]) || (label != Person && to + 2 <= last && IsLink(sentence.Words[to + 1].Form) && Belongs(sentence.Words[to + 2])))) to++;
            Mark(allowed, sentence.Words, from, to, label, measure);
        }

        for (var i = 0; i < allowed.Length; i++)
        {
            var word = sentence.Words[i];
            if (allowed[i] == 1 && word.Upos == "ADJ" && char.IsUpper(word.Form[0]) && word.Lemma.Length > 3 && char.IsUpper(word.Lemma[0])) allowed[i] = 1UL << Nationality;
            else if (allowed[i] == 1 && word.Xpos == "NNPS" && word.Form.EndsWith("ans", StringComparison.Ordinal)) allowed[i] = 1UL << Nationality;
        }

        MarkNational(allowed, sentence.Words, measure);
        return allowed;
    }

    /// <summary>Documents as JSON lines with marked spans: re3d (all kinds) and GeoVirus (places only).</summary>
    internal static IEnumerable<NamedDocument> OfSpans(string path, NameMeasure measure)
    {
        var tokenizer = new TokenAnnotator();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            // The part of re3d from the BBC has a licence that shipped weights may not rest on.
            if (root.TryGetProperty("subset", out var subset) && subset.GetString()!.Contains("BBC", StringComparison.Ordinal)) continue;
            var text = root.GetProperty("text").GetString()!;
            var document = new Document(text);
            tokenizer.Annotate(document);
            var tokens = document.Tokens;
            var words = new ConlluWord[tokens.Count];
            for (var i = 0; i < words.Length; i++) words[i] = Word(tokens.FormOf(i));
            var onlyPlaces = root.TryGetProperty("toponyms", out var spans);
            var allowed = new ulong[words.Length];
            Array.Fill(allowed, onlyPlaces ? NotPlace : 1UL);
            if (!onlyPlaces) spans = root.GetProperty("gold_entities");
            var marked = spans.EnumerateArray().Select(span => onlyPlaces
                ? (Begin: span.GetProperty("s").GetInt32(), End: span.GetProperty("e").GetInt32(), Type: "Location")
                : (Begin: span.GetProperty("begin").GetInt32(), End: span.GetProperty("end").GetInt32(), Type: span.GetProperty("type").GetString()!));
            foreach (var (begin, end, type) in marked.OrderByDescending(span => span.End - span.Begin))
            {
                var label = type switch { "Person" => Person, "Organisation" => Organisation, "Location" => Place, "Nationality" => Nationality, _ => 0 };
                // Offsets count code points.
                int from = tokens.FirstAtOrAfter(Utf16(text, begin)), to = tokens.FirstAtOrAfter(Utf16(text, end)) - 1;
                if (label == 0 || from > to || to >= words.Length) continue;
                while (from <= to && !char.IsUpper(words[from].Form[0])) from++;
                while (to >= from && !char.IsUpper(words[to].Form[0])) to--;
                if (from > to || Enumerable.Range(from, to - from + 1).Any(i => !char.IsUpper(words[i].Form[0]) && !IsLink(words[i].Form) && words[i].Form is not ("-" or "." or "," or "the"))) continue;
                Mark(allowed, words, from, to, label, measure);
            }

            MarkNational(allowed, words, measure);
            yield return new NamedDocument(
                [.. tokens.Sentences.ToArray().Select(sentence => new ConlluSentence { Comments = [], Words = words[sentence.First..sentence.End], Ranges = [], EmptyNodes = [] })], allowed);
        }
    }

    /// <summary>The MEANTIME corpus: named mentions, whose kind their entity tells.</summary>
    internal static IEnumerable<NamedDocument> OfMeantime(string path, NameMeasure measure)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var words = new List<ConlluWord>();
            var sentences = new List<ConlluSentence>();
            var number = 0;
            foreach (var sentence in root.GetProperty("sents").EnumerateArray())
            {
                var row = sentence.EnumerateArray().Select(word => Word(word.GetString()!)).ToArray();
                // Names are marked in the headline and the first sentences only.
                if (row.Length == 0 || ++number > 6) continue;
                sentences.Add(new ConlluSentence { Comments = [], Words = row, Ranges = [], EmptyNodes = [] });
                words.AddRange(row);
            }

            var kinds = new Dictionary<string, string>();
            foreach (var markable in root.GetProperty("markables").EnumerateArray())
            {
                if (Text(markable, "type") == "ENTITY" && Text(markable, "ent_type") is { } kind) kinds[Text(markable, "m_id")!] = kind;
            }

            var entityOf = new Dictionary<string, string>();
            foreach (var relation in root.GetProperty("relations").EnumerateArray().Where(relation => Text(relation, "type") == "REFERS_TO"))
            {
                foreach (var mention in relation.GetProperty("src").EnumerateArray()) entityOf[mention.GetString()!] = relation.GetProperty("tgt")[0].GetString()!;
            }

            var allowed = new ulong[words.Count];
            Array.Fill(allowed, 1UL);
            var names = root.GetProperty("markables").EnumerateArray().Where(markable => Text(markable, "type") == "ENTITY_MENTION" && Text(markable, "syntactic_type") is "NAM" or "PRE.NAM")
                .Select(markable => (Rows: markable.GetProperty("tok").EnumerateArray().Select(row => row.GetInt32()).ToArray(), Id: Text(markable, "m_id")!))
                .OrderByDescending(name => name.Rows.Length);
            foreach (var (rows, id) in names)
            {
                var label = kinds.GetValueOrDefault(entityOf.GetValueOrDefault(id, string.Empty), string.Empty) switch { "PER" => Person, "ORG" => Organisation, "LOC" => Place, _ => 0 };
                int from = rows[0], to = rows[^1];
                if (label == 0 || to - from != rows.Length - 1 || to >= words.Count) continue;
                while (from <= to && !char.IsUpper(words[from].Form[0])) from++;
                while (to >= from && !char.IsUpper(words[to].Form[0])) to--;
                if (from > to || Enumerable.Range(from, to - from + 1).Any(i => !char.IsUpper(words[i].Form[0]) && !IsLink(words[i].Form) && words[i].Form is not ("-" or "." or "&" or "the"))) continue;
                Mark(allowed, words, from, to, label, measure);
            }

            MarkNational(allowed, words, measure);
            yield return new NamedDocument(sentences, allowed);
        }

        static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static ConlluWord Word(string form) => new(form.Length == 0 ? "_" : form, "_", "X", "_", "_", -1, "dep", "_");

    private static void Mark(ulong[] allowed, IReadOnlyList<ConlluWord> words, int from, int to, int label, NameMeasure measure)
    {
        var begin = from;
        if (label == Person)
        {
            // Titles and offices before a name, “Minister for the North”, are no part of it; whether they hold names is left open.
            for (var i = from; i <= to; i++)
            {
                if (Titles.Contains(words[i].Form.ToLowerInvariant()) || words[i].Form is "of" or "for" or "and" or "the" or "The" || (i == begin && measure.IsNational(words[i].Form))) begin = i + 1;
            }

            if (begin <= to && measure.IsOffice(words, from, begin, to)) begin = to + 1;
            for (var i = from; i < Math.Min(begin, to + 1); i++)
            {
                if (allowed[i] == 1 && !Titles.Contains(words[i].Form.ToLowerInvariant())) allowed[i] = measure.IsNational(words[i].Form) ? 1UL << Nationality : ulong.MaxValue & All & ~(0b11UL << Person);
            }

            from = begin;
            if (from > to || (from == to && (words[from].Form.Length < 2 || words[from].Form is "He" or "She" or "We" or "You" or "They"))) return;
        }

        while (from < to && words[from].Form is "The" or "the") from++;
        if (from == to && measure.IsNational(words[from].Form)) label = Nationality;
        if (label == Place && to > from && measure.IsBuilt(words[to].Form)) label = Facility;
        for (var i = from; i <= to; i++)
        {
            // A longer name was marked here before.
            if ((allowed[i] & 1) == 0 && allowed[i] != (All & ~(0b11UL << Person))) return;
        }

        for (var i = from; i <= to; i++) allowed[i] = 1UL << (i == from ? label : label + 1);
    }

    /// <summary>Words that the lexicon knows for a country's adjective or a faith are marked wherever no name holds them.</summary>
    private static void MarkNational(ulong[] allowed, IReadOnlyList<ConlluWord> words, NameMeasure measure)
    {
        for (var i = 0; i < allowed.Length; i++)
        {
            if ((allowed[i] & 1) != 0 && char.IsUpper(words[i].Form[0]) && measure.IsNational(words[i].Form)) allowed[i] = 1UL << Nationality;
        }
    }

    private static IEnumerable<(int First, int Last, string Type)> Entities(ConlluSentence sentence)
    {
        var open = new List<(string Id, string Type, int First)>();
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var misc = sentence.Words[i].Misc.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
            if (misc is null) continue;
            foreach (var match in Bracket().Matches(misc[7..]).Cast<Match>())
            {
                var parts = match.Groups["text"].Value.Split('-');
                if (match.Groups["open"].Success && parts.Length > 1) open.Add((parts[0], parts[1], i));
                if (!match.Groups["close"].Success) continue;
                var at = open.FindLastIndex(entity => entity.Id == parts[0]);
                if (at < 0) continue;
                yield return (open[at].First, i, open[at].Type);
                open.RemoveAt(at);
            }
        }
    }

    private static bool Belongs(ConlluWord word) => word.Upos is "PROPN" || (word.Upos is "ADJ" or "NOUN" or "NUM" && char.IsUpper(word.Form[0])) || word.Form == "-";

    private static bool IsLink(string form) => form is "of" or "for" or "and" or "al" or "de" or "du" or "des" or "la" or "'s" or "’s" or "on" or "in";

    private static int Utf16(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--) at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        return at;
    }

    [GeneratedRegex(@"(?<open>\()?(?<text>[^()]+)(?<close>\))?", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();
}
