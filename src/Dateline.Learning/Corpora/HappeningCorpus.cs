using System.Text;
using System.Text.Json;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A telling as marked: its words and the happening it tells of.</summary>
/// <param name="Id">Its name in the document.</param>
/// <param name="Span">From its first word to its last.</param>
/// <param name="Happening">Equal for all tellings of one happening, in any document.</param>
public sealed record MarkedHappening(string Id, TextSpan Span, string Happening);

/// <summary>A document with its tellings.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Topic">The seminal event that the document was chosen for.</param>
/// <param name="Tellings">The tellings, in text order.</param>
/// <param name="Marked">The sentences in which tellings were marked; what is told elsewhere is not judged.</param>
public sealed record GoldHappenings(Article Article, string Topic, IReadOnlyList<MarkedHappening> Tellings, IReadOnlyList<TextSpan> Marked) : GoldDocument(Article);

/// <summary>
/// Reads event coreference in the form of ECB+ (Cybulska and Vossen 2014): actions in the validated sentences, and chains within and
/// across documents. An action in no chain is a happening of its own.
/// </summary>
public static class HappeningCorpus
{
    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static IEnumerable<GoldHappenings> Read(string path, string? language = null) => GoldLines.Read(path, row => Document(row, language));

    private static GoldHappenings Document(JsonElement row, string? language)
    {
        var validated = row.List("validated_sentences").Select(number => number.GetInt32()).ToHashSet();
        var (text, spans, sentences) = Written(row);
        var chains = Chains(row);
        var id = row.Text("id") ?? throw new KeyNotFoundException("it has no id");
        var tellings = new List<MarkedHappening>();
        foreach (var mention in row.List("mentions"))
        {
            var tag = mention.Text("tag") ?? string.Empty;
            if (!tag.StartsWith("ACTION", StringComparison.Ordinal) && !tag.StartsWith("NEG_ACTION", StringComparison.Ordinal)) continue;
            var tokens = mention.List("t_ids").Select(number => number.GetInt32()).ToArray();
            if (tokens.Length == 0 || !Array.TrueForAll(tokens, token => spans.ContainsKey(token)) || !validated.Contains(spans[tokens[0]].Sentence)) continue;
            var span = tokens.Select(token => spans[token].Span).Aggregate(TextSpan.Union);
            var name = mention.Text("m_id") ?? throw new KeyNotFoundException("a mention has no id");
            tellings.Add(new MarkedHappening(name, span, chains.GetValueOrDefault(name) ?? $"{id} {name}"));
        }

        tellings.Sort((one, other) => one.Span.CompareTo(other.Span));
        var marked = sentences.Where(sentence => validated.Contains(sentence.Key)).Select(sentence => sentence.Value).Order().ToArray();
        return new GoldHappenings(GoldLines.Article(row, text, language, null), row.Text("topic") ?? string.Empty, tellings, marked);
    }

    private static Dictionary<string, string> Chains(JsonElement row)
    {
        var id = row.Text("id");
        var chains = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var chain in row.List("chains"))
        {
            // A chain across documents has a name; one within a document is known by its target.
            var name = chain.Text("kind") == "CROSS_DOC_COREF" ? chain.Text("note") ?? chain.Text("instance_id") : null;
            name ??= $"{id} chain {chain.Text("target")}";
            foreach (var mention in chain.List("sources"))
                chains[mention.ValueKind == JsonValueKind.String ? mention.GetString()! : mention.GetRawText()] = name;
        }

        return chains;
    }

    // One line a sentence; spaces as they are usually printed, for the reader to read what it would read elsewhere.
    private static (string Text, Dictionary<int, (int Sentence, TextSpan Span)> Spans, Dictionary<int, TextSpan> Sentences) Written(JsonElement row)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<int, (int, TextSpan)>();
        var sentences = new Dictionary<int, TextSpan>();
        var last = -1;
        foreach (var token in row.List("tokens"))
        {
            int sentence = token[1].GetInt32();
            var word = token[2].GetString() ?? string.Empty;
            if (sentence != last)
            {
                if (last >= 0) text.Append('\n');
                last = sentence;
                sentences[sentence] = new TextSpan(text.Length, 0);
            }
            else if (!IsClosing(word) && !(text.Length > 0 && text[^1] is '(' or '[' or '$' or '“'))
            {
                text.Append(' ');
            }

            spans[token[0].GetInt32()] = (sentence, new TextSpan(text.Length, word.Length));
            text.Append(word);
            sentences[sentence] = TextSpan.FromBounds(sentences[sentence].Start, text.Length);
        }

        return (text.ToString(), spans, sentences);
    }

    private static bool IsClosing(string word) => word is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "”" or "'s" or "’s" or "n't" or "n’t" or "'re" or "'ve" or "'ll";
}
