using System.Buffers.Binary;
using System.Text;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Tron;

/// <summary>An event of a contract: what it is called, and its arguments, indexed ones first, as words of 32 bytes.</summary>
/// <remarks>Tron's virtual machine took over Ethereum's events; an address stands in the last 20 bytes of a word, without 41.</remarks>
internal sealed record TronLog(Address Emitter, int Indexed, TxHash Event, IReadOnlyList<byte[]> Words)
{
    public static readonly TxHash Transfer = Of("Transfer(address,address,uint256)");
    public static readonly TxHash Approval = Of("Approval(address,address,uint256)");
    public static readonly TxHash ApprovalForAll = Of("ApprovalForAll(address,address,bool)");
    public static readonly TxHash OwnershipTransferred = Of("OwnershipTransferred(address,address)");
    public static readonly TxHash Deposit = Of("Deposit(address,uint256)");
    public static readonly TxHash Withdrawal = Of("Withdrawal(address,uint256)");

    private const int WordBytes = 32;
    private const int MaxTopics = 4;

    /// <returns>Null for an event without a name, or whose data are not whole words, which none that is read here has.</returns>
    public static TronLog? Read(AnswerObject log)
    {
        var topics = log.Texts("topics");
        byte[] data = log.OptionalHex("data") ?? [];
        if (topics.Count > MaxTopics)
        {
            throw log.Wrong("topics", $"at most {MaxTopics}", $"{topics.Count}");
        }

        var emitter = log.Emitter();
        var hashes = topics.ConvertAll(topic =>
            topic.Length == 2 * WordBytes && TxHash.TryParse(topic, out var hash) ? hash : throw log.Wrong("topics", "64 hex digits each", topic));
        return hashes.Count == 0 || data.Length % WordBytes != 0
            ? null
            : new(emitter, hashes.Count - 1, hashes[0], [.. hashes.Skip(1).Select(hash => hash.ToBytes()), .. data.Chunk(WordBytes)]);
    }

    public bool Is(TxHash name, int words) => Event == name && Words.Count == words;

    public Address Account(int word) => new(AddressKind.Account20, Words[word].AsSpan(WordBytes - EvmAddressFormat.AccountBytes));

    /// <summary>Null when it does not fit into 128 bits, as the amounts of spam tokens do not.</summary>
    public Amount? Units(int word) =>
        Words[word].AsSpan(0, 16).ContainsAnyExcept((byte)0) ? null : new(BinaryPrimitives.ReadUInt128BigEndian(Words[word].AsSpan(16)));

    private static TxHash Of(string signature) => TxHash.FromBytes(Keccak256.Hash(Encoding.ASCII.GetBytes(signature)));
}
