using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>One way to find the payout of a deposit: under which keys payouts are filed, and which of those found there fit.</summary>
internal interface IBridgeJoin
{
    BridgeMethod Method { get; }

    /// <summary>Whether every payout offered must have a deposit, so that one left for a payout is its own.</summary>
    bool Excludes { get; }

    /// <summary>How long after the deposit payouts are looked at; null when time does not matter.</summary>
    TimeSpan? Window { get; }

    IEnumerable<JoinKey> KeysOf(BridgeLeg payout);

    IEnumerable<JoinKey> KeysFor(BridgeLeg deposit);

    /// <summary>How well a payout filed under the key fits: above zero, higher is better; null when it does not.</summary>
    UInt128? Closeness(BridgeLeg deposit, BridgeLeg payout, JoinKey key);
}

/// <summary>Under what payouts are filed.</summary>
internal readonly record struct JoinKey(int Kind, string? Text, Address Recipient, UInt128 Number);

/// <summary>What two legs must not contradict, whatever they are joined by.</summary>
internal static class LegAgreement
{
    /// <summary>How well two moments fit, on a line that falls to its end: nearest first.</summary>
    public static UInt128 Nearness(TimeSpan delay, TimeSpan window) => (UInt128)Math.Max(1, (long)(window - delay).TotalSeconds + 1);

    public static bool MayBelong(BridgeLeg deposit, BridgeLeg payout, bool comparesIds) =>
        deposit.Chain != payout.Chain
        && Agree(deposit.OtherChain, payout.Chain)
        && Agree(payout.OtherChain, deposit.Chain)
        && (deposit.Protocol is null || payout.Protocol is null || deposit.Protocol == payout.Protocol)
        && !(comparesIds && Contradict(deposit, payout));

    public static bool Agree<T>(T? stated, T? found)
        where T : struct, IEquatable<T> => stated is not { } said || found is not { } seen || said.Equals(seen);

    // Within one protocol two ids are of two crossings.
    private static bool Contradict(BridgeLeg deposit, BridgeLeg payout) =>
        deposit.Protocol == payout.Protocol && deposit.MessageId is { } here && payout.MessageId is { } there && here != there;
}
