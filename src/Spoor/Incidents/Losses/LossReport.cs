using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>Everything that is known of an incident's loss by a day: our estimates, their differences, what others said.</summary>
public sealed record LossReport
{
    public required IncidentFacts Facts { get; init; }

    /// <summary>The last day that counts; null for all that is known.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>In order of time; empty where the incident has none.</summary>
    public required IReadOnlyList<ValuedEstimate> Estimates { get; init; }

    public required PriceBook Prices { get; init; }

    /// <summary>What the transfers at hand show by themselves; null where none concerns the loss.</summary>
    public ValuedEstimate? FromTransfers { get; init; }

    /// <summary>Which transfers were looked at; null where none are at hand.</summary>
    public TransferWindow? Window { get; init; }

    /// <summary>Stolen assets in the transfers whose balance nobody stated, so that guard (a) could not be checked.</summary>
    public IReadOnlyList<string> Uncapped { get; init; } = [];

    /// <summary>Rows of the price files that were left out because their price is 0.</summary>
    public int ZeroPrices { get; init; }

    /// <summary>Null where there is no estimate.</summary>
    public ValuedEstimate? Newest => Estimates is [.., var last] ? last : null;

    /// <summary>What others had said by then; what nobody dates only where no day is asked about.</summary>
    public IReadOnlyList<LossStatement> Statements => [.. Facts.LossStatements.Where(said => AsOf is not { } day || Facts.KnownFrom(said) <= day)];

    public IReadOnlyList<OtherFigure> Others => OtherFigure.Beside(Statements, Estimates);

    /// <summary>Each estimate against the one before it, and where there are more than two the last against the first.</summary>
    public IReadOnlyList<LossRevision> Revisions(LossMeasure measure)
    {
        var pairs = Estimates.Zip(Estimates.Skip(1)).ToList();
        if (Estimates.Count > 2)
        {
            pairs.Add((Estimates[0], Estimates[^1]));
        }

        return [.. pairs.Select(pair => LossRevision.Between(pair.First, pair.Second, measure))];
    }

    /// <param name="history">Null where the incident has no estimates.</param>
    /// <param name="transfers">Null where there are no transfers that concern the loss.</param>
    public static LossReport Of(IncidentFacts facts, LossHistory? history, PriceBook prices, LossEstimate? transfers, DateOnly? asOf)
    {
        var kept = asOf is { } day ? history?.AsOf(day) : history;
        var found = transfers is null || asOf is not { } last ? transfers : transfers with { PricesKnownBy = last };
        return new()
        {
            Facts = facts,
            AsOf = asOf,
            Estimates = kept?.Valued(prices) ?? [],
            Prices = prices,
            FromTransfers = found is null ? null : ValuedEstimate.Of(found, prices),
        };
    }
}
