using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Finds the payout of every deposit into a bridge: by the protocol's id, else by stated fields, else by search.</summary>
/// <remarks>
/// What fits several ways stays ambiguous, with its candidates; nothing is widened until something fits. A payout is given to one deposit at most,
/// and the order of the input decides nothing. The rules, and what they get wrong, are on the page <c>docs/methods/bridge-matching.md</c>.
/// </remarks>
public sealed class BridgeMatcher
{
    private readonly BridgeWindows _windows;
    private readonly TokenList _tokens;

    /// <param name="tokens">Where decimals are looked up; the built-in list when left out.</param>
    public BridgeMatcher(BridgeWindows? windows = null, TokenList? tokens = null)
    {
        _windows = windows ?? BridgeWindows.Default;
        _tokens = tokens ?? TokenList.Builtin;
    }

    /// <param name="legs">Deposits, payouts and refunds of any protocols and chains, in any order.</param>
    public BridgeMatches Match(IEnumerable<BridgeLeg> legs)
    {
        var bySide = legs.Order(BridgeOrder.Instance).ToLookup(leg => leg.Side);
        var open = new OpenLegs([.. bySide[BridgeSide.Deposit]], [.. bySide[BridgeSide.Payout]]);
        if (_windows.Ids)
        {
            var refunds = Refunds(open.Deposits, [.. bySide[BridgeSide.Refund]]);
            Array.ForEach(Enum.GetValues<IdStrictness>(), strictness => open.Settle(new IdJoin(strictness), _windows));
            open.GiveBack(refunds);
        }

        if (_windows.Fields)
        {
            open.Settle(new FieldJoin(_windows), _windows);
        }

        open.Settle(new SearchJoin(_windows, _tokens), _windows);
        return open.Close();
    }

    // A name on several refunds or deposits says nothing of which is which.
    private Dictionary<BridgeLeg, BridgeLeg> Refunds(BridgeLeg[] deposits, BridgeLeg[] refunds)
    {
        var graph = new CandidateGraph(new IdJoin(IdStrictness.Known), deposits, refunds, _windows.MaxLookedAt);
        var found = new Dictionary<BridgeLeg, BridgeLeg>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < deposits.Length; i++)
        {
            if (graph.SettledWith(i) is { } refund)
            {
                found.Add(deposits[i], refunds[refund]);
            }
        }

        return found;
    }
}
