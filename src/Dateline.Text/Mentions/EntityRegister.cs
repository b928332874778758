using Dateline.Text.Lexicons;

namespace Dateline.Text.Mentions;

/// <summary>An entity of one document while it is being read.</summary>
internal sealed class EntityDraft
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required MentionKind Kind { get; set; }

    public string Block { get; set; } = string.Empty;

    public string Sectors { get; set; } = string.Empty;

    public bool IsKnown { get; init; }

    public ActorEntry? Entry { get; init; }

    /// <summary>Whether it is a person, body or country that a name in the document stands for.</summary>
    public bool IsNamed { get; set; }

    public bool IsPlural { get; set; }

    public bool IsCollective { get; set; }

    public char Gender { get; set; }

    /// <summary>Keys of the roles it has been said to have.</summary>
    public List<string> Roles { get; } = [];

    public Entity Finish()
    {
        var country = Entry?.Country ?? (LexiconColumns.Blocks.Contains(Block) || Block.Length != 3 ? null : Block);
        var sector = Sectors.Length == 0 ? null : Sectors.Split(' ')[0];
        return new Entity(Id, Name, Kind, ActorEntry.CodeOf(Block, Sectors), country, sector, IsKnown);
    }
}

/// <summary>The entities of one document, found again by key.</summary>
internal sealed class EntityRegister
{
    private readonly List<EntityDraft> _entities = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private int _fresh;

    public int Count => _entities.Count;

    public EntityDraft this[int index] => _entities[index];

    /// <summary>The entity of a lexicon's actor.</summary>
    public int Known(ActorEntry entry, DateOnly? day)
    {
        if (_byId.TryGetValue(entry.Key, out var index)) return index;
        var entity = new EntityDraft
        {
            Id = entry.Key,
            Name = entry.Name,
            Kind = entry.Kind,
            Block = entry.Block,
            Sectors = entry.SectorsOn(day),
            IsKnown = true,
            Entry = entry,
            Gender = entry.Gender,
            IsNamed = true,
            IsCollective = entry.Kind is MentionKind.Group or MentionKind.Organisation,
        };
        if (entry.RoleOn(day) is { } role) entity.Roles.Add(role);
        return Add(entity);
    }

    /// <summary>The entity that a country and a role name together: the army of Mali.</summary>
    /// <remarks>Its name is made of both, so that it is the same in every article: “the army”, “Malian troops” and “l’armée malienne” are one.</remarks>
    public int Composed(ActorEntry country, RoleEntry role)
    {
        var id = $"{country.Key}-{role.Key}";
        if (_byId.TryGetValue(id, out var index)) return index;
        return Add(new EntityDraft
        {
            Id = id,
            Name = $"{country.Name}{(country.Name.EndsWith('s') ? "'" : "'s")} {role.Key.Replace('-', ' ')}",
            Kind = role.Kind,
            Block = country.Block,
            Sectors = role.Sectors,
            IsKnown = true,
            IsCollective = role.IsCollective,
            Roles = { role.Key },
        });
    }

    /// <summary>The capital of a country as a town.</summary>
    public int Capital(ActorEntry country, string name)
    {
        var id = $"{country.Key}-capital-{Folding.Fold(name).Replace(' ', '-')}";
        if (_byId.TryGetValue(id, out var index)) return index;
        return Add(new EntityDraft { Id = id, Name = name, Kind = MentionKind.Place, Block = country.Block, IsKnown = true, IsNamed = true, Roles = { "capital" } });
    }

    /// <summary>Somebody first met in this document.</summary>
    public int Fresh(string name, MentionKind kind)
    {
        _fresh++;
        return Add(new EntityDraft { Id = $"n{_fresh}", Name = name, Kind = kind });
    }

    public Entity[] Finish() => [.. _entities.Select(entity => entity.Finish())];

    private int Add(EntityDraft entity)
    {
        _byId.TryAdd(entity.Id, _entities.Count);
        _entities.Add(entity);
        return _entities.Count - 1;
    }
}
