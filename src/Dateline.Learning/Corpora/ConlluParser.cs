using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Learning.Corpora;

/// <summary>Writes a model's tags and trees into sentences whose tokens are given.</summary>
public static class ConlluParser
{
    /// <summary>Sentences that are read together; enough to fill the model's batches, few enough to stream.</summary>
    public const int Block = 512;

    /// <summary>Reads the sentences with <paramref name="model"/> and writes them as CoNLL-U.</summary>
    /// <param name="model">The model of their language; may be shared by threads.</param>
    /// <param name="sentences">The sentences, read as they are needed.</param>
    /// <param name="output">Where to; not closed.</param>
    public static void Parse(LanguageModel model, IEnumerable<ConlluSentence> sentences, TextWriter output)
    {
        var annotator = new LanguageModelAnnotator(model);
        foreach (var block in sentences.Chunk(Block))
        {
            var document = ConlluDocument.Of(block, model.Language);
            annotator.Annotate(document);
            for (var s = 0; s < block.Length; s++) ConlluWriter.Write(output, block[s], document.Tokens, document.Tokens.Sentences[s].First);
        }
    }
}
