using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Who each word of a document stands for, with a bolder guess than the reader's where it leaves a pronoun or “the company” open: whoever the
/// story was about last, as the subject of a sentence shortly before.
/// </summary>
/// <remarks>Immutable after construction, but bound to the document's thread.</remarks>
internal sealed class StoryMentions
{
    // A guess holds as long as the story goes on about the same: each that is made lets it reach further.
    private const int Reach = 4;

    private readonly MentionIndex _mentions;
    private readonly Dictionary<int, int> _guessed = [];

    /// <summary>Reads who the story is about, from its beginning.</summary>
    /// <param name="tree">The document's trees; other sentences are entered.</param>
    public StoryMentions(SentenceTree tree)
    {
        var (document, tokens) = (tree.Document, tree.Tokens);
        _mentions = new MentionIndex(document);
        var named = document.Mentions.Where(mention => mention is { Level: MentionLevel.Name, Entity: >= 0 }).Select(mention => mention.Entity).ToHashSet();
        (int Entity, int Sentence) person = (-1, -1), body = (-1, -1);
        for (var number = 0; number < tokens.Sentences.Length; number++)
        {
            tree.Enter(tokens.Sentences[number]);
            for (var row = tree.Sentence.First; row < tree.Sentence.End; row++)
            {
                var entity = _mentions.At(row)?.Entity ?? -1;
                if (entity < 0)
                {
                    var lemma = tree.LemmaOf(row);
                    if (tree.PosOf(row) == UniversalPos.Pron && tree.Tokens.CharsOf(row).ToString().ToLowerInvariant() is "he" or "she" or "his" or "her" or "him") entity = Guess(row, ref person, number);
                    else if (IsBody(lemma) && IsDefinite(tree, row)) entity = Guess(row, ref body, number);
                    continue;
                }

                if (tree.RelationOf(row).WithoutSubtype() != Relation.Nsubj || !named.Contains(entity)) continue;
                if (document.Entities[entity].Kind == MentionKind.Person) person = (entity, number);
                else if (document.Entities[entity].Kind == MentionKind.Organisation) body = (entity, number);
            }
        }
    }

    /// <summary>The mention whose head the word is; null when there is none.</summary>
    public Mention? At(int row) => _mentions.At(row);

    /// <summary>The entity that the word stands for, or -1.</summary>
    public int EntityAt(int row) => _mentions.At(row) is { Entity: >= 0 } mention ? mention.Entity : _guessed.GetValueOrDefault(row, -1);

    private int Guess(int row, ref (int Entity, int Sentence) last, int sentence)
    {
        if (last.Entity < 0 || sentence - last.Sentence > Reach) return -1;
        _guessed[row] = last.Entity;
        last = (last.Entity, sentence);
        return last.Entity;
    }

    private static bool IsBody(string lemma) => lemma is "company" or "firm" or "corporation" or "automaker" or "carmaker" or "manufacturer" or "maker" or "airline" or "bank" or "retailer" or "giant";

    private static bool IsDefinite(SentenceTree tree, int row)
    {
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Det && tree.LemmaOf(child) is "the") return true;
        }

        return false;
    }
}
