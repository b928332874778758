using Dateline.Text.Mentions;
using Dateline.Text.Names;

namespace Dateline.Text.Lexicons;

/// <summary>
/// Who is who: countries, bodies, groups and persons with their names, found in text in linear time.
/// </summary>
/// <remarks>Immutable after it is made, and safe for use by any number of threads.</remarks>
public sealed class ActorLexicon
{
    private readonly List<ActorEntry> _entries = [];
    private readonly List<(int Entry, ActorWord Word, string? Language)> _spellings = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _givenNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Clue> _clues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _adjectives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _familyNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleLexicon> _roles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly PhraseTrie _trie;

    private ActorLexicon() => _trie = new PhraseTrie(Atoms);

    /// <summary>A lexicon that knows nobody.</summary>
    public static ActorLexicon Empty { get; } = new();

    /// <summary>How many actors it knows.</summary>
    public int Count => _entries.Count;

    /// <summary>How many spellings of names it knows.</summary>
    public int SpellingCount => _spellings.Count;

    internal AtomTable Atoms { get; } = new();

    /// <summary>
    /// Makes a lexicon of tables, which are told apart by their columns: countries (adjectives_en), persons (offices),
    /// other actors (kind), roles (refers), names of persons (regions and names), head words (marks).
    /// </summary>
    /// <param name="tables">The tables. Where a key stands twice in one kind of table, the later row replaces the earlier one, so that a user's tables go last.</param>
    public static ActorLexicon Read(IEnumerable<LexiconTable> tables)
    {
        var lexicon = new ActorLexicon();
        var rows = new Dictionary<string, LexiconRow>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var table in tables)
        {
            var kind = LexiconColumns.KindOf(table);
            if (kind == LexiconKind.Other) continue;
            var prefix = kind is LexiconKind.Roles or LexiconKind.HeadWords ? $"{kind}/{LexiconColumns.LanguageOf(table)}/" : kind is LexiconKind.GivenNames ? "name/" : "actor/";
            foreach (var row in table.Rows)
            {
                var key = prefix + row.Cells[0].Trim();
                if (!rows.ContainsKey(key)) order.Add(key);
                rows[key] = row;
            }
        }

        foreach (var key in order)
        {
            var row = rows[key];
            switch (LexiconColumns.KindOf(row.Table))
            {
                case LexiconKind.Countries: lexicon.AddCountry(row); break;
                case LexiconKind.Persons: lexicon.AddPerson(row); break;
                case LexiconKind.Actors: lexicon.AddActor(row); break;
                case LexiconKind.GivenNames: lexicon.AddGivenName(row); break;
                case LexiconKind.HeadWords: lexicon.AddHeadWords(row); break;
                case LexiconKind.Roles: lexicon.RolesFor(LexiconColumns.LanguageOf(row.Table)).Add(row); break;
            }
        }

