using Dateline.Learning.Scoring;

namespace Dateline.Cli.Evaluation;

/// <summary>Every figure that the gate holds, and where it comes from.</summary>
internal static class DevelopmentSets
{
    /// <summary>Failures of the reading contract over everything that the gate reads.</summary>
    public static readonly DevelopmentMeasure Verbatim = new("verbatim, everything read here: failures", "failures", LowerIsBetter: true);

    private static readonly EvaluationOptions French = new() { Language = "fr" };

    /// <summary>The sets in the order of the table.</summary>
    public static readonly DevelopmentSet[] All =
    [
        new("parse", ["ud-en-ewt/en_ewt-ud-dev.conllu"], EvaluationOptions.Default,
        [
            new("EWT dev, given tokens: UPOS", "UPOS"),
            new("EWT dev, given tokens: features", "Feats"),
            new("EWT dev, given tokens: lemma", "Lemma"),
            new("EWT dev, given tokens: UAS", "UAS"),
            new("EWT dev, given tokens: LAS", "LAS"),
        ]),
        new("parse", ["ud-en-ewt/en_ewt-ud-dev.conllu"], new EvaluationOptions { FromRawText = true },
        [
            new("EWT dev, raw text: words F1", "Words"),
            new("EWT dev, raw text: sentences F1", "Sentences"),
            new("EWT dev, raw text: LAS F1", "LAS"),
        ]),
        new("parse", ["ud-en-gum/en_gum-ud-dev.conllu"], EvaluationOptions.Default, [new("GUM dev, given tokens: LAS", "LAS")]),
        new("parse", ["ud-fr-sequoia/fr_sequoia-ud-dev.conllu"], French,
        [
            new("Sequoia dev, given tokens: UPOS", "UPOS"),
            new("Sequoia dev, given tokens: LAS", "LAS"),
        ]),
        new("entities", ["ner-worldwide-en/worldwide.dev.conll"], EvaluationOptions.Default,
        [
            new("worldwide newswire dev, names with kind: F1", "all kinds"),
            new("worldwide newswire dev, names with kind: P", "all kinds", ScorePart.Precision),
        ]),
        new("entities", ["ner-hipe2022/hipe2020-dev-fr.tsv"], French, [new("HIPE 2020 dev (old French newspapers), names with kind: F1", "all kinds")]),
        new("times", ["time-wikiwars/wikiwars.train.jsonl"], EvaluationOptions.Default,
        [
            new("WikiWars train, times: relaxed F1", "span relaxed"),
            new("WikiWars train, times: value F1", "value"),
        ]),
        new("times", ["time-tempeval3/timebank.train.jsonl"], EvaluationOptions.Default,
        [
            new("TimeBank, times: relaxed F1", "span relaxed"),
            new("TimeBank, times: value F1", "value"),
        ]),
        new("places", ["geo-geovirus/geovirus.jsonl"], EvaluationOptions.Default,
        [
            new("GeoVirus, places: overlap F1", "span overlap"),
            new("GeoVirus, places: within 161 km, of exactly found", "accuracy at 161 km"),
        ]),
        new("places", ["geo-geowebnews/geowebnews.even.jsonl"], EvaluationOptions.Default,
        [
            new("GeoWebNews, places: overlap F1", "span overlap"),
            new("GeoWebNews, places without demonyms: overlap F1", "no demonyms: span overlap"),
            new("GeoWebNews, places: within 161 km, of exactly found", "accuracy at 161 km"),
        ]),
        new("attributions", ["attr-polnear/polnear.dev.jsonl"], EvaluationOptions.Default,
        [
            new("PolNeAR dev, attributions: content F1", "content"),
            new("PolNeAR dev, attributions: source right, of content found", "source right, of content found"),
        ]),
        new("attributions", ["attr-polnear/polnear.dev.jsonl"], new EvaluationOptions { OnlyDirect = true }, [new("PolNeAR dev, direct speech: content F1", "content")]),
        new("events", ["events-plv/plv.train.jsonl"], EvaluationOptions.Default,
        [
            new("PLV train, events: kind F1", "event type"),
            new("PLV train, events: kind P", "event type", ScorePart.Precision),
            new("PLV train, events: kind and both parties F1", "type, actor, recipient: by text"),
            new("PLV train, marked pair: kind right, of all pairs", "marked pair: kind right, of all pairs"),
            new("PLV train, marked pair: kind right, of pairs with an event", "marked pair: kind right, of pairs with an event"),
            new("PLV train, events: extra per 100 records", "extra events per record", LowerIsBetter: true, Per: 100),
        ]),
        new("events", ["events-conflibert/train.jsonl"], EvaluationOptions.Default, [new("ConfliBERT train, quad class F1", "quad class")]),
        new("events", ["events-petrarch/unittest.jsonl"], EvaluationOptions.Default,
        [
            new("PETRARCH unit cases without their dictionaries: kind F1", "event type"),
            new("PETRARCH unit cases without their dictionaries: CAMEO root F1", "CAMEO root"),
        ]),
        new("incidents", ["events-muc4/dev.jsonl"], EvaluationOptions.Default,
        [
            new("MUC-4 dev, incidents: all slots exact F1", "exact: all slots"),
            new("MUC-4 dev, incidents: all slots lenient F1", "lenient: all slots"),
            new("MUC-4 dev, incidents: detection F1", "detection"),
        ]),
        new("gather", ["xdoc-ecbplus/ecbplus.topics1-35.jsonl"], EvaluationOptions.Default,
        [
            new("ECB+ topics 1–35, gathering gold mentions: CoNLL F1", "gold mentions: CoNLL F1"),
            new("ECB+ topics 1–35, gathering our own mentions: CoNLL F1", "own mentions: CoNLL F1"),
        ]),
        new("timeline", ["chrono-semeval15/docs.jsonl", "chrono-semeval15/timelines.jsonl"], EvaluationOptions.Default,
        [
            new("SemEval-2015 task 4, timelines from raw text: temporal awareness F1", "temporal awareness"),
        ]),
        new("generated", [], EvaluationOptions.Default, [new("2,000 generated tellings of 400 happenings: pairs F1", PairScorer.Pairs)]),
        new("factuality", ["fact-uds/uds_factuality.train-dev.jsonl", "ud-en-ewt/en_ewt-ud-dev.conllu"], EvaluationOptions.Default,
        [
            new("UDS factuality dev, verbs: sign right", "sign right"),
        ]),
        new("shown", ["text-masakhanews/eng.dev.jsonl"], EvaluationOptions.Default,
        [
            new("MasakhaNEWS sport, entertainment, health: shown events per 100 sentences", "foreign topics: shown events per 100 sentences", LowerIsBetter: true),
        ]),
        new("shown", ["text-masakhanews/fra.dev.jsonl"], French with { Limit = 100 },
        [
            new("MasakhaNEWS French, first 100, sport and health: shown events per 100 sentences", "foreign topics: shown events per 100 sentences", LowerIsBetter: true),
        ]),
        new("extract", ["intake-scrapinghub-aeb/gold.jsonl"], EvaluationOptions.Default, [new("article extraction benchmark: body F1", "body F1")]),
        new("extract", ["intake-fundus/gold.jsonl"], EvaluationOptions.Default,
        [
            new("fundus pages: text F1", "body F1"),
            new("fundus pages: title", "title"),
            new("fundus pages: authors", "author"),
            new("fundus pages: date", "date"),
        ]),
    ];
}
