using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>The legs that nothing has joined yet, and what became of the others.</summary>
internal sealed class OpenLegs(BridgeLeg[] deposits, BridgeLeg[] payouts)
{
    private const int Million = 1_000_000;

    private readonly List<BridgeMatch> _closed = [];
    private BridgeLeg[] _payouts = payouts;

    public BridgeLeg[] Deposits { get; private set; } = deposits;

    /// <summary>Joins what can be joined; legs with candidates are closed with it, so that a weaker join cannot give them away.</summary>
    public void Settle(IBridgeJoin join, BridgeWindows windows)
    {
        var graph = new CandidateGraph(join, Deposits, _payouts, windows.MaxLookedAt);
        var open = new List<BridgeLeg>();
        for (int i = 0; i < Deposits.Length; i++)
        {
            if (Outcome(graph, i, join.Method, windows) is { } match)
            {
                _closed.Add(match);
            }
            else
            {
                open.Add(Deposits[i]);
            }
        }

        _payouts = [.. _payouts.Where((_, number) => !graph.IsTaken(number) && !graph.IsWanted(number))];
        Deposits = [.. open];
    }

    /// <summary>Notes refunds on their deposits; one without a payout is closed by it.</summary>
    public void GiveBack(Dictionary<BridgeLeg, BridgeLeg> refunds)
    {
        for (int i = 0; i < _closed.Count; i++)
        {
            if (refunds.TryGetValue(_closed[i].Deposit, out var refund))
            {
                _closed[i] = _closed[i] with { Refund = refund };
            }
        }

        _closed.AddRange(Deposits.Where(refunds.ContainsKey).Select(deposit => new BridgeMatch
        {
            Deposit = deposit,
            Outcome = BridgeOutcome.Refunded,
            Method = BridgeMethod.Id,
            Refund = refunds[deposit],
        }));
        Deposits = [.. Deposits.Where(deposit => !refunds.ContainsKey(deposit))];
    }

    public BridgeMatches Close()
    {
        _closed.AddRange(Deposits.Select(deposit => new BridgeMatch { Deposit = deposit, Outcome = BridgeOutcome.Unmatched }));
        return new([.. _closed.OrderBy(match => match.Deposit, BridgeOrder.Instance)], _payouts);
    }

    private BridgeMatch? Outcome(CandidateGraph graph, int deposit, BridgeMethod method, BridgeWindows windows)
    {
        var match = new BridgeMatch { Deposit = Deposits[deposit], Outcome = BridgeOutcome.Matched, Method = method, Fitting = 1 };
        if (graph.SettledWith(deposit) is { } payout)
        {
            return match with { Candidates = [new(_payouts[payout], 1, Million)], ByExclusion = graph.ByExclusion(deposit) };
        }

        var left = graph.LeftFor(deposit).ToList();
        return left.Count == 0
            ? null
            : match with
            {
                Outcome = BridgeOutcome.Ambiguous,
                Candidates = Ranked(graph, left, windows.MaxKept),
                Fitting = left.Count,
                IsCrowded = graph.IsCrowded(deposit),
            };
    }

    private List<BridgeCandidate> Ranked(CandidateGraph graph, List<CandidateGraph.Edge> left, int most)
    {
        var all = left.Aggregate(UInt128.Zero, (sum, edge) => sum + edge.Closeness);
        return
        [
            .. left.OrderByDescending(edge => edge.Closeness).ThenBy(edge => edge.Payout).Take(most)
                .Select((edge, place) => new BridgeCandidate(_payouts[edge.Payout], place + 1, Weight(edge, all, graph.WantedBy(edge.Payout)))),
        ];
    }

    private static int Weight(CandidateGraph.Edge edge, UInt128 ofDeposit, UInt128 ofPayout) =>
        (int)LargestRemainder.MultiplyDivide(Million, edge.Closeness, UInt128.Max(ofDeposit, ofPayout)).Quotient;
}
