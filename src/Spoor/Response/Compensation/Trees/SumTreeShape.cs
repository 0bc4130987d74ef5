using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Response.Compensation.Trees;

/// <summary>What a tree is of: the incident, the assets in their order, and how many customers it has.</summary>
/// <remarks>Its digest is part of every hash of the tree, so that no part of one tree fits into another.</remarks>
public sealed class SumTreeShape
{
    /// <summary>The tree of so many customers is the deepest that is made or checked.</summary>
    public const int MaxLeaves = 1 << 25;

    /// <summary>More assets than any exchange lists.</summary>
    public const int MaxAssets = 10_000;

    private const string Domain = "spoor-compensation-tree/1";

    public SumTreeShape(string incident, IReadOnlyList<(string Code, int Decimals)> assets, int leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leaves);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leaves, MaxLeaves);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(assets.Count, MaxAssets);
        Incident = incident;
        Assets = assets;
        Leaves = leaves;
        Depth = DepthOf(leaves);
        Digest = DigestOf(incident, assets, leaves);
    }

    public string Incident { get; }

    public IReadOnlyList<(string Code, int Decimals)> Assets { get; }

    public int Leaves { get; }

    /// <summary>How many steps lead from a leaf to the top.</summary>
    public int Depth { get; }

    /// <summary>32 bytes.</summary>
    public IReadOnlyList<byte> Digest { get; }

    private static int DepthOf(int leaves)
    {
        int depth = 0;
        while ((1L << depth) < leaves)
        {
            depth++;
        }

        return depth;
    }

    // Every text goes in behind its length, so that no two lists of assets are the same bytes.
    private static byte[] DigestOf(string incident, IReadOnlyList<(string Code, int Decimals)> assets, int leaves)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, Domain);
        AppendText(hash, incident);
        AppendNumber(hash, leaves);
        AppendNumber(hash, assets.Count);
        foreach (var (code, decimals) in assets)
        {
            AppendText(hash, code);
            AppendNumber(hash, decimals);
        }

        return hash.GetHashAndReset();
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        AppendNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
