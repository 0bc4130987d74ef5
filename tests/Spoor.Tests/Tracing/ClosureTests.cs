using CsCheck;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

public sealed class ClosureTests
{
    private const int Parties = 12;

    [Fact]
    public void Hops_are_those_of_the_shortest_way_whatever_the_order_of_payments() =>
        Gen.Select(Gen.Select(Gen.Int[0, Parties - 1], Gen.Int[0, Parties - 1]).List[0, 30], Gen.Int[0, 5]).Sample((pairs, maxHops) =>
        {
            var graph = GraphOf([.. pairs.Select((pair, at) => (pair.Item1, pair.Item2, at))]);

            var (numbers, starts) = Closure.From(graph, [Party(0)], maxHops);

            var found = numbers.Select((number, at) => (Address: graph.AddressAt(number), Hop: starts.Skip(1).TakeWhile(start => start <= at).Count()));
            Assert.Equal(graph.TryNumber(Party(0), out _) ? Walked(pairs, maxHops) : [], found.ToDictionary(one => one.Address, one => one.Hop));
            Assert.Equal(numbers.Length, starts[^1]);
        });

    [Fact]
    public void What_is_reached_in_order_is_in_the_closure()
    {
        var graph = GraphOf((0, 1, 5), (1, 2, 3), (1, 3, 7));

        var reached = Reach.From(graph, [new(Party(0))], 2).Select(one => one.Address).ToHashSet();
        var closed = Closure.From(graph, [Party(0)], 2).Numbers.Select(graph.AddressAt).ToHashSet();

        Assert.Equal([Party(0), Party(1), Party(3)], reached.Order());
        Assert.Equal([Party(0), Party(1), Party(2), Party(3)], closed.Order());
    }

    [Fact]
    public void Unknown_seeds_and_seeds_given_twice_add_nothing()
    {
        var graph = GraphOf((0, 1, 0));

        var (numbers, starts) = Closure.From(graph, [Party(9), Party(0), Party(0)], 0);

        Assert.Equal([Party(0)], numbers.Select(graph.AddressAt));
        Assert.Equal([0, 1], starts);
    }

    private static Dictionary<Address, int> Walked(List<(int From, int To)> pairs, int maxHops)
    {
        Dictionary<int, int> hops = new() { [0] = 0 };
        for (int hop = 1; hop <= maxHops; hop++)
        {
            foreach (int next in pairs.Where(pair => hops.TryGetValue(pair.From, out int at) && at == hop - 1).Select(pair => pair.To).ToList())
            {
                hops.TryAdd(next, hop);
            }
        }

        return hops.ToDictionary(one => Party(one.Key), one => one.Value);
    }

    private static Address Party(int number) => Story.At($"p{number}");

    private static TransferGraph GraphOf(params (int From, int To, int Block)[] payments)
    {
        var story = new Story();
        foreach (var (from, to, block) in payments)
        {
            story.Pay($"p{from}", $"p{to}", 1, block);
        }

        return TransferGraph.Of(story.Transfers);
    }
}
