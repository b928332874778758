using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>A telling with the fields that a person put right.</summary>
internal static class CorrectedTelling
{
    public static Telling Of(Telling telling, ChronologyLine line, string fields)
    {
        foreach (var field in fields.Split(' '))
        {
            telling = field switch
            {
                "kind" => telling with { Kind = line.Kind, Mode = line.Mode, Cameo = line.Cameo },
                "actor" => telling with { Actors = [.. line.Actors.Select(PartyOf)] },
                "recipient" => telling with { Recipients = [.. line.Recipients.Select(PartyOf)] },
                "place" => telling with { Place = line.Place?.Place, PlaceText = line.Place?.Words.Text },
                "time" => telling with
                {
                    Edtf = line.Time?.Edtf,
                    Low = line.Time?.Bounds?.First?.DayNumber ?? int.MinValue,
                    High = line.Time?.Bounds?.Last?.DayNumber ?? int.MaxValue,
                    IsDated = line.Time?.Edtf is not null,
                },
                "number" => telling with { Numbers = [.. line.Quantities.SelectMany(quantity => NumbersOf(telling, quantity))] },
                _ => telling,
            };
        }

        return telling;
    }

    private static TellingParty PartyOf(PartyLine party)
    {
        var name = party.Name ?? party.Words.Text;
        return new TellingParty(party.Key ?? Folding.Fold(party.Words.Text), name, party.Words.Text, party.Code, party.Key is not null);
    }

    // A corrected number counts what the telling's first number counted; without one nothing says what it counts.
    private static IEnumerable<TellingNumber> NumbersOf(Telling telling, QuantityLine line)
    {
        if (telling.Numbers is not [var first, ..]) yield break;
        var value = line.Quantity.Value;
        var shift = line.Words.Span.Start - first.Span.Start;
        yield return first with { Low = value, High = value, Value = value, Text = line.Words.Text, Begin = first.Begin + shift, End = first.Begin + shift + line.Words.Text.Length, Span = line.Words.Span };
    }
}
