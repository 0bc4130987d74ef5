using System.Buffers.Binary;
using System.Security.Cryptography;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>A transaction from its own bytes: what its id is the hash of, and so what nobody can state differently.</summary>
internal sealed record RawTransaction(TxHash Id, IReadOnlyList<Outpoint> Inputs, IReadOnlyList<RawOutput> Outputs)
{
    // Below this no input or output can be written, so that a count promises no more than there are bytes.
    private const int SmallestOutput = 9;
    private const int SmallestInput = 41;

    /// <summary>Reads one transaction in Bitcoin's serialisation, with or without witnesses (BIP-144).</summary>
    /// <param name="bytes">Begins with the transaction.</param>
    /// <param name="length">How many bytes it takes.</param>
    /// <returns>Null when the bytes are no such transaction.</returns>
    public static RawTransaction? TryRead(ReadOnlySpan<byte> bytes, out int length)
    {
        var reader = new RawReader(bytes);
        reader.Skip(4);
        bool hasWitness = reader.Peek(0) == 0 && reader.Peek(1) == 1;
        reader.Skip(hasWitness ? 2 : 0);
        int body = reader.At;
        var inputs = ReadInputs(ref reader);
        var outputs = ReadOutputs(ref reader);
        int end = reader.At;
        for (int i = 0; hasWitness && i < inputs.Count; i++)
        {
            SkipWitness(ref reader);
        }

        reader.Skip(4);
        length = reader.At;
        if (reader.HasFailed)
        {
            return null;
        }

        return new(IdOf(bytes[..4], bytes[body..end], bytes[(length - 4)..length]), inputs, outputs);
    }

    private static List<Outpoint> ReadInputs(ref RawReader reader)
    {
        var inputs = new List<Outpoint>();
        for (int count = reader.Count(SmallestInput); count > 0 && !reader.HasFailed; count--)
        {
            var tx = reader.Hash();
            uint index = BinaryPrimitives.ReadUInt32LittleEndian(reader.Take(4));
            reader.Skip(reader.Count(1));
            reader.Skip(4);
            inputs.Add(new(tx, unchecked((int)index)));
        }

        return inputs;
    }

    private static List<RawOutput> ReadOutputs(ref RawReader reader)
    {
        var outputs = new List<RawOutput>();
        for (int count = reader.Count(SmallestOutput); count > 0 && !reader.HasFailed; count--)
        {
            long units = BinaryPrimitives.ReadInt64LittleEndian(reader.Take(8));
            outputs.Add(new(units, reader.Take(reader.Count(1)).ToArray()));
        }

        return outputs;
    }

    private static void SkipWitness(ref RawReader reader)
    {
        for (int items = reader.Count(1); items > 0 && !reader.HasFailed; items--)
        {
            reader.Skip(reader.Count(1));
        }
    }

    // The id leaves the witnesses out.
    private static TxHash IdOf(ReadOnlySpan<byte> version, ReadOnlySpan<byte> body, ReadOnlySpan<byte> lockTime)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(version);
        sha.AppendData(body);
        sha.AppendData(lockTime);
        return RawReader.Shown(SHA256.HashData(sha.GetHashAndReset()));
    }
}

/// <summary>An output as serialised: its value and its script.</summary>
internal sealed record RawOutput(long Units, byte[] Script);
