using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Dateline.Text.Places;

/// <summary>
/// The places of the world by name. Immutable after reading and safe for all threads.
/// </summary>
/// <remarks>
/// The file: the bytes <c>DLPLACE1</c>, then one Brotli stream of a table of strings (countries, divisions, features), the places
/// and their other names. Coordinates are kept to 1/10,000 of a degree (11 m).
/// </remarks>
public sealed class Gazetteer
{
    private static readonly byte[] Magic = "DLPLACE1"u8.ToArray();

    // A file that claims more is damaged.
    private const int MostPlaces = 20_000_000;

    private readonly GazetteerPlace[] _places;
    private readonly Dictionary<string, int> _heads;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly Dictionary<string, string> _demonyms = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byDemonym;
    private readonly List<(int Place, int Next)> _links = [];

    private Gazetteer(List<GazetteerPlace> places, IEnumerable<(string Name, int Place)> aliases, IEnumerable<(string Name, int Place)> demonyms)
    {
        _places = [.. places];
        _heads = new Dictionary<string, int>(_places.Length + _places.Length / 8);
        _byName = _heads.GetAlternateLookup<ReadOnlySpan<char>>();
        _byDemonym = _demonyms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < _places.Length; i++) Link(_places[i].Name, i);
        foreach (var (name, place) in aliases) Link(name, place);
        foreach (var (name, place) in demonyms)
        {
            if (PlaceKey.Of(name) is { } key && _places[place].Country is { } country) _demonyms.TryAdd(key, country);
        }
    }

    /// <summary>All places.</summary>
    internal ReadOnlySpan<GazetteerPlace> All => _places;

    /// <summary>How many places there are.</summary>
    public int Count => _places.Length;

    /// <summary>Makes a gazetteer of entries, as a user who has other files may.</summary>
    public static Gazetteer Of(IEnumerable<GazetteerEntry> entries)
    {
        var places = new List<GazetteerPlace>();
        var aliases = new List<(string, int)>();
        var demonyms = new List<(string, int)>();
        foreach (var entry in entries)
        {
            foreach (var alias in entry.Aliases) aliases.Add((alias, places.Count));
            foreach (var demonym in entry.Demonyms) demonyms.Add((demonym, places.Count));
            places.Add(entry.Place);
        }

        return new Gazetteer(places, aliases, demonyms);
    }

    /// <summary>Reads a compiled gazetteer.</summary>
    /// <exception cref="InvalidDataException">The stream is no gazetteer, or a damaged one.</exception>
    public static Gazetteer Read(Stream stream)
    {
        Span<byte> magic = stackalloc byte[8];
        if (stream.ReadAtLeast(magic, 8, throwOnEndOfStream: false) < 8 || !magic.SequenceEqual(Magic))
            throw new InvalidDataException("This is no compiled gazetteer; compile one, or restore models/gazetteer.places.");
        try
        {
            using var brotli = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(new BufferedStream(brotli, 1 << 16), Encoding.UTF8);
            var strings = new string[Bounded(reader)];
            for (var i = 0; i < strings.Length; i++) strings[i] = reader.ReadString();
            var count = Bounded(reader);
            var places = new List<GazetteerPlace>(Math.Min(count, 1 << 20));
            for (var i = 0; i < count; i++)
            {
                var name = reader.ReadString();
                var id = reader.Read7BitEncodedInt64();
                var latitude = reader.ReadInt32() / 10_000.0;
                var longitude = reader.ReadInt32() / 10_000.0;
                var country = strings[reader.Read7BitEncodedInt()];
                var admin = strings[reader.Read7BitEncodedInt()];
                var feature = strings[reader.Read7BitEncodedInt()];
                var population = reader.Read7BitEncodedInt64();
                places.Add(new GazetteerPlace(
                    id > 0 ? $"geonames:{id}" : $"dateline:{PlaceKey.Of(name)?.Replace(' ', '-')}-{feature.ToLowerInvariant()}",
                    name, latitude, longitude, country.Length == 0 ? null : country, admin.Length == 0 ? null : admin, feature, PrecisionOf(feature), population));
            }

            return new Gazetteer(places, Names(reader, count), Names(reader, count));
        }
        catch (Exception e) when (e is EndOfStreamException or IndexOutOfRangeException or FormatException or InvalidOperationException or IOException)
        {
            throw new InvalidDataException("The compiled gazetteer is damaged; restore models/gazetteer.places or compile it again.", e);
        }
    }

    /// <summary>Writes a gazetteer that <see cref="Read"/> reads. Equal entries give equal bytes.</summary>
    public static void Write(Stream stream, IReadOnlyList<GazetteerEntry> entries)
    {
        stream.Write(Magic);
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli, Encoding.UTF8);
        var index = new Dictionary<string, int>();
        foreach (var entry in entries)
        {
            index.TryAdd(entry.Place.Country ?? "", index.Count);
            index.TryAdd(entry.Place.Admin1 ?? "", index.Count);
            index.TryAdd(entry.Place.Feature, index.Count);
        }

        writer.Write7BitEncodedInt(index.Count);
        foreach (var (text, _) in index.OrderBy(x => x.Value)) writer.Write(text);
        writer.Write7BitEncodedInt(entries.Count);
        foreach (var (place, _, _) in entries)
        {
            writer.Write(place.Name);
            writer.Write7BitEncodedInt64(place.GazetteerId.StartsWith("geonames:", StringComparison.Ordinal) ? long.Parse(place.GazetteerId.AsSpan(9)) : 0);
            writer.Write((int)Math.Round(place.Latitude * 10_000));
            writer.Write((int)Math.Round(place.Longitude * 10_000));
            writer.Write7BitEncodedInt(index[place.Country ?? ""]);
            writer.Write7BitEncodedInt(index[place.Admin1 ?? ""]);
            writer.Write7BitEncodedInt(index[place.Feature]);
            writer.Write7BitEncodedInt64(place.Population);
        }

        WriteNames(e => e.Aliases);
        WriteNames(e => e.Demonyms);

        void WriteNames(Func<GazetteerEntry, IReadOnlyList<string>> of)
        {
            writer.Write7BitEncodedInt(entries.Sum(e => of(e).Count));
            for (var i = 0; i < entries.Count; i++)
            {
                foreach (var name in of(entries[i]))
                {
                    writer.Write(name);
                    writer.Write7BitEncodedInt(i);
                }
            }
        }
    }

    /// <summary>How exactly a GeoNames feature is known by a point.</summary>
    public static PlacePrecision PrecisionOf(string feature) => feature switch
    {
        "CONT" => PlacePrecision.Country,
        _ when feature.StartsWith("PCL", StringComparison.Ordinal) || feature == "TERR" => PlacePrecision.Country,
        "ADM1" or "RGN" or "DSRT" or "SEA" or "OCN" or "GULF" or "STM" or "PEN" or "ISL" or "ISLS" or "LK" => PlacePrecision.Region,
        "ADM2" or "ADM3" => PlacePrecision.District,
        _ when feature.StartsWith("PPL", StringComparison.Ordinal) => PlacePrecision.Town,
        _ => PlacePrecision.Point,
    };

    /// <summary>Adds the places of a name to <paramref name="found"/>, in no order; returns how many.</summary>
    public int Find(ReadOnlySpan<char> name, List<GazetteerPlace> found)
    {
        Span<char> key = stackalloc char[PlaceKey.Longest];
        var length = PlaceKey.Fold(name, key);
        if (length <= 0 || !_byName.TryGetValue(key[..length], out var link)) return 0;
        var before = found.Count;
        for (; link >= 0; link = _links[link].Next)
        {
            var place = _places[_links[link].Place];
            if (!found.Contains(place)) found.Add(place);
        }

        return found.Count - before;
    }

    /// <summary>
    /// The number of people of the largest place of a name, -1 when none has it. A country, division or water counts as
    /// large whatever its number.
    /// </summary>
    internal long PeopleOf(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[PlaceKey.Longest];
        var length = PlaceKey.Fold(name, key);
        if (length <= 0 || !_byName.TryGetValue(key[..length], out var link)) return -1;
        long people = 0;
        for (; link >= 0; link = _links[link].Next)
        {
            var place = _places[_links[link].Place];
            people = Math.Max(people, place.Feature.StartsWith("PPL", StringComparison.Ordinal) ? place.Population : long.MaxValue);
        }

        return people;
    }

    /// <summary>Whether some place has the name.</summary>
    public bool Knows(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[PlaceKey.Longest];
        var length = PlaceKey.Fold(name, key);
        return length > 0 && _byName.ContainsKey(key[..length]);
    }

    /// <summary>The country (ISO 3166-1 alpha-3) that a word for its people belongs to, or null.</summary>
    public string? CountryOfDemonym(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[PlaceKey.Longest];
        var length = PlaceKey.Fold(word, key);
        return length > 0 && _byDemonym.TryGetValue(key[..length], out var country) ? country : null;
    }

    private static int Bounded(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is >= 0 and <= MostPlaces and var count ? count : throw new FormatException();

    private static List<(string, int)> Names(BinaryReader reader, int places)
    {
        var count = Bounded(reader);
        var names = new List<(string, int)>(Math.Min(count, 1 << 20));
        for (var i = 0; i < count; i++)
        {
            var name = reader.ReadString();
            var place = reader.Read7BitEncodedInt();
            if ((uint)place >= (uint)places) throw new FormatException();
            names.Add((name, place));
        }

        return names;
    }

    private void Link(string name, int place)
    {
        if (PlaceKey.Of(name) is not { } key) return;
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, key, out var exists);
        _links.Add((place, exists ? head : -1));
        head = _links.Count - 1;
    }
}
