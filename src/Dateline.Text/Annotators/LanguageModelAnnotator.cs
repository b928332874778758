using Dateline.Text.Mentions;
using Dateline.Text.Models;
using Dateline.Text.Names;

namespace Dateline.Text.Annotators;

/// <summary>
/// Writes tags, trees and names with trained models: one pass of the encoder serves all three.
/// </summary>
/// <param name="model">The model of the documents' language; shared by all threads and not disposed here.</param>
/// <param name="finder">The name finder that goes with the model; null where names are not to be found. Not disposed here.</param>
public sealed class LanguageModelAnnotator(LanguageModel model, NameFinder? finder = null) : IAnnotator
{
    /// <inheritdoc/>
    public string Name => "language model";

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Writes => finder is not null ? Layers.Tags | Layers.Trees | Layers.Names : Layers.Tags | Layers.Trees;

    /// <inheritdoc/>
    public void Annotate(Document document)
    {
        if (finder is null)
        {
            model.Read(document.Tokens);
            return;
        }

        var found = new List<NameSpan>();
        var reading = finder.Rent();
        reading.Begin(document);
        model.Read(document.Tokens, reading.Receiver);
        reading.Finish(found);
        finder.Return(reading);
        document.Names = found;
    }
}
