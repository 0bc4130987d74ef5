using System.Globalization;
using System.Text;
using Spoor.Chains.Evm;
using Spoor.Chains.Evm.Bridges;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Evm.Bridges;

/// <summary>Logs of bridges, made from the values of their arguments.</summary>
internal static class BridgeLogs
{
    /// <summary>A log of an event.</summary>
    /// <param name="signature">The name and, where several share it, the beginning of its types.</param>
    /// <param name="values">Words by argument; the others are zero.</param>
    public static LogAnswer Of(string signature, string emitter, params (string Argument, string Hex)[] values)
    {
        var known = BridgeReading.Events().First(candidate => candidate.Signature.StartsWith(signature, StringComparison.Ordinal));
        return Of(known, emitter, values, []);
    }

    /// <summary>A log of an event with arguments of any length.</summary>
    public static LogAnswer Of(string signature, string emitter, (string Argument, string Hex)[] values, (string Argument, byte[] Bytes)[] tails)
    {
        var known = BridgeReading.Events().First(candidate => candidate.Signature.StartsWith(signature, StringComparison.Ordinal));
        return Of(known, emitter, values, tails);
    }

    /// <summary>What a block with one transaction of these logs tells.</summary>
    public static IReadOnlyList<BridgeLeg> Read(string chain, TxHash tx, params LogAnswer[] logs)
    {
        var reading = new BridgeReading(ChainRegistry.Find(chain), DateTimeOffset.UnixEpoch.AddDays(20_000));
        for (int i = 0; i < logs.Length; i++)
        {
            reading.Read(logs[i], new(1, 0, Phase.Log, i), tx);
        }

        reading.EndTransaction();
        return reading.Legs;
    }

    public static string Word(long number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static string Account(byte number) => Word(0x1000 + number);

    public static TxHash Tx(int number) => TxHash.FromBytes(Keccak256.Hash(BitConverter.GetBytes(number)));

    public static LogAnswer Raw(string emitter, string[] topics, string data) => new()
    {
        Transaction = 0,
        Index = 0,
        Emitter = new(AddressKind.Account20, Convert.FromHexString(emitter[2..])),
        Topics = [.. topics.Select(topic => HexText.Word(Convert.FromHexString(topic)))],
        Data = Encoding.ASCII.GetBytes(data),
        Place = new("logs"),
    };

    private static LogAnswer Of(BridgeEvent known, string emitter, (string Argument, string Hex)[] values, (string Argument, byte[] Bytes)[] tails)
    {
        string[] topics = [.. Enumerable.Repeat(Word(0), known.Topics)];
        topics[0] = BridgeWords.Hex(known.Topic);
        byte[] data = new byte[HeadOf(known)];
        foreach (var (argument, hex) in values)
        {
            var place = known.Places[argument];
            if (place.IsTopic)
            {
                topics[place.Number] = hex;
            }
            else
            {
                Convert.FromHexString(hex).CopyTo(data, place.Number);
            }
        }

        foreach (var (argument, bytes) in tails)
        {
            Convert.FromHexString(Word(data.Length)).CopyTo(data, known.Places[argument].Number);
            data = [.. data, .. Convert.FromHexString(Word(bytes.Length)), .. bytes, .. new byte[(32 - (bytes.Length % 32)) % 32]];
        }

        return Raw(emitter, topics, Convert.ToHexStringLower(data));
    }

    private static int HeadOf(BridgeEvent known)
    {
        // The shortest data that is taken for the event.
        for (int length = 0; ; length += 32)
        {
            var log = Raw("0x00000000000000000000000000000000000000ee", [BridgeWords.Hex(known.Topic), .. Enumerable.Repeat(Word(0), known.Topics - 1)], new string('0', 2 * length));
            if (known.HasShapeOf(log))
            {
                return length;
            }
        }
    }
}
