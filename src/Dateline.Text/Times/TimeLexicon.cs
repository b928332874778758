using System.Collections.Frozen;

namespace Dateline.Text.Times;

/// <summary>The words of time of one language. Immutable; one instance for all threads.</summary>
internal sealed class TimeLexicon
{
    // No word of time is longer; longer runs of letters are never looked up.
    private const int LongestWord = 16;

    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> _words;

    private TimeLexicon(Dictionary<string, TimeWord> words) => _words = words.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    public static TimeLexicon English { get; } = new(BuildEnglish());

    public static TimeLexicon French { get; } = new(BuildFrench());

    /// <summary>The entry for a word in any case, or null.</summary>
    public TimeWord? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return null;
        Span<char> lower = stackalloc char[LongestWord];
        var length = word.ToLowerInvariant(lower);
        return _words.TryGetValue(lower[..length], out var found) ? found : null;
    }

    private sealed class Builder
    {
        public Dictionary<string, TimeWord> Words { get; } = [];

        public void Add(TimeRole roles, string words, int index = 0, int number = 0, CalendarUnit unit = CalendarUnit.None)
        {
            foreach (var key in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!Words.TryGetValue(key, out var word)) Words[key] = word = new TimeWord(key);
                word.Roles |= roles;
                if (index != 0) word.Index = index;
                if (number != 0) word.Number = number;
                if (unit != CalendarUnit.None) word.Unit = unit;
            }
        }

        /// <summary>Adds words that get 1, 2, 3 … as their index; forms of one are joined by a bar.</summary>
        public void Series(TimeRole roles, string words, int first = 1)
        {
            foreach (var forms in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(roles, forms.Replace('|', ' '), first++);
        }

        public void Numbers(TimeRole roles, string words, int first, int step = 1)
        {
            foreach (var forms in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(roles, forms.Replace('|', ' '), number: first);
                first += step;
            }
        }

        public void Holiday(string word, int index) => Add(TimeRole.Holiday | TimeRole.Starter, word, index);

        public void Units(CalendarUnit unit, string singular, string plural)
        {
            Add(TimeRole.Unit, singular, unit: unit);
            Add(TimeRole.Unit | TimeRole.Plural, plural, unit: unit);
        }
    }

    private static Dictionary<string, TimeWord> BuildEnglish()
    {
        var b = new Builder();
        b.Series(TimeRole.Month | TimeRole.Starter,
            "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec");
        b.Series(TimeRole.Weekday | TimeRole.Starter, "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs|thur friday|fri saturday|sat sunday|sun");
        b.Add(TimeRole.Plural, "mondays tuesdays wednesdays thursdays fridays saturdays sundays");
        b.Series(TimeRole.Weekday | TimeRole.Starter, "mondays tuesdays wednesdays thursdays fridays saturdays sundays");
        b.Units(CalendarUnit.Second, "second sec", "seconds secs");
        b.Units(CalendarUnit.Minute, "minute min", "minutes mins");
        b.Units(CalendarUnit.Hour, "hour", "hours hrs");
        b.Units(CalendarUnit.Day, "day", "days");
        b.Units(CalendarUnit.Week, "week", "weeks");
        b.Units(CalendarUnit.Weekend, "weekend", "weekends");
        b.Units(CalendarUnit.Fortnight, "fortnight", "fortnights");
        b.Units(CalendarUnit.Month, "month", "months");
        b.Units(CalendarUnit.Quarter, "quarter", "quarters");
        b.Units(CalendarUnit.Year, "year yr", "years yrs");
        b.Units(CalendarUnit.Decade, "decade", "decades");
        b.Units(CalendarUnit.Century, "century", "centuries");
        b.Units(CalendarUnit.Millennium, "millennium", "millennia millenniums");
        b.Add(TimeRole.Starter, "years months weeks days decades centuries hours minutes seconds year");
        b.Numbers(TimeRole.Number | TimeRole.Starter,
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 1);
        b.Numbers(TimeRole.Number | TimeRole.Starter, "twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10);
        b.Add(TimeRole.Number, "hundred", number: 100);
        b.Add(TimeRole.Number, "thousand", number: 1000);
        b.Add(TimeRole.None, "dozen half couple");
        b.Numbers(TimeRole.Ordinal | TimeRole.Starter,
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            + "eighteenth nineteenth twentieth", 1);
        b.Series(TimeRole.Season | TimeRole.Starter, "spring|springtime summer|summertime autumn|fall winter|wintertime", 21);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "morning mornings dawn daybreak sunrise", 1);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "noon midday noontime", 2);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "afternoon afternoons", 3);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "evening evenings dusk sunset nightfall", 4);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "night nights midnight overnight nighttime", 5);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "daytime", 6);
        b.Add(TimeRole.DayShift | TimeRole.Starter, "today tonight");
        b.Add(TimeRole.DayShift | TimeRole.Starter, "yesterday", -1);
        b.Add(TimeRole.DayShift | TimeRole.Starter, "tomorrow", 1);
        b.Add(TimeRole.Vague | TimeRole.Starter,
            "now nowadays currently presently recently lately future past present");
        b.Add(TimeRole.Recurring | TimeRole.Starter, "hourly", unit: CalendarUnit.Hour);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "daily nightly", unit: CalendarUnit.Day);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "weekly", unit: CalendarUnit.Week);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "monthly", unit: CalendarUnit.Month);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "annually yearly", unit: CalendarUnit.Year);
        b.Add(TimeRole.SomeAmount | TimeRole.Starter, "several few many some numerous");
        b.Add(TimeRole.Last | TimeRole.Starter, "last past");
        b.Add(TimeRole.Next | TimeRole.Starter, "next coming upcoming");
        b.Add(TimeRole.This | TimeRole.Starter, "this current latest");
        b.Add(TimeRole.Same | TimeRole.Starter, "that same");
        b.Add(TimeRole.Following | TimeRole.Starter, "following subsequent ensuing succeeding");
        b.Add(TimeRole.Previous | TimeRole.Starter, "previous preceding prior");
        b.Add(TimeRole.Recent | TimeRole.Starter, "recent");
        b.Add(TimeRole.Part | TimeRole.Starter, "early late mid beginning start middle end close earlier later onset midway height");
        b.Add(TimeRole.Approximate | TimeRole.Starter, "about around nearly almost approximately roughly some circa barely");
        b.Add(TimeRole.Border | TimeRole.Starter, "over under only just another");
        b.Add(TimeRole.Article | TimeRole.Starter, "the a an its their his her our");
        b.Add(TimeRole.Each | TimeRole.Starter, "every each per");
        b.Add(TimeRole.Preposition, "in on at by since until till from to between of during before after through throughout within into for around toward towards than");
        b.Add(TimeRole.FutureCue, "will shall ll scheduled expected due planned plans slated upcoming tomorrow expects hopes intends wo starting beginning");
        b.Add(TimeRole.PastCue, "was were had said did told has have been began took went came made found met saw left held won says fell rose became gave got broke brought bought built caught chose drew drove felt fought flew grew heard hit kept knew led lost meant paid ran sank sent shot sold spoke stood struck taught thought threw understood withdrew wrote put");
        b.Add(TimeRole.Filler, "consecutive straight full trading calendar business whole more solid successive working school long short additional other further");
        b.Series(TimeRole.Zone, "gmt utc", 0);
        b.Add(TimeRole.Zone, "gmt utc est edt et cst cdt ct pst pdt pt mst mdt bst cet cest eet eest ist local wat cat eat msk");
        b.Add(TimeRole.Starter, "at least more less up as sometime between o ad mid daily half nineteen then");
        b.Add(TimeRole.None, "ago later earlier before after hence old age aged and or to of bc bce ad ce am pm a p m s st nd rd th clock time hours hour date "
            + "fiscal school financial academic christmas eve day long end noon no not so now long much as well ii years th th's sometime afterwards afterward on soon");
        b.Add(TimeRole.Starter, "fiscal");
        b.Holiday("christmas", 1);
        b.Holiday("thanksgiving", 2);
        b.Holiday("easter", 3);
        b.Holiday("halloween", 4);
        return b.Words;
    }

    private static Dictionary<string, TimeWord> BuildFrench()
    {
        var b = new Builder();
        b.Series(TimeRole.Month | TimeRole.Starter,
            "janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre|oct novembre|nov décembre|decembre|déc");
        b.Series(TimeRole.Weekday | TimeRole.Starter, "lundi mardi mercredi jeudi vendredi samedi dimanche");
        b.Add(TimeRole.Plural, "lundis mardis mercredis jeudis vendredis samedis dimanches");
        b.Series(TimeRole.Weekday | TimeRole.Starter, "lundis mardis mercredis jeudis vendredis samedis dimanches");
        b.Units(CalendarUnit.Second, "seconde", "secondes");
        b.Units(CalendarUnit.Minute, "minute min", "minutes");
        b.Units(CalendarUnit.Hour, "heure h", "heures");
        b.Units(CalendarUnit.Day, "jour journée", "jours journées");
        b.Units(CalendarUnit.Week, "semaine", "semaines");
        b.Units(CalendarUnit.Weekend, "weekend", "weekends");
        b.Units(CalendarUnit.Month, "mois", "");
        b.Units(CalendarUnit.Quarter, "trimestre", "trimestres");
        b.Units(CalendarUnit.Half, "semestre", "semestres");
        b.Units(CalendarUnit.Year, "an année exercice", "ans années");
        b.Units(CalendarUnit.Decade, "décennie", "décennies");
        b.Units(CalendarUnit.Century, "siècle", "siècles");
        b.Units(CalendarUnit.Millennium, "millénaire", "millénaires");
        b.Numbers(TimeRole.Number | TimeRole.Starter,
            "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 1);
        b.Numbers(TimeRole.Number | TimeRole.Starter, "vingt trente quarante cinquante soixante", 20, 10);
        b.Add(TimeRole.Number, "cent cents", number: 100);
        b.Add(TimeRole.Number, "mille", number: 1000);
        b.Add(TimeRole.None, "dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine demi demie");
        b.Numbers(TimeRole.Number, "dizaine douzaine quinzaine vingtaine", 0);
        b.Words["dizaine"].Number = 10;
        b.Words["douzaine"].Number = 12;
        b.Words["quinzaine"].Number = 15;
        b.Words["vingtaine"].Number = 20;
        b.Add(TimeRole.Number, "trentaine", number: 30);
        b.Add(TimeRole.Number, "quarantaine", number: 40);
        b.Add(TimeRole.Number, "cinquantaine", number: 50);
        b.Add(TimeRole.Number, "soixantaine", number: 60);
        b.Add(TimeRole.Number, "centaine", number: 100);
        b.Numbers(TimeRole.Ordinal | TimeRole.Starter,
            "premier|première|premiers|premières|1er|1re|1ère deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième", 1);
        b.Series(TimeRole.Season | TimeRole.Starter, "printemps été automne hiver", 21);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "matin matinée aube", 1);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "midi", 2);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "après", 3);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "soir soirée", 4);
        b.Add(TimeRole.PartOfDay | TimeRole.Starter, "nuit nuits minuit", 5);
        b.Add(TimeRole.DayShift | TimeRole.Starter, "aujourd");
        b.Add(TimeRole.DayShift | TimeRole.Starter, "hier", -1);
        b.Add(TimeRole.DayShift | TimeRole.Starter, "avant", -2);
        b.Add(TimeRole.DayShift | TimeRole.Starter, "demain", 1);
        b.Add(TimeRole.Vague | TimeRole.Starter, "maintenant actuellement récemment dernièrement désormais bientôt jadis naguère auparavant");
        b.Add(TimeRole.Recurring | TimeRole.Starter, "quotidien quotidienne quotidiennement quotidiens quotidiennes", unit: CalendarUnit.Day);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "hebdomadaire hebdomadaires", unit: CalendarUnit.Week);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "mensuel mensuelle mensuels mensuelles mensuellement", unit: CalendarUnit.Month);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "trimestriel trimestrielle trimestriels trimestrielles", unit: CalendarUnit.Quarter);
        b.Add(TimeRole.Recurring | TimeRole.Starter, "annuel annuelle annuels annuelles annuellement", unit: CalendarUnit.Year);
        b.Add(TimeRole.SomeAmount | TimeRole.Starter, "plusieurs quelques");
        b.Add(TimeRole.Last | TimeRole.Starter, "dernier dernière derniers dernières passé passée");
        b.Add(TimeRole.Next | TimeRole.Starter, "prochain prochaine prochains prochaines");
        b.Add(TimeRole.This | TimeRole.Starter, "ce cette cet");
        b.Add(TimeRole.Same, "même");
        b.Add(TimeRole.Following | TimeRole.Starter, "suivant suivante suivants suivantes");
        b.Add(TimeRole.Previous | TimeRole.Starter, "précédent précédente précédents précédentes");
        b.Add(TimeRole.Part | TimeRole.Starter, "début fin mi milieu courant");
        b.Add(TimeRole.Approximate | TimeRole.Starter, "environ presque vers près quasiment");
        b.Add(TimeRole.Border | TimeRole.Starter, "plus moins seulement");
        b.Add(TimeRole.Article | TimeRole.Starter, "le la l les au aux du des ces ses");
        b.Add(TimeRole.Each | TimeRole.Starter, "chaque tous toutes tout toute par");
        b.Add(TimeRole.Preposition, "en dans à depuis jusqu de d entre pendant durant avant après dès sous pour lors et");
        b.Add(TimeRole.FutureCue, "va vont devrait devraient doit doivent prévu prévue prévus prévues demain prochain prochaine");
        b.Add(TimeRole.PastCue, "a ont avait avaient est était étaient fut furent été");
        b.Add(TimeRole.Filler, "longs longues consécutifs consécutives bonnes autres");
        b.Add(TimeRole.Zone, "gmt utc locale tu");
        b.Add(TimeRole.Starter, "il voilà lendemain surlendemain veille avant mois année semaine jour an nuit matin soir années siècle quand alors");
        b.Add(TimeRole.None, "y a t c jc j hui tard tôt plus auparavant fiscal scolaire rentrée siècle er ère re ième e éme eme au cours que long longue end week and heures midi "
            + "âgé âgée âgés vieux jésus christ cours cas là ci noël pâques toussaint");
        b.Add(TimeRole.Starter, "week");
        b.Holiday("noël", 1);
        b.Holiday("pâques", 3);
        b.Holiday("toussaint", 5);
        return b.Words;
    }
}
