using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>All estimates of one incident in order of time.</summary>
public sealed class LossHistory
{
    /// <param name="estimates">Estimates of one time keep the order given.</param>
    public LossHistory(IEnumerable<LossEstimate> estimates) => Estimates = [.. estimates.OrderBy(estimate => estimate.AsOf)];

    public IReadOnlyList<LossEstimate> Estimates { get; }

    /// <summary>What breaks the laws of estimates; empty where nothing does.</summary>
    public IReadOnlyList<LossFault> Faults => LossFault.In(Estimates);

    /// <summary>The estimates that were there by the end of a day.</summary>
    public LossHistory AsOf(DateOnly day) => new(Estimates.Where(estimate => estimate.AsOf.Day <= day));

    public IReadOnlyList<ValuedEstimate> Valued(PriceBook prices) => [.. Estimates.Select(estimate => ValuedEstimate.Of(estimate, prices))];
}
