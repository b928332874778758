using Dateline.Text.Mentions;
using Dateline.Text.Models;

namespace Dateline.Text.Annotators;

/// <summary>
/// Writes tags, trees and names with a trained model: one pass of the encoder serves all three.
/// </summary>
/// <param name="model">The model of the documents' language; shared by all threads and not disposed here.</param>
public sealed class LanguageModelAnnotator(LanguageModel model) : IAnnotator
{
    /// <inheritdoc/>
    public string Name => "language model";

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Writes => model.FindsNames ? Layers.Tags | Layers.Trees | Layers.Names : Layers.Tags | Layers.Trees;

    /// <inheritdoc/>
    public void Annotate(Document document)
    {
        var names = model.FindsNames ? new List<NameSpan>() : null;
        model.Read(document.Tokens, names);
        if (names is not null) document.Names = names;
    }
}
