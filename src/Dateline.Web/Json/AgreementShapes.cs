namespace Dateline.Web.Json;

// The forms of the answers about agreement. A measure that is not defined is null.
internal sealed record AlphaJson(double? Value, int Units, int Ratings, double Observed, double Expected);

internal sealed record KappaJson(double? Value, int Units, double Observed, double Expected);

internal sealed record PairJson(string One, string Other, int Count);

internal sealed record FieldAgreementJson(string Field, AlphaJson Alpha, KappaJson Kappa, IReadOnlyList<PairJson> Pairs);

internal sealed record CodedValueJson(string Coder, string Value);

internal sealed record DisagreementJson(string Field, TellingJson Telling, IReadOnlyList<CodedValueJson> Values);

internal sealed record AgreementJson(
    IReadOnlyList<CountJson> Coders, string? One, string? Other, IReadOnlyList<FieldAgreementJson> Fields, FieldAgreementJson Overall,
    IReadOnlyList<DisagreementJson> Disagreements, int AllDisagreements);
