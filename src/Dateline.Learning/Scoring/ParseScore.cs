using System.Globalization;
using Dateline.Learning.Corpora;
using Dateline.Text.Annotators;
using Dateline.Text.Models;
using Dateline.Text.Syntax;

namespace Dateline.Learning.Scoring;

/// <summary>How many words of a treebank got the right tags, lemma, head and relation, its tokens being given.</summary>
/// <param name="Words">Words scored.</param>
/// <param name="Upos">Right parts of speech.</param>
/// <param name="Feats">Right feature columns.</param>
/// <param name="Lemmas">Right lemmas; a gold lemma of <c>_</c> is always right.</param>
/// <param name="Heads">Right heads.</param>
/// <param name="Labelled">Right heads with the right relation, subtypes left aside.</param>
public sealed record ParseScore(int Words, int Upos, int Feats, int Lemmas, int Heads, int Labelled)
{
    /// <summary>Reads <paramref name="sentences"/> with <paramref name="model"/> and compares.</summary>
    public static ParseScore Of(LanguageModel model, IReadOnlyList<ConlluSentence> sentences)
    {
        var document = ConlluDocument.Of(sentences, model.Language);
        new LanguageModelAnnotator(model).Annotate(document);
        var tokens = document.Tokens;
        int row = 0, upos = 0, feats = 0, lemmas = 0, heads = 0, labelled = 0;
        foreach (var sentence in sentences)
        {
            var first = row;
            foreach (var word in sentence.Words)
            {
                if (tokens.Upos[row].ToConllu() == word.Upos) upos++;
                if ((tokens.Feats[row] ?? "_") == word.Feats) feats++;
                if (word.Lemma == "_" || tokens.Lemmas[row] == word.Lemma) lemmas++;
                var head = tokens.Heads[row] < 0 ? 0 : tokens.Heads[row] - first + 1;
                if (head == word.Head)
                {
                    heads++;
                    if (tokens.Relations[row].WithoutSubtype() == RelationNames.Parse(word.Relation).WithoutSubtype()) labelled++;
                }

                row++;
            }
        }

        return new ParseScore(row, upos, feats, lemmas, heads, labelled);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string Share(int right) => (100.0 * right / Math.Max(1, Words)).ToString("F2", CultureInfo.InvariantCulture);
        return $"UPOS {Share(Upos)} Feats {Share(Feats)} Lemma {Share(Lemmas)} UAS {Share(Heads)} LAS {Share(Labelled)}";
    }
}
