using Spoor.Incidents.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Tests.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Incidents.Losses.Guards;

/// <summary>Generated transfers in which every address is who its name says.</summary>
internal static class GuardStory
{
    public static readonly ChainId Arbitrum = ChainId.Parse("eip155:42161");

    public static readonly LossParties Parties = new()
    {
        Victim = new HashSet<(ChainId, Address)>
        {
            (Story.Chain, Story.At("hot")), (Story.Chain, Story.At("cold")), (Arbitrum, Story.At("hot")), (Story.Bitcoin, Story.Wallet("hot")), (Story.Bitcoin, Story.Wallet("change")),
        },
        Rescue = new HashSet<(ChainId, Address)> { (Story.Chain, Story.At("rescue")) },
        Thief = new HashSet<(ChainId, Address)> { (Story.Chain, Story.At("thief")), (Story.Bitcoin, Story.Wallet("thief")) },
    };

    public static IReadOnlyList<TransferLoss> Find(IEnumerable<Transfer> transfers, params BalanceReconciliation[] balances) =>
        TransferLosses.Find(transfers, Parties, TokenList.Builtin, balances);

    public static UInt128 Sum(this IEnumerable<TransferLoss> losses, LossClass one) =>
        losses.Where(loss => loss.Class == one).Aggregate(UInt128.Zero, (sum, loss) => sum + loss.Counted.Units);

    public static Transfer Token(int tx, string? from, string? to, UInt128 amount, AssetId asset, int minute = 0) => new()
    {
        Position = new(tx, 0, Phase.Log, minute),
        Time = Story.Begin.AddMinutes(minute),
        Tx = Story.Tx(tx),
        Kind = TransferKind.Token,
        From = from is null ? null : Story.At(from),
        To = to is null ? null : Story.At(to),
        Asset = asset,
        Amount = new(amount),
    };
}
