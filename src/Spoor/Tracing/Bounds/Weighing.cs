using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>The least and the most that can end at terminals of a network.</summary>
internal static class Weighing
{
    /// <summary>What is left at each terminal of a full flow when all that can is turned to the others.</summary>
    /// <remarks>What is turned stays turned: the flow is as full as before, and the next terminal starts from it.</remarks>
    public static List<Amount> Least(FlowNetwork network, IEnumerable<int> terminals, CancellationToken cancellation)
    {
        var residual = new Residual(network);
        FullRouting.Lay(residual, network);
        var walks = new Walks(residual, against: false, network.IsTerminal);
        var amounts = new List<Amount>();
        foreach (int terminal in terminals)
        {
            cancellation.ThrowIfCancellationRequested();
            walks.Turn(terminal);
            amounts.Add(new(residual.At(terminal)));
        }

        return amounts;
    }

    /// <summary>The maximum flow from the origin to each terminal, each with the network to itself.</summary>
    /// <remarks>
    /// Beginning anew is quicker than turning a full flow from terminal to terminal: nearly always the wish of the terminal is
    /// filled in one or two rounds, and only what was touched is emptied again.
    /// </remarks>
    public static List<Amount> Most(FlowNetwork network, IEnumerable<int> terminals, CancellationToken cancellation)
    {
        var residual = new Residual(network);
        var walks = new Walks(residual, against: true, node => node == FlowNetwork.Origin);
        var amounts = new List<Amount>();
        foreach (int terminal in terminals)
        {
            cancellation.ThrowIfCancellationRequested();
            walks.Turn(terminal);
            amounts.Add(new(residual.At(terminal)));
            foreach (int arc in walks.Pushed)
            {
                residual.Empty(residual.IsForward(arc) ? arc : residual.Back(arc));
            }
        }

        return amounts;
    }
}
