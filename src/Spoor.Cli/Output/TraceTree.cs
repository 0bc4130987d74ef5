using System.Globalization;
using Spectre.Console;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>A trace as trees, one for each theft.</summary>
internal static class TraceTree
{
    // More trees than this are read by a program.
    private const int MaxTrees = 10;

    public static void Write(Terminal terminal, Trace trace, AmountText amounts)
    {
        // Thefts of tokens nobody knows come last: most of them are spam.
        foreach (var theft in trace.Thefts.OrderByDescending(theft => amounts.Knows(theft.Asset)).Take(MaxTrees))
        {
            var trunk = FlowTree.Of(trace, theft);
            var tree = new Tree(new Text($"{amounts.WithName(theft.Asset, trunk.Amount)} at {AddressOf(theft.Asset, trunk)}"));
            Grow(tree, trunk, theft.Asset, amounts);
            terminal.Page.Write(tree);
            terminal.Line();
        }

        if (trace.Thefts.Count > MaxTrees)
        {
            terminal.Line($"… and {Counted.Of(trace.Thefts.Count - MaxTrees, "theft", "thefts")} more (--json has all)");
        }
    }

    private static void Grow(IHasTreeNodes node, FlowBranch branch, AssetId asset, AmountText amounts)
    {
        foreach (var child in branch.Branches)
        {
            Grow(node.AddNode(new Text(TextOf(child, asset, amounts))), child, asset, amounts);
        }

        if (branch.FoldedBranches > 0)
        {
            node.AddNode(new Text($"… {Counted.Of(branch.FoldedBranches, "smaller branch", "smaller branches")}, {amounts.WithName(asset, branch.FoldedAmount)}"));
        }
    }

    private static string TextOf(FlowBranch branch, AssetId asset, AmountText amounts)
    {
        string day = branch.First.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string many = branch.Transfers > 1 ? $" in {Counted.Of(branch.Transfers)} transfers" : "";
        string end = branch.IsRepeated ? " (see above)" : EndOf(branch, asset, amounts);
        return $"{amounts.Of(asset, branch.Amount)} → {AddressOf(asset, branch)}, {day}{many}{end}";
    }

    private static string EndOf(FlowBranch branch, AssetId asset, AmountText amounts)
    {
        if (branch.Holding?.Stop is { } stop)
        {
            return $" [{stop}]";
        }

        return branch.Holding is { Held.IsZero: false } holding ? $" [holds {amounts.Of(asset, holding.Held)}]" : "";
    }

    private static string AddressOf(AssetId asset, FlowBranch branch) =>
        branch.Address is { } address ? AddressText.Render(asset.Chain, address) : "(no address)";
}
