using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <summary>What a coder says of a telling, field by field, as categories that can be compared: who accepts it agrees with every field that he leaves.</summary>
internal static class CodedValues
{
    /// <summary>The field of the verdict itself; the others bear the names of <see cref="ReviewField"/>.</summary>
    public const string Verdict = "verdict";

    private const string NotTold = "not told";

    public static IReadOnlyList<string> Fields { get; } = [Verdict, .. Enum.GetNames<ReviewField>().Select(name => name.ToLowerInvariant())];

    /// <summary>The values; of what is rejected only the verdict has one.</summary>
    /// <param name="telling">The telling with the coder's corrections.</param>
    /// <param name="isRejected">Whether he rejects it.</param>
    public static IEnumerable<(string Field, string Value)> Of(Telling telling, bool isRejected)
    {
        yield return (Verdict, isRejected ? "rejected" : "accepted");
        if (isRejected) yield break;
        yield return ("kind", telling.Kind.ToPlover());
        yield return ("actor", Names(telling.Actors));
        yield return ("recipient", Names(telling.Recipients));
        yield return ("place", telling.Place?.Name ?? telling.PlaceText ?? NotTold);
        yield return ("time", telling.Edtf ?? NotTold);
        yield return ("number", telling.Numbers.Count == 0 ? NotTold : string.Join("; ", telling.Numbers.Select(number => number.Value?.ToString(CultureInfo.InvariantCulture) ?? number.Text)));
    }

    private static string Names(IReadOnlyList<TellingParty> parties) =>
        parties.Count == 0 ? NotTold : string.Join("; ", parties.Select(party => party.IsNamed ? party.Name : Folding.Fold(party.Text)).Distinct().Order(StringComparer.Ordinal));
}
