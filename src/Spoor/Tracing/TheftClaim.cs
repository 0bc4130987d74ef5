using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>What a trace is told was stolen (forward), or is to be explained (backward).</summary>
public abstract record TheftClaim
{
    private TheftClaim()
    {
    }

    public abstract ChainId Chain { get; }

    /// <summary>The transfers of one transaction, or the one of them with a given index; fees are never meant.</summary>
    /// <param name="Index">The transfer's index within its phase, as traces print it; null for all of them.</param>
    /// <param name="Phase">The phase, where the index alone would name several.</param>
    public sealed record ByTransaction(ChainId OnChain, TxHash Tx, int? Index = null, Phase? Phase = null) : TheftClaim
    {
        public override ChainId Chain => OnChain;
    }

    /// <summary>All that an address received (backward: sent) within a window of time; one theft per asset.</summary>
    /// <param name="Since">Inclusive; null for the beginning.</param>
    /// <param name="Until">Inclusive; null for the end.</param>
    public sealed record BySeed(ChainId OnChain, Address Address, DateTimeOffset? Since = null, DateTimeOffset? Until = null) : TheftClaim
    {
        public override ChainId Chain => OnChain;

        /// <summary>Whether a transfer lies in the window; one whose time is not stated lies in no window but the open one.</summary>
        public bool Covers(Transfer transfer) =>
            (Since is null && Until is null)
            || (transfer.IsTimed && (Since is null || transfer.Time >= Since) && (Until is null || transfer.Time <= Until));
    }

    /// <summary>All that an address holds at a moment; one theft per asset.</summary>
    public sealed record ByHolding(ChainId OnChain, Address Address, DateTimeOffset At) : TheftClaim
    {
        public override ChainId Chain => OnChain;
    }
}
