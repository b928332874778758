using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Chronology.Extraction.Scope;

/// <summary>Who says it: the innermost attribution whose content holds the words.</summary>
internal static class AttributionScope
{
    public static int Of(IReadOnlyList<Attribution> attributions, TextSpan words)
    {
        var best = -1;
        var bestLength = int.MaxValue;
        for (var i = 0; i < attributions.Count; i++)
        {
            foreach (var content in attributions[i].Content)
            {
                if (!content.Contains(words) || content.Length >= bestLength) continue;
                best = i;
                bestLength = content.Length;
            }
        }

        return best;
    }
}