        return lexicon;
    }

    internal RoleLexicon Roles(string language) => _roles.TryGetValue(language, out var roles) ? roles : RolesFor(language);

    /// <summary>The body that a town stands for before its own country: “Brussels”; null for none.</summary>
    internal ActorEntry? SeatedAt(ReadOnlySpan<char> town) => _seats.TryGetValue(Folding.Fold(town), out var index) ? _entries[index] : null;

    internal ActorEntry? Find(string key) => _byKey.TryGetValue(key, out var index) ? _entries[index] : null;

    internal ActorEntry Entry(int spelling) => _entries[_spellings[spelling].Entry];

    internal ActorWord Word(int spelling) => _spellings[spelling].Word;

    internal bool Speaks(int spelling, string language) => _spellings[spelling].Language is not { } only || only == language;

    /// <summary>The spellings of the longest name that begins at an atom.</summary>
    internal int Longest(AtomRow row, int atom, int limit, Span<int> spellings, out int found) => _trie.Longest(row, atom, limit, spellings, out found);

    /// <summary>'m', 'f', 'u' for a given name of either; '\0' for a word that is no given name.</summary>
    internal char GenderOfGivenName(ReadOnlySpan<char> word)
    {
        if (word.Length > 60) return '\0';
        Span<char> folded = stackalloc char[128];
        var length = Folding.Fold(word, folded);
        return _givenNames.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var gender) ? gender : '\0';
    }

    /// <summary>All that the lexicon says of a word as part of a name, in one look.</summary>
    internal Clue CluesOf(ReadOnlySpan<char> word)
    {
        if (word.Length > 60) return Clue.None;
        Span<char> folded = stackalloc char[128];
        var length = Folding.Fold(word, folded);
        return _clues.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var clues) ? clues : Clue.None;
    }

    /// <summary>Whether a word is a family name somewhere in the world.</summary>
    internal bool IsFamilyName(ReadOnlySpan<char> word)
    {
        if (word.Length > 60) return false;
        Span<char> folded = stackalloc char[128];
        var length = Folding.Fold(word, folded);
        return _familyNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..length]);
    }

    /// <summary>Whether a word bears a mark: title, organisation, facility, place, former, acts, told, relates (see heads.tsv).</summary>
    internal bool HasMark(string mark, ReadOnlySpan<char> word)
    {
        if (word.Length > 60 || !_marks.TryGetValue(mark, out var words)) return false;
        Span<char> folded = stackalloc char[128];
        var length = Folding.Fold(word, folded);
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..length]);
    }

    /// <summary>Single words for those of a country, as they are written in English: “Malian”, “Malians”.</summary>
    internal IEnumerable<string> Adjectives() => _adjectives;

    /// <summary>Whether a word of capitals is somebody's acronym and nobody's ordinary word.</summary>
    internal bool IsAcronym(ReadOnlySpan<char> word) => _acronyms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>How a name of plain words is written, by its folded words with single blanks between; null for what is no such name.</summary>
    internal string? WrittenForm(ReadOnlySpan<char> folded) => _written.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var written) ? written : null;

    private RoleLexicon RolesFor(string language)
    {
        lock (_roles)
        {
            if (!_roles.TryGetValue(language, out var roles))
            {
                roles = new RoleLexicon(Atoms, language);
                _roles.Add(language, roles);
            }

            return roles;
        }
    }

    private void AddCountry(LexiconRow row)
    {
        var key = row["key"];
        var index = AddEntry(new ActorEntry
        {
            Key = key,
            Name = row["name"],
            Kind = MentionKind.Place,
            Block = row["code"],
            IsCountry = true,
            Regions = row.List("regions"),
        });
        AddSpelling(row["name"], index, ActorWord.Name, "en");
        AddSpellings(row.List("aliases_en"), index, ActorWord.Name, "en");
        AddSpelling(row["name_fr"], index, ActorWord.Name, "fr");
        AddSpellings(row.List("aliases_fr"), index, ActorWord.Name, "fr");
        var names = row.List("aliases_en").Append(row["name"]).ToHashSet(StringComparer.Ordinal);
        var people = row.List("people_en").ToHashSet(StringComparer.Ordinal);
        AddSpellings(row.List("adjectives_en").Where(word => !names.Contains(word)), index, ActorWord.Adjective, "en");
        AddSpellings(people.Where(word => !names.Contains(word)), index, ActorWord.People, "en");
        foreach (var word in row.List("adjectives_fr"))
        {
            AddSpelling(word, index, ActorWord.Adjective, "fr");
        }

        AddSpellings(row.List("capital_en"), index, ActorWord.Capital, "en");
        AddSpellings(row.List("capital_fr"), index, ActorWord.Capital, "fr");
        AddSpellings(row.List("seats_en"), index, ActorWord.Seat, "en");
        AddSpellings(row.List("seats_fr"), index, ActorWord.Seat, "fr");
    }

    private void AddActor(LexiconRow row)
    {
        var (block, sectors) = LexiconColumns.SplitCode(row["code"]);
        var index = AddEntry(new ActorEntry
        {
            Key = row["key"],
            Name = row["name"],
            Kind = LexiconColumns.ReadKind(row["kind"]) ?? MentionKind.Other,
            Block = block,
            Sectors = sectors,
        });
        AddSpelling(row["name"], index, ActorWord.Name, null);
        AddSpellings(row.List("aliases_en"), index, ActorWord.Name, "en");
        AddSpellings(row.List("aliases_fr"), index, ActorWord.Name, "fr");
        foreach (var town in row.List("seats")) _seats[Folding.Fold(town)] = index;
    }

    private void AddPerson(LexiconRow row)
    {
        var offices = new List<ActorOffice>();
        foreach (var text in row.List("offices"))
        {
            if (LexiconColumns.ReadOffice(text) is { } office) offices.Add(office);
        }

        var index = AddEntry(new ActorEntry
        {
            Key = row["key"],
            Name = row["name"],
            Kind = MentionKind.Person,
            Block = row["country"],
            Gender = row["gender"] is { Length: 1 } gender ? gender[0] : '\0',
            Offices = offices,
        });
        AddSpelling(row["name"], index, ActorWord.Name, null);
        AddSpellings(row.List("aliases"), index, ActorWord.Name, null);
    }

    private void AddGivenName(LexiconRow row)
    {
        var gender = row["gender"] is { Length: 1 } letter ? letter[0] : 'u';
        var family = row["part"] == "family";
        foreach (var name in row.List("names"))
        {
            var folded = Folding.Fold(name);
            AddClue(folded, family ? Clue.Family : Clue.Given);
            if (family) _familyNames.Add(folded);
            else if (!_givenNames.TryAdd(folded, gender) && _givenNames[folded] != gender) _givenNames[folded] = 'u';
        }
    }

    private void AddHeadWords(LexiconRow row)
    {
        if (!_marks.TryGetValue(row["marks"], out var words)) _marks.Add(row["marks"], words = new HashSet<string>(StringComparer.Ordinal));
        foreach (var word in row.List("words"))
        {
            words.Add(Folding.Fold(word));
            AddClue(Folding.Fold(word), ClueOf(row["marks"]));
        }
    }

    private static Clue ClueOf(string mark) => mark switch
    {
        "title" => Clue.Title,
        "organisation" => Clue.Body,
        "facility" => Clue.Built,
        "place" => Clue.Land,
        "people" => Clue.People,
        "direction" => Clue.Direction,
        "calendar" => Clue.Calendar,
        "link" => Clue.Link,
        "locative" => Clue.Locative,
        "speech" => Clue.Speech,
        _ => Clue.None,
    };

    private void AddClue(string folded, Clue clue) => _clues[folded] = _clues.GetValueOrDefault(folded) | clue;

    private int AddEntry(ActorEntry entry)
    {
        _byKey[entry.Key] = _entries.Count;
        _entries.Add(entry);
        return _entries.Count - 1;
    }

    private void AddSpellings(IEnumerable<string> words, int entry, ActorWord word, string? language)
    {
        foreach (var text in words) AddSpelling(text, entry, word, language);
    }

    private void AddSpelling(string text, int entry, ActorWord word, string? language)
    {
        if (text.Length == 0) return;
        if (text.StartsWith("the ", StringComparison.Ordinal)) text = text[4..];
        if (word is ActorWord.Adjective or ActorWord.People && language == "en" && !text.Contains(' ', StringComparison.Ordinal)) _adjectives.Add(text);
        // A name of several words, or of capitals only, is nobody's ordinary word in the other language.
        if (word is ActorWord.Name or ActorWord.Seat && (text.Contains(' ', StringComparison.Ordinal) || text.All(letter => !char.IsLower(letter)))) language = null;
        if (text.Length is > 1 and < 12 && text.All(char.IsUpper) && !NameReader.IsEveryday(text)) _acronyms.Add(text);
        if (word == ActorWord.Name && text.All(letter => char.IsLetter(letter) || letter == ' ') && char.IsUpper(text[0])
            && (text.Contains(' ', StringComparison.Ordinal) || (text.Length > 5 && _entries[entry].Kind == MentionKind.Group))) _written.TryAdd(Folding.Fold(text), text);
        _trie.Add(text, _spellings.Count, anyCase: word == ActorWord.Adjective && language == "fr");
        _spellings.Add((entry, word, language));
    }
}
