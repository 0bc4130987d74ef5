using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Holds a block to its hash: the hash covers the header, the header the ids of all transactions.</summary>
/// <remarks>
/// So a transaction that is missing, added or exchanged, another parent or another time do not pass. The header is that of
/// https://developer.bitcoin.org/reference/block_chain.html#block-headers; Zcash's has a longer nonce and a solution
/// (protocol specification §7.6). The proof of work itself is not judged.
/// </remarks>
internal static class BlockSeal
{
    private const int MaxSolution = 2_000;

    /// <exception cref="Nodes.NodeAnswerException">The hash is not that of this header, or the header not of these transactions.</exception>
    public static void Hold(AnswerObject block, TxHash hash, IReadOnlyList<TxHash> transactions)
    {
        var root = block.Hash("merkleroot");
        var found = MerkleRoot(transactions);
        if (found != root)
        {
            throw block.Wrong("merkleroot", $"{found}, which the ids of its {transactions.Count} transactions make", root.ToString());
        }

        var computed = HashOf(block, root);
        if (computed != hash)
        {
            throw block.Wrong("hash", $"{computed}, which the header makes", hash.ToString());
        }
    }

    internal static TxHash MerkleRoot(IReadOnlyList<TxHash> transactions)
    {
        byte[][] row = [.. transactions.Select(Stored)];
        while (row.Length > 1)
        {
            // The last of an odd row is paired with itself.
            row = [.. row.Chunk(2).Select(pair => Twice([.. pair[0], .. pair[^1]]))];
        }

        return RawReader.Shown(row[0]);
    }

    internal static TxHash HashOfHeader(ReadOnlySpan<byte> header) => RawReader.Shown(Twice(header));

    private static TxHash HashOf(AnswerObject block, TxHash root)
    {
        var header = new List<byte>(80);
        header.AddRange(Little(unchecked((uint)block.Whole("version", int.MinValue, uint.MaxValue))));
        header.AddRange(Stored(block.OptionalHash("previousblockhash") ?? default));
        header.AddRange(Stored(root));
        byte[]? solution = block.OptionalHex("solution");
        if (solution is not null)
        {
            header.AddRange(Stored(block.OptionalHash("blockcommitments") ?? block.Hash("finalsaplingroot")));
        }

        header.AddRange(Little((uint)block.Whole("time", 0, uint.MaxValue)));
        header.AddRange(Little(Bits(block)));
        if (solution is null)
        {
            header.AddRange(Little((uint)block.Whole("nonce", 0, uint.MaxValue)));
            return HashOfHeader(header.ToArray());
        }

        header.AddRange(Stored(block.Hash("nonce")));
        header.AddRange(Sized(block, solution));
        return HashOfHeader(header.ToArray());
    }

    private static uint Bits(AnswerObject block)
    {
        string text = block.Text("bits");
        return text.Length == 8 && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint bits)
            ? bits
            : throw block.Wrong("bits", "8 hex digits", text);
    }

    // CompactSize: one byte below 253, else 253 and two bytes. Zcash's solution has 1,344.
    private static byte[] Sized(AnswerObject block, byte[] solution) => solution.Length switch
    {
        < 253 => [(byte)solution.Length, .. solution],
        <= MaxSolution => [253, (byte)(solution.Length & 0xff), (byte)(solution.Length >> 8), .. solution],
        _ => throw block.Wrong("solution", $"at most {MaxSolution} bytes", $"{solution.Length}"),
    };

    private static byte[] Little(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Stored(TxHash hash)
    {
        byte[] bytes = hash.ToBytes();
        bytes.AsSpan().Reverse();
        return bytes;
    }

    private static byte[] Twice(ReadOnlySpan<byte> bytes) => SHA256.HashData(SHA256.HashData(bytes));
}
