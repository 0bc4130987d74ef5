using System.Numerics;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;
using Spoor.Tracing.Ranking;
using Spoor.Tracing.Relevance;
using Spoor.Transfers;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Spoor.Cli.Evaluation;

/// <summary>Runs methods on a case held in memory and scores what they find.</summary>
internal sealed class CaseEvaluation
{
    // So that the timed run shows the method and not the compiler at work.
    private const int UnseenRuns = 3;

    private readonly EvaluatedCase _case;
    private readonly CaseOptions _options;
    private readonly MemoryTransferStore _store;
    private readonly Footprint? _reachable;

    public CaseEvaluation(EvaluatedCase evaluated, CaseOptions options)
    {
        _case = evaluated.WithNoise(options.Noise, options.Seed);
        _options = options;
        _store = MemoryTransferStore.Load(_case.Transfers);
        _reachable = Reachable();
    }

    private CaseTruth Truth => _case.Truth;

    public ScoreRow Run(TracingMethod method, CancellationToken cancellation)
    {
        for (int run = 0; run < UnseenRuns; run++)
        {
            Find(method, cancellation);
        }

        long begin = Stopwatch.GetTimestamp();
        var (trace, ranking, search) = Find(method, cancellation);
        var took = Stopwatch.GetElapsedTime(begin);

        var footprint = search ?? (trace is not null ? Footprint.Of(trace) : CaseRanking.Footprint(_store, ranking!));
        return new()
        {
            Score = Scorer.Score(Truth, method.Name, footprint, _reachable),
            Noise = Truth is CaseTruth.ByFlows ? _options.Noise : 0,
            Took = took,
            Difference = trace?.Books.Aggregate(BigInteger.Zero, (sum, book) => sum + BigInteger.Abs(book.Difference)),
            Missed = trace is not null && Truth is CaseTruth.ByFlows flows ? MissedFlows.Of(flows, trace, _reachable!) : [],
        };
    }

    private (Trace? Trace, RankedList? Ranking, Footprint? Search) Find(TracingMethod method, CancellationToken cancellation) => method switch
    {
        TracingMethod.ByRule { Rule: var rule } => (Tracer.Run(_store, CaseTrace.Request(Truth, rule, _options.StopAtEnds, _options.Openings), cancellation), null, null),
        TracingMethod.ByRelevance => (Tracer.Run(_store, CaseTrace.Request(Truth, RelevanceRule.Learned, _options.StopAtEnds, _options.Openings), cancellation), null, null),
        TracingMethod.ByRanking { Method: var ranking } => (null, Ranker.Run(_store, CaseRanking.Request(Truth, ranking, _options.StopAtEnds), cancellation), null),
        TracingMethod.ByVisits => (null, null, ReachVisits.From(_store, Truth.Chain, Truth.Sources, Ends)),
        TracingMethod.ByReach { MaxHops: int maxHops } => (null, null, Search(maxHops)),
        _ => throw new ArgumentException($"Expected a rule, a ranking or a search, found {method.GetType().Name}.", nameof(method)),
    };

    // What could be reached if nobody were known to be a service, among the true flows alone: the ceiling for every row.
    private Footprint? Reachable() =>
        Truth is CaseTruth.ByFlows flows
            ? PoisonReach.From(MemoryTransferStore.Load(flows.Flows), Truth.Chain, Truth.Sources, new HashSet<Address>())
            : null;

    private IReadOnlySet<Address> Ends => _options.StopAtEnds ? Truth.Ends : new HashSet<Address>();

    private Footprint Search(int maxHops) => PoisonReach.From(_store, Truth.Chain, Truth.Sources, Ends, maxHops);
}
