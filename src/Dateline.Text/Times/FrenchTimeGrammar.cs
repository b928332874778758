namespace Dateline.Text.Times;

/// <summary>Time expressions of French.</summary>
internal sealed class FrenchTimeGrammar : TimeGrammar
{
    public static FrenchTimeGrammar Instance { get; } = new();

    protected override bool MonthFirst => false;

    public override bool TryRead(TimePieces p, int at, out TimeReading reading)
    {
        reading = default;
        return false;
    }

    protected override int Amount(TimePieces p, int at, out double amount) => Figures(p, at, out amount, ' ', ',');
}
