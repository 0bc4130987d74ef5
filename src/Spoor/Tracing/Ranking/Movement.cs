using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>What went between an address and another one, from the side of the first.</summary>
/// <param name="Paid">Whether the address paid it; otherwise it received it.</param>
/// <param name="SwappedFor">The asset that came back for it (that it came back for), where the transaction was a swap.</param>
internal readonly record struct Movement(Position At, TxHash Tx, AssetId Asset, Address Party, bool Paid, Amount Amount, AssetId? SwappedFor = null)
{
    /// <summary>In how many parts it is told, one for each asset that it was swapped for.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Newly minted tokens come from nobody, so that nothing can go back with them.</summary>
    public bool IsMint => !Paid && Party.IsZeroAccount;
}
