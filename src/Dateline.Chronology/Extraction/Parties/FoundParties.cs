using Dateline.Chronology.Events;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>The parties on one side of an event, with the rows of their heads and the way they were found.</summary>
/// <remarks>Made once for a document and emptied for each side; what is handed out is a copy.</remarks>
internal sealed class FoundParties
{
    public List<Party> Parties { get; } = [];

    /// <summary>Rows of the heads, one for each party.</summary>
    public List<int> Heads { get; } = [];

    public PartyRoute Route { get; set; }

    /// <summary>Whether a pronoun or “the two countries” was led back to a name.</summary>
    public bool IsLinked { get; set; }

    public int Count => Parties.Count;

    public void Clear()
    {
        Parties.Clear();
        Heads.Clear();
        Route = PartyRoute.None;
        IsLinked = false;
    }

    public void Add(Party party, int head)
    {
        Parties.Add(party);
        Heads.Add(head);
    }

    public void RemoveAt(int index)
    {
        Parties.RemoveAt(index);
        Heads.RemoveAt(index);
        if (Parties.Count == 0) Route = PartyRoute.None;
    }

    /// <summary>Brings the parties into text order.</summary>
    public void Sort()
    {
        for (var i = 1; i < Parties.Count; i++)
        {
            for (var j = i; j > 0 && Parties[j].Span.CompareTo(Parties[j - 1].Span) < 0; j--)
            {
                (Parties[j], Parties[j - 1]) = (Parties[j - 1], Parties[j]);
                (Heads[j], Heads[j - 1]) = (Heads[j - 1], Heads[j]);
            }
        }
    }

    public void TakeFrom(FoundParties other)
    {
        Clear();
        Parties.AddRange(other.Parties);
        Heads.AddRange(other.Heads);
        Route = other.Route;
        IsLinked = other.IsLinked;
    }
}
