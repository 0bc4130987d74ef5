namespace Spoor.Detection.Backtest;

/// <summary>What one watch made of a replayed history.</summary>
public sealed record BacktestResult
{
    public required string Watch { get; init; }

    /// <summary>In order of the first movement; thefts without one last.</summary>
    public required IReadOnlyList<IncidentOutcome> Outcomes { get; init; }

    /// <summary>In order of the watch file.</summary>
    public required IReadOnlyList<OwnerOutcome> Owners { get; init; }

    /// <summary>Alerts that asked for attention, true and false.</summary>
    public required int Alerts { get; init; }

    /// <summary>Transactions that those alerts gathered: what a watch without memory would have cried one by one.</summary>
    public required int AlertedTransactions { get; init; }

    /// <summary>What a simple watch could judge at all; null of the detector.</summary>
    public JudgedOutflows? Judged { get; init; }

    /// <summary>Thefts of which the transfers at hand hold a movement.</summary>
    public int Thefts => Outcomes.Count(incident => incident.First is not null);

    public int Found => Outcomes.Count(incident => incident.Alert is not null);

    /// <summary>Thefts alerted in the block of their second transaction at the latest.</summary>
    public int FoundByTheSecond => Outcomes.Count(incident => incident.Alert is { InEarlierBlocks: <= 1 });

    /// <summary>The same, counted by transactions in the order that is taken to be theirs inside a block.</summary>
    public int FoundByTheSecondInOrder => Outcomes.Count(incident => incident.Alert is { TheftTransaction: <= 2 });

    /// <summary>Thefts alerted no later than one transaction after the one that made them worth an alert.</summary>
    public int FoundByTheSecondThatCounts => Outcomes.Count(incident => incident.Alert is { AfterFloor: <= 2 });

    public int FalseAlerts => Owners.Sum(owner => owner.FalseAlerts.Count);

    /// <summary>Months without a theft in which false alerts could come.</summary>
    public int WalletMonths => Owners.Sum(owner => owner.WalletMonths);

    /// <summary>Median over the thefts found, of two in the middle the later; null when none was.</summary>
    public TimeSpan? MedianDelay
    {
        get
        {
            var delays = Outcomes.Select(incident => incident.Alert?.Delay).OfType<TimeSpan>().Order().ToList();
            return delays.Count == 0 ? null : delays[delays.Count / 2];
        }
    }

    /// <summary>False alerts in a year of one wallet, in thousandths; null where no wallet had a quiet month.</summary>
    public long? FalsePerWalletYear => WalletMonths == 0 ? null : FalseAlerts * 12_000L / WalletMonths;

    /// <summary>What that rate may be, as far as so few months can tell.</summary>
    public PoissonBounds? FalsePerWalletYearBounds => PoissonBounds.OfYear(FalseAlerts, WalletMonths);
}
