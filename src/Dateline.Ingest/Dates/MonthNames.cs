using System.Collections.Frozen;

namespace Dateline.Ingest.Dates;

/// <summary>Names of months as pages write them, full and short, in the languages of the outlets that are read most.</summary>
internal static class MonthNames
{
    // One row a language: twelve months, spellings separated by '/'. Lower case, without the point of an abbreviation.
    static readonly string[] Rows =
    [
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
        "janvier/janv/jan février/févr/fév/fevrier/fev mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct novembre/nov décembre/déc/decembre/dec",
        "januar/jan/jänner/jän februar/feb/feber märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez",
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
        "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec",
        "januar/januari/jan februar/februari/feb mars/marts/mar april/apr mai/maj juni/jun juli/jul august/augusti/aug september/sep oktober/okt november/nov desember/december/des/dec",
        "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
        "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
        "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя декабря/декабрь/дек",
        "січня/січ лютого/лют березня/бер квітня/квіт травня/трав червня/черв липня/лип серпня/серп вересня/вер жовтня/жовт листопада/лист грудня/груд",
        "يناير فبراير مارس أبريل/إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "januari/jan februari/feb maret/mac april/apr mei juni/jun juli/jul agustus/ogos september/sep oktober/okt november/nov desember/disember/des/dis",
        "januari/jan februari/feb machi aprili mei juni julai agosti septemba oktoba novemba desemba",
        "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
        "leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna září říjen/října listopad/listopadu prosinec/prosince",
        "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sep octombrie/oct noiembrie/nov decembrie/dec",
        "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november/nov december/dec",
        "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαι ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ",
    ];

    static readonly FrozenDictionary<string, int> Numbers = Build();
    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month from 1 to 12 for a name in any case, or 0.</summary>
    public static int Find(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > 16)
            return 0;
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return Lookup.TryGetValue(lower, out var number) ? number : 0;
    }

    // Where two languages give one spelling to two months, the row that stands first wins.
    static FrozenDictionary<string, int> Build()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            var months = row.Split(' ');
            for (var k = 0; k < months.Length; k++)
            {
                foreach (var spelling in months[k].Split('/'))
                    numbers.TryAdd(spelling, k + 1);
            }
        }
        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
