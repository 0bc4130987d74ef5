using Spoor.Tracing.Bridges;
using Spoor.Transfers;

namespace Spoor.Tracing.Swaps;

/// <summary>A way of value from one chain to another: what went into a bridge, and what came out of it.</summary>
/// <param name="Name">Protocol and message, such as <c>across:10:4711</c>; names the bucket in which value waits.</param>
/// <param name="Payout">Null while nothing is known to have come out, or several payments could be it.</param>
public sealed record Crossing(string Name, CrossingEnd Deposit, CrossingEnd? Payout)
{
    /// <summary>
    /// How what came out was found: <c>id</c>, <c>fields</c>, <c>exclusion</c>, <c>search</c>, <c>refund</c>, or <c>ambiguous</c> where several fit; null
    /// where nothing does. Only where there is a <see cref="Payout"/> is it followed.
    /// </summary>
    public string? MatchedBy { get; init; }

    /// <summary>The crossings that a trace may follow.</summary>
    /// <remarks>
    /// Only what known contracts of a protocol said, because anybody can emit an event; and out again only where the protocol's id or all
    /// that the deposit states names the payout. What a search found, or what was left when others were taken, is a hypothesis: that value stays in transit. A refund comes out where it went in.
    /// </remarks>
    public static IReadOnlyList<Crossing> Of(BridgeMatches matches) =>
    [
        .. matches.Deposits.Where(match => match.Deposit.IsKnownEmitter != false)
            .Select(match => new Crossing(NameOf(match.Deposit), EndOf(match.Deposit, match.Deposit.Sender), ExitOf(match)) { MatchedBy = WordOf(match) }),
    ];

    private static string? WordOf(BridgeMatch match) => match switch
    {
        { Refund: not null } => "refund",
        { Outcome: BridgeOutcome.Ambiguous } => "ambiguous",
        { Payout: null } => null,
        { ByExclusion: true } => "exclusion",
        { Method: { } method } => method.ToString().ToLowerInvariant(),
        _ => null,
    };

    // An id may be used twice, and a log be misread: both ends must tell one story.
    private static bool Contradict(BridgeLeg deposit, BridgeLeg exit) =>
        exit.Side == BridgeSide.Payout
        && ((deposit.OtherChain is { } to && to != exit.Chain) || (exit.OtherChain is { } from && from != deposit.Chain) || AreOthers(deposit.Recipient, exit.Recipient));

    private static bool AreOthers(Address? one, Address? other) => one is not null && other is not null && one != other;

    private static string NameOf(BridgeLeg deposit) => $"{deposit.Protocol ?? "bridge"}:{deposit.MessageId ?? deposit.Tx.Render(deposit.Chain)}";

    private static CrossingEnd EndOf(BridgeLeg leg, Address? party) => new(leg.Chain, leg.Tx, party, leg.Asset, leg.Amount);

    private static CrossingEnd? ExitOf(BridgeMatch match)
    {
        var exit = match.Refund ?? (match.Method is BridgeMethod.Id or BridgeMethod.Fields && !match.ByExclusion ? match.Payout : null);
        return exit is null || exit.IsKnownEmitter == false || Contradict(match.Deposit, exit)
            ? null
            : EndOf(exit, exit.Recipient ?? (exit.Side == BridgeSide.Refund ? match.Deposit.Sender : match.Deposit.Recipient));
    }
}

/// <summary>One end of a <see cref="Crossing"/>.</summary>
/// <param name="Party">Who paid in, or was paid; null where the bridge does not say.</param>
/// <param name="Asset">Null where the bridge does not say.</param>
/// <param name="Amount">Null where the bridge does not say.</param>
public sealed record CrossingEnd(ChainId Chain, TxHash Tx, Address? Party, AssetId? Asset, Amount? Amount);
