using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Joins legs by the protocol's own name of the crossing.</summary>
/// <remarks>
/// A name can be on several legs: of a batch, or of an event that anybody emitted. So legs of known contracts whose fields agree come first, then
/// legs of known contracts, then all: a recipient may have been changed on the way.
/// </remarks>
internal sealed class IdJoin(IdStrictness strictness) : IBridgeJoin
{
    public BridgeMethod Method => BridgeMethod.Id;

    public bool Excludes => true;

    // Clocks of two chains may differ, so a payout may bear an earlier time than its deposit.
    public TimeSpan? Window => null;

    public IEnumerable<JoinKey> KeysOf(BridgeLeg payout) => KeysFor(payout);

    public IEnumerable<JoinKey> KeysFor(BridgeLeg deposit) =>
        deposit.MessageId is { } id ? [new(0, id, default, default)] : [];

    public UInt128? Closeness(BridgeLeg deposit, BridgeLeg payout, JoinKey key)
    {
        bool fits = deposit.Protocol is null || payout.Protocol is null || deposit.Protocol == payout.Protocol;
        fits &= payout.Side != BridgeSide.Payout || LegAgreement.MayBelong(deposit, payout, comparesIds: false);
        fits &= strictness == IdStrictness.Any || (deposit.IsKnownEmitter is not false && payout.IsKnownEmitter is not false);
        fits &= strictness != IdStrictness.KnownAndAgreeing || Agree(deposit, payout);
        return fits ? UInt128.One : null;
    }

    private static bool Agree(BridgeLeg deposit, BridgeLeg payout) =>
        LegAgreement.Agree(deposit.Recipient, payout.Recipient)
        && LegAgreement.Agree(deposit.OtherAsset, payout.Asset)
        && LegAgreement.Agree(deposit.OtherAmount, payout.Amount);
}

/// <summary>What legs of one name must have to be joined, strictest first.</summary>
internal enum IdStrictness
{
    KnownAndAgreeing,
    Known,
    Any,
}
