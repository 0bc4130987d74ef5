namespace Spoor.Transfers;

/// <summary>The order of the movements of one block when the source states only the block.</summary>
/// <remarks>
/// What feeds a holding comes before what spends from it: otherwise a theft that is passed on within a block would look
/// as if it had been paid out of older money. Transactions are atoms; among them, and among the movements of one phase of
/// one transaction, the order is topological, ties and cycles go by the order of the file. Deterministic, linear in the
/// number of movements. Stated for users in <c>docs/transfers.md</c>.
/// </remarks>
public static class BlockOrder
{
    /// <summary>A movement whose place is wanted; holdings are any text that is equal for equal holdings.</summary>
    public readonly record struct Unplaced(string Tx, Phase Phase, string? From, string? To);

    /// <summary>Where a movement goes: see <see cref="Position"/>.</summary>
    public readonly record struct Place(int Transaction, int Index);

    /// <summary>Places for the movements of one block, given and returned in the order of the file.</summary>
    public static Place[] Of(IReadOnlyList<Unplaced> movements)
    {
        int[][] transactions = [.. Enumerable.Range(0, movements.Count).GroupBy(i => movements[i].Tx).Select(group => group.ToArray())];
        int[] order = Arrange(transactions, movements);
        var places = new Place[movements.Count];
        for (int rank = 0; rank < order.Length; rank++)
        {
            foreach (var phase in transactions[order[rank]].GroupBy(i => movements[i].Phase))
            {
                PlacePhase([.. phase], movements, rank, places);
            }
        }

        return places;
    }

    private static void PlacePhase(int[] phase, IReadOnlyList<Unplaced> movements, int transaction, Place[] places)
    {
        int[] order = Arrange(Array.ConvertAll(phase, i => new[] { i }), movements);
        for (int index = 0; index < order.Length; index++)
        {
            places[phase[order[index]]] = new(transaction, index);
        }
    }

    /// <summary>The atoms (each a set of movements) in order; an atom's number is its order in the file.</summary>
    private static int[] Arrange(int[][] atoms, IReadOnlyList<Unplaced> movements)
    {
        if (atoms.Length == 1)
        {
            return [0];
        }

        // Holdings are nodes too, after the atoms: payers point to the holding, the holding to its spenders. So a hub with
        // n payers and n spenders costs 2n edges, not n².
        var holdings = new Dictionary<string, int>();
        var edges = new List<List<int>>(atoms.Select(_ => new List<int>()));
        for (int atom = 0; atom < atoms.Length; atom++)
        {
            foreach (int movement in atoms[atom])
            {
                if (movements[movement].From is { } from)
                {
                    edges[Node(from)].Add(atom);
                }

                if (movements[movement].To is { } to)
                {
                    edges[atom].Add(Node(to));
                }
            }
        }

        return new CyclesAsOne(edges).Order(atoms.Length);

        int Node(string holding)
        {
            if (!holdings.TryGetValue(holding, out int node))
            {
                node = edges.Count;
                holdings.Add(holding, node);
                edges.Add([]);
            }

            return node;
        }
    }
}
