using System.Buffers.Binary;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Happening;

/// <summary>
/// How likely it is that what a verb tells did happen, does or will, learned from people's judgements: a logistic function of what
/// stands around the verb and what the rules make of it.
/// </summary>
/// <remarks>
/// Learned by <c>dateline train --happening</c>. Immutable and safe for any number of threads. The file: eight bytes of magic, the
/// number of features as 32 bits, then as many keys of 64 bits in ascending order, then as many weights of 32 bits, all little-endian.
/// </remarks>
public sealed class HappeningModel
{
    private const ulong Magic = 0x3150_4148_4C44; // “DLHAP1”
    private const int HeaderLength = 12;

    private readonly ulong[] _keys;
    private readonly float[] _weights;

    private HappeningModel(ulong[] keys, float[] weights)
    {
        _keys = keys;
        _weights = weights;
    }

    /// <summary>Opens a model.</summary>
    /// <param name="bytes">The whole file, <c>LANGUAGE.happening</c>.</param>
    /// <exception cref="InvalidDataException">The bytes are no model of this version.</exception>
    public static HappeningModel Open(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) is var count && (count <= 0 || bytes.Length != HeaderLength + ((long)count * 12)))
            throw new InvalidDataException("The file is no model of what happened of this version; take the file of a release or train it anew.");
        var keys = new ulong[count];
        var weights = new float[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(HeaderLength + (i * 8))..]);
            weights[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(HeaderLength + (count * 8) + (i * 4))..]);
            if (!float.IsFinite(weights[i]) || (i > 0 && keys[i] <= keys[i - 1]))
                throw new InvalidDataException("The model of what happened is damaged; take the file of a release or train it anew.");
        }

        return new HappeningModel(keys, weights);
    }

    /// <summary>The file of a model with these weights.</summary>
    /// <param name="weights">The weight of each feature's key.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static byte[] ToFile(IReadOnlyDictionary<ulong, float> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0) throw new ArgumentException("A model has at least one weight.", nameof(weights));
        var sorted = weights.OrderBy(weight => weight.Key).ToArray();
        var bytes = new byte[HeaderLength + (sorted.Length * 12)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(HeaderLength + (i * 8)), sorted[i].Key);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(HeaderLength + (sorted.Length * 8) + (i * 4)), sorted[i].Value);
        }

        return bytes;
    }

    /// <summary>The keys of the features of each verb of a document; null for words that are no verbs.</summary>
    /// <param name="document">A document with trees.</param>
    /// <param name="lexicon">The words that say how sure an act is.</param>
    public static ulong[]?[] Features(Document document, ActLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(lexicon);
        var found = new ulong[]?[document.Tokens.Count];
        var keys = new List<ulong>();
        ForVerbs(document, (tree, verb) =>
        {
            HappeningFeatures.Read(tree, lexicon, verb, keys);
            found[verb] = [.. keys];
        });
        return found;
    }

    /// <summary>How likely it is of each verb of a document, from 0 to 1; not a number for words that are no verbs.</summary>
    /// <param name="document">A document with trees.</param>
    /// <param name="lexicon">The words that say how sure an act is.</param>
    public double[] Chances(Document document, ActLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(lexicon);
        var found = new double[document.Tokens.Count];
        Array.Fill(found, double.NaN);
        ForVerbs(document, (tree, verb) => found[verb] = ChanceOf(tree, lexicon, verb));
        return found;
    }

    internal double ChanceOf(SentenceTree tree, ActLexicon lexicon, int verb)
    {
        var keys = new List<ulong>(96);
        HappeningFeatures.Read(tree, lexicon, verb, keys);
        var sum = 0.0;
        foreach (var key in keys)
        {
            if (Array.BinarySearch(_keys, key) is var at and >= 0) sum += _weights[at];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static void ForVerbs(Document document, Action<SentenceTree, int> visit)
    {
        var tree = new SentenceTree(document, document.Tokens.Lemmas);
        foreach (var sentence in document.Tokens.Sentences)
        {
            tree.Enter(sentence);
            for (var token = sentence.First; token < sentence.End; token++)
            {
                if (document.Tokens.Upos[token] is UniversalPos.Verb or UniversalPos.Aux) visit(tree, token);
            }
        }
    }
}
