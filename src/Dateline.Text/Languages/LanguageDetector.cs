namespace Dateline.Text.Languages;

/// <summary>
/// Tells English and French from each other and from everything else, by the small words that every sentence needs.
/// </summary>
/// <remarks>
/// Counts function words of a dozen languages written in Latin letters in the first <see cref="MostCharacters"/> code
/// units; a text mostly in another script is another language. A word that several languages share counts for each, so
/// what decides is the surplus. Allocates nothing; safe for all threads.
/// </remarks>
public static class LanguageDetector
{
    /// <summary>More than this is not looked at.</summary>
    public const int MostCharacters = 20_000;

    private const int HeadlineWords = 16;
    private const int English = 0;
    private const int French = 1;

    // The first two are read; the others are there to be told apart from them.
    private static readonly string[] Words =
    [
        "the of and to in a is that for it on was with as by at from be this have has had are were not but they his her their its which who will would said after an or been we you he she i about into than when there over under during between against also people government new more could can our what all one two says say my your me if do so no up out how why where first last year years news who's it's don't amid wins " +
        "says sign signs talks kills killed dead attack attacks troops army police president minister leader leaders officials state states world war peace deal sanctions " +
        "election elections court vote rebels fighters forces military protest protests border country countries city town people's south north west east lifts gives gave " +
        "releases suspends orders ordered calls called warns warned accuses accused blames denies rejects agrees seizes launches visits meets met become becomes back " +
        "down off again amid breakthrough aid help ban travel allies group near week month day monday tuesday wednesday thursday friday saturday sunday",
        "le la les de des du et en un une est que qui dans pour pas sur au aux avec par il elle ils elles ce cette ces son sa ses leur leurs plus ne se sont été a ont mais ou où nous vous on comme être fait selon après contre entre lors dit même aussi tout tous deux ans depuis sans d'un d'une qu'il c'est n'est l'on était avait président avoir je tu moi mon ma mes notre votre y quand très bien peut faut ainsi donc si " +
        "signent signe accord guerre paix armée police président présidente ministre gouvernement chef pays ville élection élections attaque attaques morts tués soldats rebelles " +
        "jihadistes frontière accuse dénonce appelle demande annonce rejette condamne libère suspend lève visite rencontre nouveau nouvelle sommet sanctions janvier février mars " +
        "avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche nord sud ouest est jour jours mois semaine",
        "el la los las de del y en un una es que por para con no se su sus al lo como más pero fue ha han este esta son entre sobre también desde está ser hay cuando muy sin hasta según tras años gobierno le les ya o porque donde",
        "o a os as de do da dos das e em um uma é que por para com não se seu sua ao no na nos nas como mais mas foi são entre sobre também está ser há quando muito sem até segundo após anos governo pelo pela já ou isso ele ela",
        "il lo la i gli le di del della dei delle e in un una è che per con non si suo sua al alla nel nella come più ma fu sono tra sul sulla anche da ha hanno questo questa essere quando dopo anni governo ai dal dalla ci era stato o",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man",
        "de het een en van in is dat op te met voor niet zijn aan er om ook als bij door naar over uit maar was worden wordt heeft hij zij deze dit tot of meer jaar nog werd hun",
        "ya na wa kwa ni katika la za kuwa hiyo huo hii baada kama lakini pia sana watu serikali rais alisema amesema cha vya mwaka yake wake hata bila kati nchi au si leo jana nini wao hao yao huku",
        "da na a ta ya ne ce ba su shi ga wanda domin kuma cikin kan wani wata sun yi za mai ko amma yadda inda har bayan daga shugaban kasa gwamnatin mutane ake tun sai zuwa don wannan cewa yana",
        "ve bir bu da de için ile çok olarak olan gibi daha ama sonra kadar en ne o ya var yok değil göre oldu olduğu ise her iki yeni türkiye dedi tarafından ancak",
        "dan yang di ini itu dengan untuk dari pada tidak dalam akan adalah oleh juga ke telah mereka atau bahwa sudah kata orang saat para karena",
        "a się na w z do że nie i o jest to po od za jak przez dla są ale ten tym oraz przed jego który która być",
        "iyo ka ku ee oo in uu ay waa la soo ah kale waxa waxay sida dadka dalka markii laga lagu ayaa kala wax",
        "och i att det som en på är av för med den till inte om har de ett var från men så vid kan efter",
        "si de la în a cu pe nu o este un să care din că mai la fi au pentru ca sau prin după",
        "ti awọn ni o fun si pe ati wọn ko ṣe naa jẹ kan lati n ba",
    ];

    private static readonly Dictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> Languages = Build();

    /// <summary>The language of <paramref name="text"/>.</summary>
    public static DetectedLanguage Detect(ReadOnlySpan<char> text)
    {
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        Span<int> hits = stackalloc int[Words.Length];
        Span<char> folded = stackalloc char[24];
        int words = 0, latin = 0, other = 0, at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '\'' or '’' && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
            if (at == start)
            {
                at++;
                continue;
            }

            var word = text[start..at];
            if (word[0] > '\u024F' && word[0] is not (>= '\u1E00' and <= '\u1EFF'))
            {
                other += word.Length;
                continue;
            }

            latin += word.Length;
            words++;
            if (word.Length > folded.Length) continue;
            for (var i = 0; i < word.Length; i++) folded[i] = word[i] == '’' ? '\'' : char.ToLowerInvariant(word[i]);
            var lower = folded[..word.Length];
            Count(lower, hits);
            // “l'armée”, “qu'il”: the elided word is French by itself, Italian as well; “it's” is not elided that way. “Kenya's” is English.
            var apostrophe = lower.IndexOf('\'');
            if (apostrophe > 2 && lower[apostrophe..] is "'s") hits[English]++;
            if (apostrophe is 1 or 2 && lower[..apostrophe] is "l" or "d" or "qu" or "n" or "s" or "c" or "j" && word.Length > apostrophe + 2) hits[French]++;
        }

        if (other > latin) return new DetectedLanguage("und", other / (double)(other + latin));
        if (words == 0) return new DetectedLanguage("und", 0);
        var best = hits[English] >= hits[French] ? English : French;
        var rival = 0;
        for (var i = 0; i < hits.Length; i++)
        {
            if (i != best) rival = Math.Max(rival, hits[i]);
        }

        // A sentence has a function word in four; a headline, with its names, may have one in all.
        var share = hits[best] / (double)words;
        if (hits[best] == 0 || hits[best] <= rival || (words >= HeadlineWords && share < 0.12)) return new DetectedLanguage("und", words < 4 ? 0 : 0.5);
        var lead = (hits[best] - rival) / (double)hits[best];
        return new DetectedLanguage(best == English ? "en" : "fr", Math.Min(1, (lead * 0.7) + Math.Min(0.3, hits[best] / 20.0)));
    }

    private static void Count(ReadOnlySpan<char> word, Span<int> hits)
    {
        if (!Languages.TryGetValue(word, out var mask)) return;
        for (var i = 0; i < hits.Length; i++)
        {
            if ((mask & (1u << i)) != 0) hits[i]++;
        }
    }

    private static Dictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var languages = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var i = 0; i < Words.Length; i++)
        {
            foreach (var word in Words[i].Split(' ')) languages[word] = languages.GetValueOrDefault(word) | (1u << i);
        }

        return languages.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
