using Spoor.Tracing.Mixers.Heuristics;
using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>All hypotheses on who withdrew what from the pools of one chain.</summary>
public sealed record MixerLinks
{
    private static readonly IReadOnlyList<(string Id, IMixerHeuristic Heuristic)> Heuristics =
    [
        (MixerMethod.AddressMatch.Id, new AddressMatch()),
        (MixerMethod.GasPrice.Id, new UniqueGasPrice()),
        (MixerMethod.Denominations.Id, new MultiDenomination()),
        (MixerMethod.LinkedAddress.Id, new LinkedAddress()),
        (MixerMethod.Mining.Id, new MiningBlocks()),
        (MixerMethod.InOrder.Id, new SeriesInOrder()),
        (MixerMethod.Volume.Id, new VolumeMatch()),
    ];

    public required MixerActivity Activity { get; init; }

    public required MixerParameters Parameters { get; init; }

    /// <summary>The most probable first.</summary>
    public required IReadOnlyList<MixerHypothesis> Hypotheses { get; init; }

    /// <summary>What could not be looked at, by method and with the reason.</summary>
    public required IReadOnlyList<(string Method, string Why)> Unchecked { get; init; }

    public static MixerLinks Of(MixerGround ground) => new()
    {
        Activity = ground.Activity,
        Parameters = ground.Parameters,
        Hypotheses =
        [
            .. Heuristics.SelectMany(one => one.Heuristic.Find(ground))
                .Where(hypothesis => hypothesis.Odds.ProbabilityPerMillion >= ground.Parameters.MinProbabilityPerMillion)
                .OrderByDescending(hypothesis => hypothesis.Odds.ProbabilityPerMillion)
                .ThenBy(hypothesis => hypothesis.Method.Id, StringComparer.Ordinal)
                .ThenBy(hypothesis => hypothesis.Withdrawals[0].Position)
                .ThenBy(hypothesis => hypothesis.Deposits[0].Position)
                .ThenBy(hypothesis => hypothesis.Source)
                .ThenBy(hypothesis => hypothesis.Withdrawals[0].Recipient),
        ],
        Unchecked = [.. Heuristics.Select(one => (one.Id, Why: one.Heuristic.Unchecked(ground))).Where(one => one.Why is not null).Select(one => (one.Id, one.Why!))],
    };

    /// <summary>Only the hypotheses that concern any of the addresses, as source or as recipient, and any of the pools; empty sets ask for all.</summary>
    public MixerLinks About(IReadOnlySet<Address> sources, IReadOnlySet<Address> recipients, IReadOnlySet<MixerPool> pools) => this with
    {
        Hypotheses =
        [
            .. Hypotheses.Where(hypothesis => (sources.Count == 0 || sources.Contains(hypothesis.Source))
                && (recipients.Count == 0 || hypothesis.Recipients.Any(recipients.Contains))
                && (pools.Count == 0 || hypothesis.Withdrawals.Any(withdrawal => pools.Contains(withdrawal.Pool)))),
        ],
    };
}
