using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>A block with its transactions, as <c>eth_getBlockByNumber</c> answers it.</summary>
internal sealed record BlockAnswer
{
    private const int MaxDepth = 64;

    // Keccak-256 of the empty string in RLP: the root of a list without elements.
    private static readonly TxHash RootOfNone = TxHash.Parse("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

    private static readonly FieldNames Names = new(
        ["number", "hash", "parentHash", "timestamp", "transactionsRoot", "logsBloom"], "transactions", "withdrawals");

    public required long Height { get; init; }

    public required TxHash Hash { get; init; }

    public required TxHash? Parent { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required IReadOnlyList<TransactionAnswer> Transactions { get; init; }

    public required IReadOnlyList<WithdrawalAnswer> Withdrawals { get; init; }

    /// <summary>Whether its Bloom filter says that there are logs; a node that is behind may answer none.</summary>
    public required bool HasLogs { get; init; }

    public static BlockAnswer Read(ReadOnlySpan<byte> text)
    {
        var json = EvmJson.Open(text, MaxDepth);
        if (json.Token == JsonTokenType.Null)
        {
            throw new NodeAnswerException("Expected a block, found null: the node does not have it.");
        }

        var lists = new Lists([], []);
        Span<JsonSlot> slots = stackalloc JsonSlot[Names.Count];
        slots.Clear();
        json.ReadObject(Names, slots, new("block"), lists, ReadList);
        var fields = json.Fields(Names, slots, new("block"));
        json.RefuseMore();
        fields.RequireArray(6);
        HoldCount(fields, lists.Transactions.Count);
        var block = Assemble(fields, lists);
        block.HoldTransactions();
        return block;
    }

    private static BlockAnswer Assemble(EvmFields fields, Lists lists)
    {
        long height = fields.Number(0);
        return new()
        {
            Height = height,
            Hash = fields.Hash(1),
            Parent = height == 0 ? null : fields.Hash(2),
            Time = DateTimeOffset.FromUnixTimeSeconds(fields.Number(3, DateTimeOffset.MaxValue.ToUnixTimeSeconds())),
            Transactions = lists.Transactions,
            Withdrawals = lists.Withdrawals,
            HasLogs = HexText.HasPrefix(fields.Text(5)) && fields.Text(5)[2..].ContainsAnyExcept((byte)'0'),
        };
    }

    // Chains that keep no such root write zeros.
    private static void HoldCount(EvmFields fields, int found)
    {
        if (found == 0 && fields.OptionalHash(4) is { } root && root != RootOfNone && root != default)
        {
            throw fields.Fault(4, "that of no transactions, because the block lists none");
        }
    }

    private static void ReadList(ref EvmJson json, int field, Lists lists)
    {
        bool isTransactions = field == 6;
        json.Expect(JsonTokenType.StartArray, new(isTransactions ? "block.transactions" : "block.withdrawals"), "an array");
        while (json.NextItem())
        {
            if (isTransactions)
            {
                lists.Transactions.Add(TransactionAnswer.Read(ref json, lists.Transactions.Count));
            }
            else
            {
                lists.Withdrawals.Add(WithdrawalAnswer.Read(ref json, lists.Withdrawals.Count));
            }
        }
    }

    // The block's own fields may come after its transactions, so these are compared when all is read.
    private void HoldTransactions()
    {
        var seen = new HashSet<TxHash>();
        foreach (var transaction in Transactions)
        {
            if (transaction.BlockHash is { } hash && hash != Hash)
            {
                throw transaction.Fault("blockHash", $"0x{Hash}", $"0x{hash}");
            }

            if (transaction.Height is { } height && height != Height)
            {
                throw transaction.Fault("blockNumber", $"{Height}", $"{height}");
            }

            if (!seen.Add(transaction.Hash))
            {
                throw transaction.Fault("hash", "a hash of its own", $"0x{transaction.Hash} a second time");
            }
        }
    }

    private sealed record Lists(List<TransactionAnswer> Transactions, List<WithdrawalAnswer> Withdrawals);
}

/// <summary>A payment by the consensus layer (EIP-4895).</summary>
/// <param name="Gwei">Billionths of the native coin.</param>
internal sealed record WithdrawalAnswer(Address To, long Gwei)
{
    private static readonly FieldNames Names = new(["address", "amount"]);

    public static WithdrawalAnswer Read(ref EvmJson json, int index)
    {
        Span<JsonSlot> slots = stackalloc JsonSlot[Names.Count];
        slots.Clear();
        json.ReadObject(Names, slots, new("block.withdrawals", index));
        var fields = json.Fields(Names, slots, new("block.withdrawals", index));
        return new(fields.Account(0), fields.Number(1));
    }
}
