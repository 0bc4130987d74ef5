using System.Globalization;
using Spoor.Clustering;

namespace Spoor.Benchmarks.Growth;

/// <summary>Twenty million unions of twenty million numbers on one thread, beside the plain way: <c>Spoor.Benchmarks unions [ROUNDS]</c>.</summary>
internal static class UnionRace
{
    private const int Numbers = 20_000_000;
    private const int Usual = 5;

    public static int Run(string[] args)
    {
        int rounds = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : Usual;
        foreach (var (shape, unions) in new[] { ("drawn", Drawn()), ("near", Near()) })
        {
            var (ours, plain) = (new Timings(), new Timings());
            for (int round = 0; round < rounds; round++)
            {
                plain.Take(() => Plain(unions));
                ours.Take(() => Spoor(unions));
            }

            if (ours.Found != plain.Found)
            {
                Console.Error.WriteLine($"{shape}: {ours.Found} sets, the plain way finds {plain.Found}.");
                return 1;
            }

            Console.WriteLine($"{{\"unions\":\"{shape}\",\"numbers\":{Numbers},\"sets\":{ours.Found},\"spoor\":{ours},\"plain\":{plain}}}");
        }

        return 0;
    }

    // Both ends anywhere: every look-up misses the processor's caches.
    private static (int One, int Other)[] Drawn()
    {
        var random = new Random(1);
        var unions = new (int, int)[Numbers];
        for (int i = 0; i < unions.Length; i++)
        {
            unions[i] = (random.Next(Numbers), random.Next(Numbers));
        }

        return unions;
    }

    // As inputs of transactions are: one end is lately numbered, the other mostly near it.
    private static (int One, int Other)[] Near()
    {
        var random = new Random(1);
        var unions = new (int, int)[Numbers];
        for (int i = 0; i < unions.Length; i++)
        {
            unions[i] = (i, Math.Max(0, i - 1 - (int)Math.Pow(10_000, random.NextDouble())));
        }

        return unions;
    }

    private static long Spoor((int One, int Other)[] unions)
    {
        var sets = new UnionFind(Numbers);
        foreach (var (one, other) in unions)
        {
            sets.Union(one, other);
        }

        return sets.Sets;
    }

    // As textbooks write it: two arrays, union by rank, and each path made flat on a second way up.
    private static long Plain((int One, int Other)[] unions)
    {
        int[] parents = new int[Numbers];
        int[] ranks = new int[Numbers];
        for (int i = 0; i < Numbers; i++)
        {
            parents[i] = i;
        }

        long sets = Numbers;
        foreach (var (one, other) in unions)
        {
            int a = PlainRoot(parents, one);
            int b = PlainRoot(parents, other);
            if (a == b)
            {
                continue;
            }

            sets--;
            (a, b) = ranks[a] < ranks[b] ? (b, a) : (a, b);
            parents[b] = a;
            ranks[a] += ranks[a] == ranks[b] ? 1 : 0;
        }

        return sets;
    }

    private static int PlainRoot(int[] parents, int number)
    {
        int root = number;
        while (parents[root] != root)
        {
            root = parents[root];
        }

        while (parents[number] != root)
        {
            (number, parents[number]) = (parents[number], root);
        }

        return root;
    }
}
