using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>Documents from a small table, one word a line: form, lemma, part of speech, head (1-based, 0 for the root), relation, features.</summary>
internal static class TreeTable
{
    public static Document Read(string table, DocumentTime? time = null)
    {
        var rows = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var text = string.Join(' ', rows.Select(row => row[0]));
        var spans = new TextSpan[rows.Length];
        for (int i = 0, at = 0; i < rows.Length; at += rows[i].Length > 0 ? rows[i][0].Length + 1 : 0, i++) spans[i] = new TextSpan(at, rows[i][0].Length);
        var tokens = new TokenSequence(text, spans, null, [new Sentence(0, rows.Length, new TextSpan(0, text.Length))], []);
        for (var i = 0; i < rows.Length; i++)
        {
            tokens.Lemmas[i] = rows[i][1];
            tokens.Upos[i] = UniversalPosNames.Parse(rows[i][2]);
            tokens.Heads[i] = int.Parse(rows[i][3]) - 1;
            tokens.Relations[i] = RelationNames.Parse(rows[i][4]);
            if (rows[i].Length > 5) tokens.Morphology[i] = MorphologyNames.Parse(rows[i][5]);
        }

        var document = new Document(text, time) { Tokens = tokens };
        document.Mark(Layers.Tokens | Layers.Sentences | Layers.Tags | Layers.Trees);
        return document;
    }
}
