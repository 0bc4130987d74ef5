using CsCheck;
using Spoor.Tests.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>Generated histories with several assets, exchanges of every shape and bridges to another chain.</summary>
internal static class SwapHistories
{
    private static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    private static readonly AssetId[] Assets = [Story.Coin, Story.Dollar, Story.Share];
    private static readonly AssetId Bridged = new(Polygon, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f");

    private static readonly AssetId Wrapped = new(Polygon, "erc20:0x7ceb23fd6bc0add59e62ac25578270cff1b9f619");

    private static readonly Gen<Step> AStep = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Select(Gen.ULong[1, 60], Gen.ULong[1, 900])).Select((sort, who, whom, asset, amounts) =>
            new Step(sort, Histories.People[who], Histories.People[whom], asset, amounts.Item1, amounts.Item2));

    /// <summary>A story, the bridges in it, and the numbers of its rows that are thefts.</summary>
    public static readonly Gen<(Story Story, Crossing[] Crossings, int[] Thefts)> Told =
        Gen.Select(AStep.Array[3, 25], Gen.Int[0, 1_000_000].Array[1, 3]).Select((steps, picks) =>
        {
            var story = new Story();
            var crossings = new List<Crossing>();
            foreach (var step in steps)
            {
                Tell(story, step, crossings);
            }

            return (story, crossings.ToArray(), picks.Select(pick => pick % story.Transfers.Count).Distinct().ToArray());
        });

    private static void Tell(Story story, Step step, List<Crossing> crossings)
    {
        var (sort, who, whom, given, amount, price) = step;
        var (asset, other, third) = (Assets[given], Assets[(given + 1) % 3], Assets[(given + 2) % 3]);
        _ = sort switch
        {
            0 or 1 => story.Pay("world", who, amount, asset),
            2 => story.Fee(who, amount % 7 + 1),
            3 or 4 => story.Pay(who, whom, amount, asset),
            5 => story.Act((who, "router", amount, asset), ("router", "pool", amount, asset), ("pool", who, price, other)),
            6 => story.Act(("pool", who, price, other), (who, "pool", amount, asset), ("pool", who, amount / 3, asset)),
            7 => story.Act((who, "pool", amount, asset), (who, "pool", price, other), ("pool", who, 10, third)),
            8 => story.Act((who, "pool", amount, asset), ("pool", who, price, other), ("pool", who, amount, third)),
            9 when who != whom => story.Act((who, "router", amount, asset), ("router", "pool", amount, asset), ("pool", whom, price, other)),
            10 => Cross(story, step, asset, crossings),
            _ => story.Pay(who, whom, amount, Bridged),
        };
    }

    private static Story Cross(Story story, Step step, AssetId asset, List<Crossing> crossings)
    {
        int number = story.Transfers.Count;
        bool known = step.Price % 3 != 0;
        story.Act((step.Who, "bridge", step.Amount, asset));
        crossings.Add(new(
            $"test:{number}",
            new(Story.Chain, Story.Tx(number), Story.At(step.Who), asset, new(step.Amount)),
            known ? new(Polygon, Story.Tx(number + 1), Story.At(step.Whom), Bridged, new(step.Price)) : null));
        // Relayers pay out with what they have, and routers swap in the transaction of the payout.
        return !known ? story
            : step.Price % 5 == 0 ? story.Pay(step.Who, step.Whom, step.Price, Bridged)
            : step.Price % 7 == 0 ? story.Act(("bridge", step.Whom, step.Price, Bridged), (step.Whom, "pool", step.Price, Bridged), ("pool", step.Who, step.Amount, Wrapped))
            : story.Pay("bridge", step.Whom, step.Price, Bridged);
    }

    private sealed record Step(int Sort, string Who, string Whom, int Given, UInt128 Amount, UInt128 Price);
}
