using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>What executing a transaction came to.</summary>
internal sealed record ReceiptAnswer
{
    // EIP-658 came with Byzantium in 2017; Ethereum Classic took it over last, at block 8,772,000.
    private static readonly DateTimeOffset LastStateRoots = new(2019, 9, 13, 0, 0, 0, TimeSpan.Zero);

    private static readonly FieldNames Names = new(
        [
            "transactionHash", "transactionIndex", "blockHash", "blockNumber", "status", "gasUsed", "effectiveGasPrice",
            "blobGasUsed", "blobGasPrice", "l1Fee", "contractAddress", "root",
        ],
        "logs");

    public required TxHash Tx { get; init; }

    /// <summary>Null before Byzantium, when receipts had a state root instead.</summary>
    public bool? Status { get; init; }

    public required long GasUsed { get; init; }

    public UInt128? Price { get; init; }

    public UInt128 BlobGas { get; init; }

    public UInt128 BlobPrice { get; init; }

    /// <summary>What an OP-stack chain charges for the data on the layer below, on top of gas.</summary>
    public UInt128 DataFee { get; init; }

    public Address? Created { get; init; }

    /// <param name="index">Its place in the answer, which is that of its transaction.</param>
    public static ReceiptAnswer Read(ref EvmJson json, int index, BlockAnswer block, LogAnswers logs)
    {
        var place = new JsonPlace("receipts", index);
        Span<JsonSlot> slots = stackalloc JsonSlot[Names.Count];
        slots.Clear();
        logs.Enter(index);
        json.ReadObject(Names, slots, place, logs, static (ref json, _, logs) => logs.ReadAll(ref json));
        var fields = json.Fields(Names, slots, place);
        fields.RequireArray(12);
        fields.Confirm(1, index);
        fields.Confirm(2, block.Hash);
        fields.Confirm(3, block.Height);
        var hash = fields.Hash(0);
        if (index < block.Transactions.Count)
        {
            fields.Confirm(0, block.Transactions[index].Hash);
        }

        logs.Leave(hash);
        return new()
        {
            Tx = hash,
            Status = StatusOf(fields, block.Time),
            GasUsed = fields.Number(5),
            Price = fields.OptionalAmount(6),
            BlobGas = fields.OptionalAmount(7) ?? 0,
            BlobPrice = fields.OptionalAmount(8) ?? 0,
            DataFee = fields.OptionalAmount(9) ?? 0,
            Created = fields.OptionalAccount(10),
        };
    }

    /// <summary>What the sender paid in the native coin: gas, blobs, data on the layer below; null from 2^128 on.</summary>
    public UInt128? FeeAt(UInt128 price)
    {
        // Optimism's first virtual machine names a data fee for transactions at no price, and does not take it.
        var sum = price == 0 ? 0 : DataFee;
        foreach (var (quantity, each) in new[] { ((UInt128)GasUsed, price), (BlobGas, BlobPrice) })
        {
            if (quantity != 0 && (UInt128.MaxValue - sum) / quantity < each)
            {
                return null;
            }

            sum += quantity * each;
        }

        return sum;
    }

    // Old receipts had the root of the state; what such a node writes as their status means nothing.
    private static bool? StatusOf(EvmFields fields, DateTimeOffset time)
    {
        if (!fields.Has(4) || (time < LastStateRoots && HexText.TryHash(fields.Text(11), out _)))
        {
            return null;
        }

        return fields.Number(4) switch
        {
            0 => false,
            1 => true,
            _ => throw fields.Fault(4, "0x0 or 0x1"),
        };
    }
}
