namespace Spoor.Transfers;

/// <summary>One movement of one asset: the currency that flows through all of Spoor.</summary>
/// <remarks>
/// <para>
/// On account chains a transfer goes from one address to another; a fee has no recipient and newly issued coins no
/// sender. On UTXO chains a transaction is a group of <see cref="TransferKind.UtxoIn"/> and
/// <see cref="TransferKind.UtxoOut"/> rows: an input has only <see cref="From"/>, an output only <see cref="To"/>,
/// either may lack an address (a bare script), and <see cref="Output"/> names the output spent or created.
/// </para>
/// <para>
/// Identity is (chain, transaction, kind, from, to, asset, amount, <see cref="Occurrence"/>): what the movement is,
/// not where a file happened to list it. So the same movement read from a second export, in another format, is
/// recognised, and two equal movements of one transaction stay two.
/// </para>
/// </remarks>
public sealed record Transfer
{
    public required Position Position { get; init; }

    /// <summary>The block's timestamp, UTC; for display and windows, never for order.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether the source states the time; files that do not leave it at the Unix epoch.</summary>
    public bool IsTimed => Time != DateTimeOffset.UnixEpoch;

    public required TxHash Tx { get; init; }

    public required TransferKind Kind { get; init; }

    /// <summary>The sender; null where there is none or it has no address.</summary>
    public Address? From { get; init; }

    /// <summary>The recipient; null where there is none or it has no address.</summary>
    public Address? To { get; init; }

    public required AssetId Asset { get; init; }

    public required Amount Amount { get; init; }

    public AmountQuality Quality { get; init; }

    /// <summary>0 for the first of several equal movements in one transaction, 1 for the next, and so on.</summary>
    public int Occurrence { get; init; }

    /// <summary>UTXO chains: the output spent or created. Null on account chains.</summary>
    public Outpoint? Output { get; init; }

    public ChainId Chain => Asset.Chain;

    /// <summary>What the movement is, whatever file or node told of it.</summary>
    public TransferKey Key => new(Tx, Kind, From, To, Asset, Amount, Occurrence, Output);
}

/// <summary>The identity of a transfer, see <see cref="Transfer"/>.</summary>
public readonly record struct TransferKey(
    TxHash Tx, TransferKind Kind, Address? From, Address? To, AssetId Asset, Amount Amount, int Occurrence, Outpoint? Output);
