using System.Diagnostics.Metrics;
using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>What a synchronisation counts, under the name <c>Spoor.Sync</c>; every measure is tagged with its chain.</summary>
public static class SyncMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Spoor.Sync";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Blocks = Meter.CreateCounter<long>("spoor.sync.blocks", "{block}", "Blocks applied.");
    private static readonly Counter<long> Transfers = Meter.CreateCounter<long>("spoor.sync.transfers", "{transfer}", "Transfers of blocks applied.");
    private static readonly Counter<long> Reorganisations = Meter.CreateCounter<long>("spoor.sync.reorganisations", "{reorganisation}", "Times blocks were taken back.");
    private static readonly Counter<long> Rewound = Meter.CreateCounter<long>("spoor.sync.rewound", "{block}", "Blocks taken back.");
    private static readonly Counter<long> Troubles = Meter.CreateCounter<long>("spoor.sync.troubles", "{failure}", "Times the node failed after all retries.");
    private static readonly Gauge<long> Tip = Meter.CreateGauge<long>("spoor.sync.tip", "{block}", "Height at which the followers stand.");
    private static readonly Gauge<long> Head = Meter.CreateGauge<long>("spoor.sync.head", "{block}", "Height of the node's head.");
    private static readonly Histogram<double> Reading = Meter.CreateHistogram<double>("spoor.sync.read", "s", "Time to read a span of blocks.");

    internal static void Read(ChainId chain, int blocks, TimeSpan took) =>
        Reading.Record(took.TotalSeconds, Of(chain), new("span", blocks));

    internal static void Applied(ChainId chain, long blocks, long transfers)
    {
        Blocks.Add(blocks, Of(chain));
        Transfers.Add(transfers, Of(chain));
    }

    internal static void Reorganised(ChainId chain, long depth)
    {
        Reorganisations.Add(1, Of(chain));
        Rewound.Add(depth, Of(chain));
    }

    internal static void Failed(ChainId chain) => Troubles.Add(1, Of(chain));

    internal static void Stands(SyncProgress progress)
    {
        Head.Record(progress.Head.Height, Of(progress.Chain));
        if (progress.Tip is { } tip)
        {
            Tip.Record(tip.Height, Of(progress.Chain));
        }
    }

    private static KeyValuePair<string, object?> Of(ChainId chain) => new("chain", chain.Value);
}
