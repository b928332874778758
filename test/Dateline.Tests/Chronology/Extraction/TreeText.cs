using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Syntax;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>A document with a tree given by hand: one entry per word, “lemma/POS/head/relation”, heads counted from 1 in the document.</summary>
internal static class TreeText
{
    public static Document Of(string text, string tree, string language = "en")
    {
        var document = new Document(text, null, language);
        new TokenAnnotator().Annotate(document);
        document.Mark(Layers.Tokens | Layers.Sentences | Layers.Tags | Layers.Trees);
        var entries = tree.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(document.Tokens.Count, entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var cells = entries[i].Split('/');
            document.Tokens.Lemmas[i] = cells[0];
            document.Tokens.Upos[i] = UniversalPosNames.Parse(cells[1]);
            document.Tokens.Heads[i] = int.Parse(cells[2]) - 1;
            document.Tokens.Relations[i] = RelationNames.Parse(cells[3]);
        }

        return document;
    }
}
