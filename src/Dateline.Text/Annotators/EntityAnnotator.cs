using Dateline.Text.Lexicons;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Text.Annotators;

/// <summary>
/// Says who is who: mentions by name, description and pronoun, and the entities they stand for, with actor codes.
/// </summary>
/// <remarks>
/// Linear in the length of the text but for the search of antecedents, which is bounded by a window of sentences.
/// Names are not asked for, so that a language without a name finder is read too: where <see cref="Document.Names"/>
/// is empty, runs of proper nouns serve instead. A name finder stands before this annotator.
/// </remarks>
public sealed class EntityAnnotator : IAnnotator
{
    private readonly ActorLexicon _lexicon;
    private readonly NameReader _names;
    private readonly NominalReader _nominals;

    /// <summary>Makes an annotator that knows what <paramref name="lexicon"/> knows.</summary>
    public EntityAnnotator(ActorLexicon lexicon)
    {
        _lexicon = lexicon;
        _names = new NameReader(lexicon);
        _nominals = new NominalReader(lexicon);
    }

    /// <inheritdoc/>
    public string Name => "entities";

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences | Layers.Tags | Layers.Trees;

    /// <inheritdoc/>
    public Layers Writes => Layers.Entities;

    /// <inheritdoc/>
    public void Annotate(Document document)
    {
        var tokens = document.Tokens;
        if (tokens.Count == 0) return;
        var tree = new Dependents(tokens);
        var atoms = document.AtomsFor(_lexicon);
        var names = _names.Read(document, tree, atoms);
        var owner = new MentionDraft?[tokens.Count];
        foreach (var name in names)
        {
            if (!name.IsInner) Array.Fill(owner, name, name.First, name.Count);
        }

        var nominals = _nominals.Read(document, tree, atoms, owner);
        var resolver = new EntityResolver(_lexicon, document, tree, names, nominals, owner);
        resolver.UseRolesInNames(_nominals.Inside(document, atoms, names));
        resolver.Resolve();

        var drafts = new List<MentionDraft>(names.Count + nominals.Count);
        drafts.AddRange(names.Where(name => !name.IsInner));
        drafts.AddRange(nominals);
        drafts.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : right.Count.CompareTo(left.Count));
        var pronouns = new PronounReader(document, tree, resolver.Entities, drafts, tokens.Sentences.Length).Read();
        drafts.AddRange(pronouns);
        drafts.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : right.Count.CompareTo(left.Count));

        document.Entities = resolver.Entities.Finish();
        document.Mentions = [.. drafts.Select(draft =>
            new Mention(tokens.SpanOf(draft.First, draft.End - 1), draft.First, draft.Count, draft.Head, draft.Kind, draft.Level, draft.Entity))];
    }
}
