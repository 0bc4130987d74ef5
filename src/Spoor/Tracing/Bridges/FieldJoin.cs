using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Joins legs whose recipient, destination chain, asset and amount after fees are what the deposit states.</summary>
internal sealed class FieldJoin(BridgeWindows windows) : IBridgeJoin
{
    public BridgeMethod Method => BridgeMethod.Fields;

    public bool Excludes => true;

    public TimeSpan? Window => windows.FieldWindow;

    public IEnumerable<JoinKey> KeysOf(BridgeLeg payout) =>
        payout is { Recipient: { } recipient, Asset: { } asset, Amount: { } amount } ? [KeyOf(recipient, asset, amount)] : [];

    public IEnumerable<JoinKey> KeysFor(BridgeLeg deposit) =>
        deposit is { Recipient: { } recipient, OtherAsset: { } asset } && (deposit.OtherAmount ?? deposit.Amount) is { } amount
            ? [KeyOf(recipient, asset, amount)]
            : [];

    public UInt128? Closeness(BridgeLeg deposit, BridgeLeg payout, JoinKey key)
    {
        var delay = payout.Time - deposit.Time;
        return delay > TimeSpan.Zero && delay <= windows.FieldWindow && LegAgreement.MayBelong(deposit, payout, windows.Ids)
            ? LegAgreement.Nearness(delay, windows.FieldWindow)
            : null;
    }

    // The asset names its chain.
    private static JoinKey KeyOf(Address recipient, AssetId asset, Amount amount) => new(0, asset.ToString(), recipient, amount.Units);
}
