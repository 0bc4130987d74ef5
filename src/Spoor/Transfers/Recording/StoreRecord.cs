namespace Spoor.Transfers.Recording;

/// <summary>What a store was asked and what it answered: as much of it as a case rests on.</summary>
/// <remarks>
/// A history, a transaction or a spend that was asked for is held whole, so which transfers answer a question follows from the
/// transfers themselves. How busy an address is does not, because its history may never have been read.
/// </remarks>
public sealed record StoreRecord
{
    public static readonly StoreRecord Empty = new();

    /// <summary>All transfers of all answers, in order of chain and then in <see cref="TransferOrder"/>.</summary>
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    /// <summary>What the store holds of each chain; null where nobody asked.</summary>
    public IReadOnlyList<ChainHead>? Heads { get; init; }

    /// <summary>Addresses whose whole history was read.</summary>
    public IReadOnlySet<(ChainId Chain, Address Address)> Histories { get; init; } = new HashSet<(ChainId, Address)>();

    /// <summary>Transactions that were read whole.</summary>
    public IReadOnlySet<(ChainId Chain, TxHash Tx)> Transactions { get; init; } = new HashSet<(ChainId, TxHash)>();

    /// <summary>Outputs of which the transaction that spends them was read whole.</summary>
    public IReadOnlySet<(ChainId Chain, Outpoint Output)> Spends { get; init; } = new HashSet<(ChainId, Outpoint)>();

    /// <summary>How busy addresses are; null for one without transfers.</summary>
    public IReadOnlyDictionary<(ChainId Chain, Address Address), Activity?> Activities { get; init; } = new Dictionary<(ChainId, Address), Activity?>();

    /// <summary>What addresses had done before a block; null for one without a past.</summary>
    public IReadOnlyDictionary<PastQuestion, Past?> Pasts { get; init; } = new Dictionary<PastQuestion, Past?>();

    /// <summary>Every address that a question named or a transfer moved from or to.</summary>
    public IEnumerable<Address> Addresses() =>
        Histories.Select(one => one.Address)
            .Concat(Activities.Keys.Select(one => one.Address))
            .Concat(Pasts.Keys.Select(one => one.Address))
            .Concat(Transfers.SelectMany(transfer => new[] { transfer.From, transfer.To }.OfType<Address>()))
            .Distinct();

    internal static IReadOnlyList<Transfer> InOrder(IEnumerable<Transfer> transfers) =>
        [.. transfers.OrderBy(transfer => transfer.Chain).ThenBy(transfer => transfer, TransferOrder.Instance)];
}

/// <summary>What an address had done before a block, counting the chain's coin and some tokens.</summary>
/// <param name="Tokens">In order, with a blank between them.</param>
public readonly record struct PastQuestion(ChainId Chain, Address Address, long BeforeBlock, string Tokens) : IComparable<PastQuestion>
{
    public static string TextOf(IEnumerable<AssetId> tokens) => string.Join(' ', tokens.Distinct().Order());

    public int CompareTo(PastQuestion other)
    {
        int order = (Chain, Address, BeforeBlock).CompareTo((other.Chain, other.Address, other.BeforeBlock));
        return order != 0 ? order : string.CompareOrdinal(Tokens, other.Tokens);
    }
}
