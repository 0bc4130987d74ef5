using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>What stands in the boxes of a flow, fitted to their width.</summary>
/// <param name="victim">What the first box is called.</param>
/// <param name="labels">What the others are called.</param>
/// <param name="coins">How amounts are written.</param>
public sealed class FlowCaptions(string victim, LabelBook labels, CoinText coins)
{
    private const decimal Room = FlowLayout.BoxWidth - 16;

    public string Victim => victim;

    public CoinText Coins => coins;

    /// <summary>A place for people: its label, else its address with the middle left out.</summary>
    public string NameOf(FlowPlace place) => LabelOf(place) ?? ShortAddress(place);

    /// <summary>An address with its middle left out.</summary>
    public static string ShortAddress(FlowPlace place)
    {
        string text = place.ToString();
        return text.Length > 13 ? $"{text[..6]}…{text[^4..]}" : text;
    }

    /// <summary>A line cut to the width of a box.</summary>
    /// <param name="marks">How many signs stand beside it.</param>
    public static string Fitted(string line, int marks) => TextRoom.Fitted(line, Room - (marks * (FlowMark.Size + 4)));

    /// <summary>A text broken at its words into lines of a box; the last is cut.</summary>
    public static IReadOnlyList<string> Wrapped(string text, int most)
    {
        List<string> lines = [""];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (TextRoom.Of(longer) <= Room || lines[^1].Length == 0 || lines.Count == most)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines.Select(line => Fitted(line, 0))];
    }

    /// <param name="returns">What went from the box to boxes that were reached earlier.</param>
    /// <param name="numbers">What the boxes are numbered; null for their place in the graph.</param>
    public IReadOnlyList<string> LinesOf(FlowGraph graph, int number, IReadOnlyList<FlowEdge> returns, IReadOnlyList<int>? numbers = null)
    {
        var node = graph.Nodes[number];
        string asset = coins.ShortNameOf(graph.Asset);
        if (node.IsVictim)
        {
            return [Fitted(victim, 0), Fitted($"lost {Brief(graph, graph.Stolen)} {asset}", 0)];
        }

        // An address is hashed to be written: once is enough.
        string? label = node.IsFolded ? null : LabelOf(node.Places[0]);
        string name = node.IsFolded ? NumberText.Of(node.Places.Count, "address", "addresses") : ShortAddress(node.Places[0]);
        List<string> lines = [Fitted($"#{numbers?[number] ?? number} {label ?? name}", FlowMark.Of(node).Count)];
        lines.AddRange(label is null || label == name ? [] : [name]);
        lines.Add(Fitted($"in {Brief(graph, node.Received)} {asset}", 0));
        lines.AddRange(node.Held.IsZero ? [] : [Fitted($"not paid out: {Brief(graph, node.Held)} {asset}", 0)]);
        lines.AddRange(node.Unseen.IsZero ? [] : [Fitted($"data end: {Brief(graph, node.Unseen)} {asset}", 0)]);
        lines.AddRange(node.Stops.GroupBy(stop => stop.Stop.Reason).OrderBy(stops => stops.Key).Take(2)
            .Select(stops => Fitted($"{new TraceStop(stops.Key, null).Name}: {Brief(graph, stops.Aggregate(Amount.Zero, (sum, stop) => sum + stop.Amount))} {asset}", 0)));
        lines.AddRange(node.Swaps.Take(1).Select(swap => Fitted($"swaps {swap}", 0)));
        lines.AddRange(returns.Count == 0 ? [] : [Fitted($"back to {string.Join(", ", returns.Select(edge => $"#{numbers?[edge.To] ?? edge.To}"))}: {Brief(graph, returns.Aggregate(Amount.Zero, (sum, edge) => sum + edge.Amount))}", 0)]);
        return lines;
    }

    private string? LabelOf(FlowPlace place) =>
        place.Address is { } address && labels.Of(place.Chain, address) is { Name.Length: > 0 } label ? label.Name : null;

    private string Brief(FlowGraph graph, Amount amount) => coins.Rounded(graph.Asset, amount);
}
