using System.Globalization;
using Spectre.Console;
using Spoor.Reporting.Flows;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>A trace as trees, one for each theft; all amounts in what was stolen, whatever it was exchanged for.</summary>
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
            var tree = new Tree(new Text($"{amounts.WithName(theft.Asset, trunk.Amount)} at {AddressOf(theft.Asset, trunk)}{EndOf(trunk, theft.Asset, amounts)}"));
            Grow(tree, trunk, theft.Asset, amounts);
            terminal.Page.Write(tree);
            terminal.Line();
        }

        if (trace.Thefts.Count > MaxTrees)
        {
            terminal.Line($"… and {Counted.Of(trace.Thefts.Count - MaxTrees, "theft", "thefts")} more (--json has all)");
        }
    }

    private static void Grow(IHasTreeNodes node, FlowBranch trunk, AssetId asset, AmountText amounts)
    {
        foreach (var child in trunk.Branches)
        {
            Grow(node.AddNode(new Text(TextOf(trunk, child, asset, amounts))), child, asset, amounts);
        }

        if (trunk.FoldedBranches > 0)
        {
            node.AddNode(new Text($"… {Counted.Of(trunk.FoldedBranches, "smaller branch", "smaller branches")}, {amounts.WithName(asset, trunk.FoldedAmount)}"));
        }
    }

    private static string TextOf(FlowBranch trunk, FlowBranch branch, AssetId asset, AmountText amounts)
    {
        string day = branch.First.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string many = branch.Transfers > 1 ? $" in {Counted.Of(branch.Transfers)} transfers" : "";
        string way = WayOf(branch, amounts);
        bool exchangedForItself = branch.Place == trunk.Place;
        string end = exchangedForItself ? "" : branch.IsRepeated ? " (see above)" : EndOf(branch, asset, amounts);
        string place = exchangedForItself ? "the same address" : AddressOf(asset, branch);
        return $"{amounts.Of(asset, branch.Amount)} → {place}, {day}{many}{way}{end}";
    }

    private static string WayOf(FlowBranch branch, AmountText amounts)
    {
        string got = string.Join(" + ", branch.Got.Select(side => amounts.WithName(side.Asset, side.Amount)));
        return branch.Kind switch
        {
            FlowKind.Swap => $" [swap for {got}]",
            FlowKind.Bridge when got.Length == 0 => $" [bridge {branch.Over}: not known yet what came out]",
            FlowKind.Bridge => $" [bridge {branch.Over}: {got}]",
            _ => "",
        };
    }

    private static string EndOf(FlowBranch branch, AssetId asset, AmountText amounts)
    {
        string stop = branch.Stop is { } known ? $" [{known}]" : "";
        string forms = branch.HeldAs is [var one] && one == asset ? "" : $" as {string.Join(", ", branch.HeldAs.Select(amounts.ShortNameOf))}";
        return branch.Held.IsZero ? stop : $"{stop} [holds {amounts.Of(asset, branch.Held)}{forms}]";
    }

    private static string AddressOf(AssetId asset, FlowBranch branch)
    {
        var chain = branch.Place.Chain;
        string on = chain == asset.Chain ? "" : $" on {(ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value)}";
        return branch.Address is { } address ? AddressText.Render(chain, address) + on
            : branch.Kind == FlowKind.Bridge ? "(between two chains)"
            : "(no address)";
    }
}
