using Spoor.Detection.Owners;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Steps;

/// <summary>What one transaction did to one owner: all that the detector keeps of it.</summary>
internal sealed record OwnerStep
{
    private static readonly IReadOnlyDictionary<Address, RecipientHistory> NoHistories = new Dictionary<Address, RecipientHistory>();

    public required int Owner { get; init; }

    public required ChainId Chain { get; init; }

    public required Position At { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required TxHash Tx { get; init; }

    /// <summary>The chain is watched from its first block, so what was not seen to come is not there.</summary>
    public bool IsFromBeginning { get; init; }

    public IReadOnlyList<PurseChange> Changes { get; init; } = [];

    public IReadOnlyList<Payout> Payouts { get; init; } = [];

    public IReadOnlyList<Receipt> Receipts { get; init; } = [];

    public IReadOnlyList<OwnMove> OwnMoves { get; init; } = [];

    public IReadOnlyList<ControlChange> Controls { get; init; } = [];

    public SentTransaction? Sent { get; init; }

    /// <summary>Whether a wallet of the owner sent the transaction; null when the source does not tell.</summary>
    public bool? SentByOwner { get; init; }

    /// <summary>What was known of the recipients before the block; one that is absent is unknown.</summary>
    public IReadOnlyDictionary<Address, RecipientHistory> Histories { get; set; } = NoHistories;

    /// <summary>Worth of what left, less the worth of what came back in the same transaction.</summary>
    public UsdValue Usd { get; init; }

    /// <summary>Assets that left and have no price.</summary>
    public IReadOnlyList<AssetId> Unpriced { get; init; } = [];

    /// <summary>Most of the worth came back in other assets.</summary>
    public bool IsSwap { get; init; }

    /// <summary>What the version ahead found when nothing was to be told; the version below takes the same steps in the same order and need not look again. Null when it was told, or not looked for.</summary>
    public RecentOutflow? Calm { get; set; }
}
