using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>A trace as a tree for people: from a theft's first address to those its value went on to, largest branches first.</summary>
/// <remarks>
/// Flows join and circle, a tree does not: an address is unfolded where it is met with the fewest hops, and named again,
/// without its branches, wherever else value reaches it. What an address exchanged for itself is a branch without branches: the address pays on
/// where it stands. Small branches and great depths are folded, with what they carry.
/// </remarks>
public sealed class FlowTree
{
    /// <summary>Branches of one address beyond this are folded.</summary>
    public const int MaxBranches = 10;

    /// <summary>Hops beyond this are folded; more would not fit the width of a page.</summary>
    public const int MaxDepth = 12;

    private readonly ILookup<FlowPlace, Flow> _flows;
    private readonly ILookup<FlowPlace, (TracedHolding Holding, Amount Amount)> _rests;
    private readonly HashSet<FlowPlace> _met = [];

    private FlowTree(Trace trace, Theft theft)
    {
        _rests = trace.Holdings.Where(holding => holding.Address is not null)
            .SelectMany(holding => holding.Rests.Where(rest => rest.Key == theft.Number).Select(rest => (Holding: holding, Amount: rest.Value)))
            .ToLookup(one => new FlowPlace(one.Holding.Asset.Chain, one.Holding.Address));
        _flows = Flow.Of(trace, theft).ToLookup(flow => flow.From);
    }

    /// <summary>The tree of one theft.</summary>
    public static FlowBranch Of(Trace trace, Theft theft)
    {
        var tree = new FlowTree(trace, theft);
        var root = new FlowPlace(theft.Asset.Chain, theft.Address);
        return tree.Grow(new(root, root, theft.Amount, 0, default));
    }

    private FlowBranch Grow(Flow root)
    {
        var trunk = new Growing(root, 0, IsRepeated: false);
        _met.Add(root.To);
        var level = new List<Growing> { trunk };
        while (level.Count > 0)
        {
            level = [.. level.SelectMany(Unfold)];
        }

        return trunk.Close(_rests);
    }

    // Level by level, so that an address hangs where it is nearest to the theft.
    private List<Growing> Unfold(Growing branch)
    {
        var onward = _flows[branch.Flow.To].Where(flow => flow.To != branch.Flow.To || flow.Kind != FlowKind.Payment)
            .OrderByDescending(flow => flow.Amount)
            .ThenBy(flow => flow.To)
            .ThenBy(flow => flow.Kind)
            .ToList();
        int shown = branch.Depth >= MaxDepth ? 0 : MaxBranches;
        foreach (var flow in onward.Take(shown))
        {
            // Outputs without an address are all different; none of them has been met before.
            bool repeated = flow.To.Address is null || !_met.Add(flow.To);
            branch.Branches.Add(new(flow, branch.Depth + 1, repeated));
        }

        branch.Folded.AddRange(onward.Skip(shown));
        return branch.Branches.FindAll(child => !child.IsRepeated);
    }

    private sealed record Growing(Flow Flow, int Depth, bool IsRepeated)
    {
        public List<Growing> Branches { get; } = [];

        public List<Flow> Folded { get; } = [];

        public FlowBranch Close(ILookup<FlowPlace, (TracedHolding Holding, Amount Amount)> rests)
        {
            var held = rests[Flow.To].Where(one => one.Holding.Stop is null && !one.Holding.Held.IsZero && !one.Amount.IsZero).ToList();
            return new()
            {
                Place = Flow.To,
                Kind = Flow.Kind,
                Got = Flow.Got,
                Over = Flow.Over,
                Amount = Flow.Amount,
                Transfers = Flow.Transfers,
                First = Flow.First,
                Held = held.Aggregate(Amount.Zero, (sum, one) => sum + one.Amount),
                HeldAs = [.. held.Select(one => one.Holding.Asset).Order()],
                Stop = rests[Flow.To].Select(one => one.Holding.Stop).FirstOrDefault(stop => stop is not null),
                IsRepeated = IsRepeated && Flow.To.Address is not null,
                Branches = [.. Branches.Select(branch => branch.Close(rests))],
                FoldedBranches = Folded.Count,
                FoldedAmount = Folded.Aggregate(Amount.Zero, (sum, flow) => sum + flow.Amount),
            };
        }
    }
}
