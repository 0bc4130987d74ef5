using Spoor.Attribution;
using Spoor.Attribution.Linking;
using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases;

/// <summary>All that Spoor finds out about a case: where the value went, what ties it to others, who is behind it, how much it was.</summary>
public sealed record CaseFindings
{
    public required CaseInputs Inputs { get; init; }

    /// <summary>From every address that received stolen value from the victim; without thefts where no transfer shows one.</summary>
    public required Trace Trace { get; init; }

    public required TaintBounds Bounds { get; init; }

    /// <summary>Every stolen unit at one place, each place with its class, as of the end of the data; without ranks.</summary>
    public required Whereabouts Whereabouts { get; init; }

    public required LinkReport Links { get; init; }

    public required ActorReport Attribution { get; init; }

    public required LossReport Loss { get; init; }

    public IncidentFacts Facts => Inputs.Facts;

    public static async Task<CaseFindings> OfAsync(CaseInputs inputs, IProgress<TraceProgress>? progress, CancellationToken cancellation)
    {
        var trace = await TraceAsync(inputs, progress, cancellation);
        var store = StoreOf(inputs);
        var search = SearchOf(inputs);
        return new()
        {
            Inputs = inputs,
            Trace = trace,
            Bounds = await TaintBounds.OfAsync(store, trace, cancellation),
            Whereabouts = await WhereaboutsReading.UnrankedAsync(store, trace, new() { AreTransfersChosen = inputs.IsPublishedOnly }, cancellation),
            Links = await LinkSearch.ReportAsync(search, cancellation),
            Attribution = await ActorSearch.RunAsync(search, inputs.Parameters.Prior, cancellation),
            Loss = await LossOfAsync(inputs, cancellation),
        };
    }

    /// <summary>Where the value went, and nothing else.</summary>
    public static Task<Trace> TraceAsync(CaseInputs inputs, IProgress<TraceProgress>? progress, CancellationToken cancellation) =>
        Tracer.RunAsync(StoreOf(inputs), RequestOf(inputs), progress, cancellation);

    // Nobody knew on that day what took place later.
    private static ITransferStore StoreOf(CaseInputs inputs) =>
        inputs.Parameters.AsOf is { } day ? new StoreUntil(inputs.Transfers, day) : inputs.Transfers;

    private static TraceRequest RequestOf(CaseInputs inputs) => new()
    {
        Rule = inputs.Parameters.Rule,
        Claims =
        [
            .. inputs.Facts.WalletsOf(WalletRole.Thief).Select(wallet => wallet.Account).OfType<(ChainId Chain, Address Address)>().Distinct().Order()
                .Select(account => new TheftClaim.BySeed(account.Chain, account.Address, inputs.IsPublishedOnly ? null : inputs.Facts.Started.Start)),
        ],
        Stops = inputs.Parameters.Stops with { Labels = inputs.Labels },
        Tokens = inputs.Tokens,
        Crossings = inputs.Crossings,
    };

    private static LinkRequest SearchOf(CaseInputs inputs) => new()
    {
        Case = inputs.Case,
        Against = inputs.Others,
        Known = [.. inputs.Others.Append(inputs.Case).OrderBy(theft => theft.Id, StringComparer.Ordinal)],
        Labels = inputs.Labels,
        LabelSources = inputs.LabelSources,
        Transfers = inputs.IsPublishedOnly ? null : inputs.Transfers,
        Tokens = inputs.Tokens,
        AsOf = inputs.Parameters.AsOf,
    };

    private static async Task<LossReport> LossOfAsync(CaseInputs inputs, CancellationToken cancellation)
    {
        var day = inputs.Parameters.AsOf;
        var found = await TransferReading.OfAsync(inputs.Facts, inputs.Transfers, inputs.TransfersName, inputs.Balances, day, cancellation);
        return LossReport.Of(inputs.Facts, inputs.Estimates, inputs.Prices, found.Estimate, day) with
        {
            Window = found.Window,
            Uncapped = found.Uncapped,
            ZeroPrices = inputs.ZeroPrices,
        };
    }
}
