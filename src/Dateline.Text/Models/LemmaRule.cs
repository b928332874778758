using System.Globalization;

namespace Dateline.Text.Models;

/// <summary>
/// How a lemma comes from a form: keep or lower the case, take characters off the end, put others there.
/// </summary>
/// <remarks>Written as <c>L3:y</c>: lower case, three characters off, then “y” (berries, berry). Equality is by value.</remarks>
/// <param name="Lower">Whether the form is put in lower case first.</param>
/// <param name="Cut">How many characters go from the end.</param>
/// <param name="Ending">What stands there instead.</param>
internal readonly record struct LemmaRule(bool Lower, int Cut, string Ending)
{
    /// <summary>The rule that leads from a form to a lemma; null when none of this shape does.</summary>
    internal static LemmaRule? Between(string form, string lemma)
    {
        var lowered = form.ToLowerInvariant();
        var kept = CommonPrefix(form, lemma);
        var keptLower = CommonPrefix(lowered, lemma);
        // A lemma that shares nothing with its form is a matter for the table of exceptions, unless the word is short.
        if (Math.Max(kept, keptLower) == 0 && form.Length > 4) return null;
        return keptLower >= kept
            ? new LemmaRule(true, lowered.Length - keptLower, lemma[keptLower..])
            : new LemmaRule(false, form.Length - kept, lemma[kept..]);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no rule.</exception>
    internal static LemmaRule Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || text[0] is not ('L' or 'K')) throw new FormatException($"'{text}' is no lemma rule.");
        return new LemmaRule(text[0] == 'L', int.Parse(text.AsSpan(1, colon - 1), CultureInfo.InvariantCulture), text[(colon + 1)..]);
    }

    /// <summary>Writes the lemma of <paramref name="form"/> into <paramref name="lemma"/> and returns its length; a form too short for the cut stays as it is.</summary>
    internal int Apply(ReadOnlySpan<char> form, Span<char> lemma)
    {
        if (Lower) form.ToLowerInvariant(lemma);
        else form.CopyTo(lemma);
        if (Cut > form.Length || form.Length - Cut + Ending.Length == 0) return form.Length;
        Ending.CopyTo(lemma[(form.Length - Cut)..]);
        return form.Length - Cut + Ending.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Lower ? 'L' : 'K')}{Cut}:{Ending}");

    private static int CommonPrefix(string a, string b) => a.AsSpan().CommonPrefixLength(b);
}
