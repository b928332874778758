using Dateline.Text;

namespace Dateline.Storage;

/// <summary>Bytes as they were seen at one moment under one name.</summary>
/// <param name="Name">The file, feed entry or other input they came in as; the same name later is the same input later.</param>
/// <param name="Bytes">The bytes, exactly as seen; kept as long as the store lives.</param>
public sealed record Capture(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where they were fetched from, where they were.</summary>
    public string? Url { get; init; }

    /// <summary>Media type as given or recognised, such as “text/html”.</summary>
    public string? MediaType { get; init; }

    /// <summary>When they were seen; null for now. The latest version of an article is the one seen last.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>What may differ between two readings of one text.</summary>
public enum RunComponentKind
{
    /// <summary>Trained weights.</summary>
    Model,

    /// <summary>Words with their meaning.</summary>
    Lexicon,

    /// <summary>Places with their positions.</summary>
    Gazetteer,

    /// <summary>Anything else that decides what is read.</summary>
    Rules,
}

/// <summary>One part that a run reads with.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name, such as “en” or “acts.tsv”; unique within its kind.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Version">The version it gives itself, where it does.</param>
public sealed record RunComponent(RunComponentKind Kind, string Name, string Sha256, string? Version = null);

/// <summary>What reads: a reading by the same versions need not be done again.</summary>
/// <param name="ProgramVersion">Version of the program.</param>
/// <param name="Components">Models, lexicons and gazetteers, in any order.</param>
public sealed record Run(string ProgramVersion, IReadOnlyList<RunComponent> Components)
{
    /// <summary>Names all the versions together: equal for equal versions, in whatever order the components stand.</summary>
    public string VersionsKey { get; } = MakeKey(ProgramVersion, Components);

    private static string MakeKey(string programVersion, IReadOnlyList<RunComponent> components)
    {
        var parts = new List<string> { "run", programVersion };
        foreach (var component in components.OrderBy(c => c.Kind).ThenBy(c => c.Name, StringComparer.Ordinal))
            parts.AddRange([component.Kind.ToString(), component.Name, component.Sha256]);
        return Chronology.Claims.ClaimIds.Make([.. parts]);
    }
}

/// <summary>An article that a reading is a state of.</summary>
/// <param name="Id">Id of the article.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="IsNew">Whether this version was not there before.</param>
public sealed record KeptArticle(string Id, int Version, bool IsNew);

/// <summary>What one import has added.</summary>
/// <param name="Articles">Articles that were not there before.</param>
/// <param name="Versions">Versions that were not there before, those of new articles included.</param>
/// <param name="Documents">Readings that were not there before.</param>
/// <param name="Events">Tellings in those readings.</param>
/// <param name="Claims">Claims in those readings.</param>
/// <param name="Unchanged">Articles of the capture that were there already, read with the same versions.</param>
/// <param name="Refused">Articles that were not kept because a reading does not fit its text, each as a diagnostic; the store has them as failed inputs.</param>
public sealed record IntakeResult(int Articles, int Versions, int Documents, int Events, int Claims, int Unchanged, IReadOnlyList<Diagnostic> Refused)
{
    /// <summary>Every article that the readings are states of, in their order, be it new or there already.</summary>
    public IReadOnlyList<KeptArticle> Kept { get; init; } = [];

    /// <summary>Nothing added.</summary>
    public static IntakeResult Nothing { get; } = new(0, 0, 0, 0, 0, 0, []);

    /// <summary>The two together.</summary>
    public static IntakeResult operator +(IntakeResult left, IntakeResult right) => new(
        left.Articles + right.Articles, left.Versions + right.Versions, left.Documents + right.Documents, left.Events + right.Events,
        left.Claims + right.Claims, left.Unchanged + right.Unchanged, [.. left.Refused, .. right.Refused])
    {
        Kept = left.Kept.Count == 0 ? right.Kept : right.Kept.Count == 0 ? left.Kept : [.. left.Kept, .. right.Kept],
    };

    /// <summary>The two together.</summary>
    public static IntakeResult Add(IntakeResult left, IntakeResult right) => left + right;
}
