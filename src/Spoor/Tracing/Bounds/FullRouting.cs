namespace Spoor.Tracing.Bounds;

/// <summary>Lays a flow in which all that enters a network reaches its terminals.</summary>
internal static class FullRouting
{
    /// <summary>Sends everything forward, each node filling its ways out in order; no search is needed, because books balance.</summary>
    /// <exception cref="InvalidOperationException">A node takes in more than can leave it: the network is not one of balanced books.</exception>
    public static void Lay(Residual residual, FlowNetwork network)
    {
        int[] waitsFor = new int[network.NodeCount];
        var here = new UInt128[network.NodeCount];
        foreach (var (_, to, _) in network.Arcs)
        {
            waitsFor[to]++;
        }

        // In topological order (Kahn 1962): a node is settled when all that can reach it has been.
        var ready = new Queue<int>(Enumerable.Range(0, network.NodeCount).Where(node => waitsFor[node] == 0));
        while (ready.TryDequeue(out int node))
        {
            for (int arc = residual.FirstArcOf(node); arc < residual.FirstArcOf(node + 1); arc++)
            {
                if (residual.IsForward(arc))
                {
                    Send(residual, arc, node, here);
                    if (--waitsFor[residual.Head(arc)] == 0)
                    {
                        ready.Enqueue(residual.Head(arc));
                    }
                }
            }

            if (here[node] > UInt128.Zero && !network.IsTerminal(node))
            {
                throw new InvalidOperationException($"Node {node} of a flow network takes in {here[node]} units more than can leave it.");
            }
        }
    }

    private static void Send(Residual residual, int arc, int node, UInt128[] here)
    {
        // The origin has what its arcs can carry; the sum over all assets might exceed any number.
        var sent = node == FlowNetwork.Origin ? residual.Room(arc) : UInt128.Min(here[node], residual.Room(arc));
        residual.Push(arc, sent);
        here[node] -= node == FlowNetwork.Origin ? UInt128.Zero : sent;
        here[residual.Head(arc)] += sent;
    }
}
