using CsCheck;
using Dateline.Chronology.Export;

namespace Dateline.Tests.Chronology;

public sealed class CodePointMapTests
{
    // The clear twin: counts from the beginning each time.
    private static int Counted(string text, int position)
    {
        var points = 0;
        for (var i = 0; i < position; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            points++;
        }

        return points;
    }

    [Fact]
    public void Positions_agree_with_a_count_from_the_beginning() =>
        Gen.String[Gen.OneOf(Gen.Char[' ', 'z'], Gen.Char['\ud83d', '\ud83d'], Gen.Char['\ude00', '\ude10']), 0, 40].Sample(text =>
        {
            var map = new CodePointMap(text);
            for (var position = 0; position <= text.Length; position++)
            {
                var isInsidePair = position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);
                if (!isInsidePair && map.At(position) != Counted(text, position)) return false;
            }

            return true;
        });

    [Fact]
    public void A_character_beyond_the_basic_plane_counts_once() => Assert.Equal(2, new CodePointMap("a😀b").At(3));
}
