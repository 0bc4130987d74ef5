using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>How fast and how well those who were asked to freeze answered: a query over any number of logs.</summary>
public static class FreezeLeague
{
    /// <summary>Fastest answer first, those that never answered last, then by name.</summary>
    /// <param name="standings">Packets of one incident or of many.</param>
    public static IReadOnlyList<FreezeLeagueRow> Of(IEnumerable<FreezeStanding> standings) =>
    [
        .. standings.Where(standing => standing.SentAt is not null).GroupBy(standing => standing.Target).Select(Row)
            .OrderBy(row => row.MedianToDecide ?? TimeSpan.MaxValue).ThenBy(row => row.MedianToAcknowledge ?? TimeSpan.MaxValue)
            .ThenBy(row => row.Target.Name, StringComparer.Ordinal).ThenBy(row => row.Target.Kind, StringComparer.Ordinal),
    ];

    private static FreezeLeagueRow Row(IGrouping<FreezeTarget, FreezeStanding> asked) => new()
    {
        Target = asked.Key,
        Sent = asked.Count(),
        Acknowledged = asked.Count(standing => standing.AcknowledgedAt is not null),
        Outcomes = [.. Enum.GetValues<FreezeOutcome>().Select(outcome => (outcome, asked.Count(standing => standing.Outcome == outcome)))],
        MedianToAcknowledge = Median(asked.Where(standing => standing.AcknowledgedAt is not null).Select(standing => standing.AcknowledgedAt!.Value - standing.SentAt!.Value)),
        MedianToDecide = Median(asked.Where(standing => standing.DecidedAt is not null).Select(standing => standing.DecidedAt!.Value - standing.SentAt!.Value)),
        Asked = Sum(asked.SelectMany(standing => standing.Asked)),
        Frozen = Sum(asked.SelectMany(standing => standing.Frozen)),
    };

    // Of an even number the lower of the two in the middle: a time that somebody really took.
    private static TimeSpan? Median(IEnumerable<TimeSpan> took)
    {
        var order = took.Order().ToList();
        return order.Count == 0 ? null : order[(order.Count - 1) / 2];
    }

    private static IReadOnlyList<FreezeAmount> Sum(IEnumerable<FreezeAmount> amounts) =>
    [
        .. amounts.GroupBy(amount => amount.Asset).OrderBy(group => group.Key)
            .Select(group => group.First() with { Amount = group.Aggregate(Amount.Zero, (sum, amount) => sum + amount.Amount) }),
    ];
}

/// <summary>One who was asked.</summary>
public sealed record FreezeLeagueRow
{
    public required FreezeTarget Target { get; init; }

    public required int Sent { get; init; }

    public required int Acknowledged { get; init; }

    /// <summary>In the order of <see cref="FreezeOutcome"/>; what is not decided counts nowhere.</summary>
    public required IReadOnlyList<(FreezeOutcome Outcome, int Count)> Outcomes { get; init; }

    /// <summary>From sent; null where nobody answered.</summary>
    public required TimeSpan? MedianToAcknowledge { get; init; }

    public required TimeSpan? MedianToDecide { get; init; }

    /// <summary>By asset.</summary>
    public required IReadOnlyList<FreezeAmount> Asked { get; init; }

    public required IReadOnlyList<FreezeAmount> Frozen { get; init; }
}
