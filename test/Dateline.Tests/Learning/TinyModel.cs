using Dateline.Learning.Corpora;
using Dateline.Learning.Training;
using Dateline.Text.Models;

namespace Dateline.Tests.Learning;

/// <summary>A network small enough to be checked by hand-turned derivatives, over sentences of our own.</summary>
internal static unsafe class TinyModel
{
    internal const string Treebank =
        """
        # sent_id = own-1
        # text = The convoys don't stop.
        1	The	the	DET	DT	Definite=Def|PronType=Art	2	det	_	_
        2	convoys	convoy	NOUN	NNS	Number=Plur	5	nsubj	_	_
        3-4	don't	_	_	_	_	_	_	_	_
        3	do	do	AUX	VBP	Mood=Ind	5	aux	_	_
        4	n't	not	PART	RB	Polarity=Neg	5	advmod	_	_
        5	stop	stop	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
        5.1	there	there	ADV	_	_	_	_	_	_
        6	.	.	PUNCT	.	_	5	punct	_	_

        # sent_id = own-2
        1	Convoys	convoy	NOUN	NNS	Number=Plur	2	nsubj	_	_
        2	stop	stop	VERB	VBP	Mood=Ind	0	root	_	_

        # sent_id = own-3
        1	Stop	stop	VERB	VB	VerbForm=Inf	0	root	_	_
        2	the	the	DET	DT	Definite=Def|PronType=Art	3	det	_	_
        3	convoys	convoy	NOUN	NNS	Number=Plur	1	obj	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	1	punct	_	_


        """;

    internal static ConlluSentence[] Sentences => ConlluReader.Read(new StringReader(Treebank)).ToArray();

    internal static (Network Network, Vocabulary Vocabulary, TrainingSentence[] Sentences) Create()
    {
        var vectors = WordVectors.None(16);
        var vocabulary = new Vocabulary(Sentences, vectors, least: 1);
        var shape = new ModelShape
        {
            WordWidth = 16,
            GramWidth = 8,
            AffixWidth = 8,
            Hidden = 8,
            Layers = 2,
            ArcWidth = 8,
            RelationWidth = 8,
            Grams = 64,
            Affixes = 64,
            Words = vocabulary.WordRows,
            Upos = vocabulary.Upos.Count,
            Xpos = vocabulary.Xpos.Count,
            Feats = vocabulary.Feats.Count,
            Lemmas = vocabulary.Rules.Count,
            Relations = vocabulary.Relations.Count,
        };
        var encoded = Sentences.Select((sentence, s) => vocabulary.Encode(sentence, shape, trees: true)).ToArray();
        return (new Network(shape, vectors.Values, 7), vocabulary, encoded);
    }
}
