using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>What is known today of a theft: whose wallets lost what to whom. Only the judge of a back-test sees it, never the detector.</summary>
public sealed record TheftTruth
{
    public required string Incident { get; init; }

    /// <summary>Name of the watched owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Where the stolen assets went first.</summary>
    public required IReadOnlySet<AccountOnChain> Thieves { get; init; }

    /// <summary>What left for the thieves before this moment is not of this theft.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>When the victim said it in public; null where nobody wrote it down.</summary>
    public DateTimeOffset? PublicStatement { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>What the transfers at hand cannot show of it; empty where they show all.</summary>
    public string Limits { get; init; } = "";

    /// <summary>The movements of a block that are this theft, in position order.</summary>
    public IEnumerable<Transfer> TheftsIn(Block block, WatchedOwner victim)
    {
        if (block.Time < From || block.Time > Until)
        {
            return [];
        }

        var own = victim.Wallets.Where(wallet => wallet.Chain == block.Chain).Select(wallet => wallet.Address).ToHashSet();
        // An input and an output of a UTXO chain are rows of their own, tied by their transaction alone.
        var spent = block.Transfers.Where(transfer => transfer.Kind == TransferKind.UtxoIn && IsOwn(transfer)).Select(transfer => transfer.Tx).ToHashSet();
        return block.Transfers.Where(transfer => transfer.To is { } to && Thieves.Contains(new(block.Chain, to))
            && (IsOwn(transfer) || (transfer.Kind == TransferKind.UtxoOut && spent.Contains(transfer.Tx))));

        bool IsOwn(Transfer transfer) => transfer.From is { } from && own.Contains(from);
    }
}
