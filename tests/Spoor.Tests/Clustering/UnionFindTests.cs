using CsCheck;
using Spoor.Clustering;

namespace Spoor.Tests.Clustering;

public sealed class UnionFindTests
{
    private const int Count = 40;

    private static readonly Gen<List<(int One, int Other)>> Unions = Gen.Select(Gen.Int[0, Count - 1], Gen.Int[0, Count - 1]).List[0, 60];

    [Fact]
    public void Sets_are_what_can_be_walked_from_union_to_union() => Unions.Sample(unions =>
    {
        var sets = Joined(unions);

        int[] walked = Walked(unions);
        Assert.Equal(walked, sets.Names());
        Assert.Equal(walked.Distinct().LongCount(), sets.Sets);
        Assert.All(Enumerable.Range(0, Count), number => Assert.Equal(walked.LongCount(name => name == walked[number]), sets.SizeOf(number)));
        Assert.All(unions, union => Assert.True(sets.AreJoined(union.One, union.Other)));
    });

    [Fact]
    public void The_order_of_unions_does_not_matter() => Gen.Select(Unions, Gen.Int).Sample((unions, seed) =>
    {
        var shuffled = unions.ToList();
        new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));

        Assert.Equal(Joined(unions).Names(), Joined(shuffled).Names());
    });

    [Fact]
    public void A_union_says_whether_it_joined_two_sets()
    {
        var sets = new UnionFind(3);

        Assert.True(sets.Union(0, 2));
        Assert.False(sets.Union(2, 0));
        Assert.False(sets.Union(1, 1));
        Assert.False(sets.AreJoined(0, 1));
        Assert.Equal((2L, 3L), (sets.Sets, sets.Count));
    }

    [Fact]
    public void A_chain_of_a_million_is_one_set()
    {
        const int Long = 1_000_000;
        var sets = new UnionFind(Long);
        for (int number = 1; number < Long; number++)
        {
            sets.Union(number - 1, number);
        }

        Assert.Equal((1L, (long)Long), (sets.Sets, sets.SizeOf(Long / 2)));
    }

    private static UnionFind Joined(List<(int One, int Other)> unions)
    {
        var sets = new UnionFind(Count);
        long joined = unions.LongCount(union => sets.Union(union.One, union.Other));
        Assert.Equal(Count - joined, sets.Sets);
        return sets;
    }

    // Without any cleverness: the smaller name spreads until nothing changes.
    private static int[] Walked(List<(int One, int Other)> unions)
    {
        int[] names = [.. Enumerable.Range(0, Count)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var (one, other) in unions)
            {
                int name = Math.Min(names[one], names[other]);
                changed |= names[one] != name || names[other] != name;
                names[one] = names[other] = name;
            }
        }

        return names;
    }
}
