namespace Spoor.Clustering;

/// <summary>Numbers that are joined into sets, and never parted: the ground of every clustering.</summary>
/// <remarks>
/// Union by size with path halving (Tarjan and van Leeuwen, "Worst-case Analysis of Set Union Algorithms", 1984, doi:10.1145/62.2160): no path is longer than
/// log₂ of the count, and a long run of unions costs little more than its reads. One flat array, so that a look-up is one place in memory.
/// Which sets there are does not depend on the order of the unions; which member stands for a set does, so nobody is shown it (see <see cref="Names"/>).
/// </remarks>
public sealed class UnionFind
{
    // The parent of a number; at a root the size of its set, negative.
    private readonly int[] _cells;

    /// <param name="count">The numbers are 0 to count − 1, each a set of its own.</param>
    public UnionFind(int count)
    {
        _cells = new int[count];
        Array.Fill(_cells, -1);
        Sets = count;
    }

    public long Count => _cells.Length;

    /// <summary>How many sets there are.</summary>
    public long Sets { get; private set; }

    /// <summary>Joins the sets of two numbers.</summary>
    /// <returns>Whether they were two.</returns>
    public bool Union(int one, int other)
    {
        int[] cells = _cells;
        int larger = RootOf(cells, one);
        int smaller = RootOf(cells, other);
        if (larger == smaller)
        {
            return false;
        }

        if (cells[larger] > cells[smaller])
        {
            (larger, smaller) = (smaller, larger);
        }

        cells[larger] += cells[smaller];
        cells[smaller] = larger;
        Sets--;
        return true;
    }

    public bool AreJoined(int one, int other) => RootOf(_cells, one) == RootOf(_cells, other);

    /// <summary>How many numbers are in the set of one.</summary>
    public long SizeOf(int number) => -(long)_cells[RootOf(_cells, number)];

    /// <summary>For each number the smallest of its set, whatever the order of the unions was.</summary>
    public int[] Names()
    {
        int[] names = new int[_cells.Length];
        int[] smallest = new int[_cells.Length];
        Array.Fill(smallest, -1);
        for (int number = 0; number < names.Length; number++)
        {
            ref int name = ref smallest[RootOf(_cells, number)];
            name = name < 0 ? number : name;
            names[number] = name;
        }

        return names;
    }

    // Each step lifts a number to its grandparent, so that the way is half as long the next time.
    private static int RootOf(int[] cells, int number)
    {
        int parent = cells[number];
        while (parent >= 0)
        {
            int above = cells[parent];
            if (above < 0)
            {
                return parent;
            }

            cells[number] = above;
            number = above;
            parent = cells[number];
        }

        return number;
    }
}
