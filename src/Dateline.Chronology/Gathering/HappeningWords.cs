using System.Collections.Frozen;
using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Gathering;

/// <summary>Finds the English words that tell of something happening, whatever it is: verbs with content, nouns of acts and occurrences, a few adjectives of outcome.</summary>
/// <remarks>
/// Wider than the coded acts on purpose: what is found has no kind, is never shown by itself, and serves to find where else a happening is
/// told. Stateless and thread-safe.
/// </remarks>
internal static class HappeningWords
{
    // Verbs that lend a subject or a time to another word, or tell how things are.
    private static readonly FrozenSet<string> Empty = Set(
        "be have do seem appear need want like know think believe feel mean hope love remain belong contain consist include involve own depend deserve exist matter owe let keep be going base locate relate");

    private static readonly FrozenSet<string> Nouns = Set(
        """
        abduction abuse accident accord accusation acquisition act action aftershock agreement alert ambush announcement apology appeal arraignment arrest arson assassination
        assault attack attempt auction award ban battle beating bid birth blackout blast blaze blockade bomb bombardment bombing boycott brawl breach breakthrough bribery buyout
        burglary campaign captivity capture career case casualty ceasefire celebration ceremony championship charge chase claim clash closure collapse collision comeback comment
        complaint concert conference conflict confession confirmation conviction corruption coup crackdown crash crime crisis custody cut cyclone damage deal death debate debut
        decision defeat delay demand demonstration departure deployment destruction detention dinner disaster discovery dispute disruption divorce drama drought drowning earthquake
        effort election emergency encounter engagement epidemic escape evacuation event eviction exchange execution exercise exit expansion expedition explosion extortion failure
        fall famine feud fight fighting fine fire firing flight flood foul fraud funeral game genocide goal gunfight gunfire hack hanging harassment hearing heist hijack hijacking
        homicide hostage hurricane impact impeachment imprisonment incident inauguration increase incursion indictment infection injury inquest inquiry inspection insurgency
        interception interview intervention invasion investigation investment jump keynote killing kidnapping landing launch lawsuit layoff leak leakage loss mandate manslaughter
        marathon march marriage massacre match meeting merger mission murder mutiny negotiation nomination offensive offence offense offer operation ordeal order ouster outage outbreak
        outburst outcry overdose overhaul overthrow pact parade party patrol penalty piracy playoff plea plot plunge poisoning poll power-cut practice premiere probe problem procession
        prosecution protest purchase pursuit quake race raid rally rampage ransom rape rebellion reception recession record recovery referendum rehab rehabilitation release relapse
        remark replacement report rescue reshuffle resignation restart restoration result resurgence retirement retreat retrial return review revolt revolution riot rise robbery role
        round rout rule ruling rumor rumour run sabotage sale scandal scheme screening search season seizure selection sentence sentencing separation sequel series service session
        settlement shake-up shelling shooting shootout shot shutdown siege sinking slaughter slaying snowstorm speech spill split stabbing stampede standoff start statement stay storm
        strike stroke struggle suicide suit summit surgery surge surrender suspension suspicion sweep takeover takedown talk tackle temblor tempest tenure test testimony theft threat
        thunderstorm title tornado tour tournament trade tragedy transfer treatment tremor trial trip tsunami turmoil typhoon unrest unveiling upgrade uprising upset verdict victory
        vigil violence visit vote walkout war wedding win withdrawal work wound wreck
        """);

    private static readonly FrozenSet<string> Outcomes = Set("dead guilty wounded injured missing drunk");

    // Nouns in -tion and the like that name a body, a thing or a quality.
    private static readonly FrozenSet<string> Things = Set(
        """
        nation station position section option question condition situation tradition population organization organisation association institution corporation commission constitution information
        generation direction region religion million billion television mission-control version pension mansion profession dimension division passion government parliament department apartment
        document element moment segment environment equipment basement monument supplement garment instrument cement comment-section location administration opinion union edition foundation
        federation fraction function nutrition ambition auction-house fashion attention intention relation reputation
        """);

    /// <summary>The words, in text order; none overlaps another.</summary>
    public static IEnumerable<TextSpan> Of(TokenSequence tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        for (var row = 0; row < tokens.Count; row++)
        {
            if (Tells(tokens, row)) yield return tokens.SpanOf(row);
        }
    }

    private static bool Tells(TokenSequence tokens, int row)
    {
        var relation = tokens.Relations[row];
        var lemma = (tokens.Lemmas[row] is { Length: > 0 } known ? known : tokens.CharsOf(row).ToString()).ToLowerInvariant();
        if (lemma.Length < 3 && tokens.Upos[row] != UniversalPos.Verb || !char.IsLetter(lemma[0])) return false;
        return tokens.Upos[row] switch
        {
            UniversalPos.Verb => relation is not (Relation.Aux or Relation.Cop or Relation.Case or Relation.Mark or Relation.Fixed) && !Empty.Contains(lemma),
            UniversalPos.Noun => Nouns.Contains(lemma) || HasEndingOfAct(lemma) && !Things.Contains(lemma),
            UniversalPos.Adj => Outcomes.Contains(lemma) && relation != Relation.Amod,
            _ => false,
        };
    }

    private static bool HasEndingOfAct(string lemma) => lemma.Length >= 7
        && (lemma.EndsWith("tion", StringComparison.Ordinal) || lemma.EndsWith("sion", StringComparison.Ordinal) || lemma.EndsWith("ment", StringComparison.Ordinal));

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
