using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;

namespace Dateline.Chronology.Extraction;

/// <summary>
/// How each word of a document would be told if it were an event. Events are few; this lets the reading of factuality be
/// measured on every verb.
/// </summary>
public static class PredicateFactuality
{
    /// <summary>The factuality of each word, read from the tree above it.</summary>
    /// <param name="document">A document with trees.</param>
    /// <param name="lexicon">The words that say how sure an act is.</param>
    /// <returns>One for each token.</returns>
    public static Factuality[] Read(Document document, ActLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(lexicon);
        var tree = new SentenceTree(document, document.Tokens.Lemmas);
        var read = new Factuality[document.Tokens.Count];
        foreach (var sentence in document.Tokens.Sentences)
        {
            tree.Enter(sentence);
            for (var token = sentence.First; token < sentence.End; token++) read[token] = FactualityReader.Read(tree, lexicon, token, lightVerb: -1).Value;
        }

        return read;
    }
}
