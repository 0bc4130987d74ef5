using CsCheck;
using Spoor.Incidents.Losses;
using Spoor.Valuation;

namespace Spoor.Tests.Incidents.Losses;

/// <summary>What holds of any estimates, however odd their rows.</summary>
public sealed class LossLaws
{
    [Fact]
    public void The_parts_of_a_difference_sum_to_it_to_the_unit_in_every_measure() =>
        Gen.Select(LossCase.GenEstimate, LossCase.GenEstimate).Sample(
            (from, to) => LossMeasures.All.All(measure =>
            {
                var revision = LossRevision.Between(from, to, measure);
                return revision.Before + revision.Amount + revision.Price + revision.Class + revision.Coverage == revision.After;
            }),
            iter: 20_000);

    [Fact]
    public void The_parts_of_each_row_sum_to_its_own_difference() =>
        Gen.Select(LossCase.GenEstimate, LossCase.GenEstimate).Sample((from, to) =>
            LossMeasures.All.All(measure => LossRevision.Between(from, to, measure).Rows.All(row =>
                row.Sum == (row.After?.In(measure) ?? UsdValue.Zero) - (row.Before?.In(measure) ?? UsdValue.Zero))));

    [Fact]
    public void Differences_along_a_chain_of_estimates_sum_to_the_difference_of_its_ends() =>
        Gen.Select(LossCase.GenEstimate, LossCase.GenEstimate, LossCase.GenEstimate).Sample((first, second, third) =>
        {
            var (one, two, whole) = (Between(first, second), Between(second, third), Between(first, third));
            return Sum(one) + Sum(two) == Sum(whole);
        });

    [Fact]
    public void An_estimate_against_itself_changes_nothing() =>
        LossCase.GenEstimate.Sample(estimate => Between(estimate, estimate).Rows.All(row => row.Sum.IsZero && !row.IsChange));

    [Fact]
    public void The_sum_by_line_and_by_chain_is_the_sum_of_the_rows() =>
        LossCase.GenEstimate.Sample(estimate => LossMeasures.All.All(measure =>
        {
            var byRow = UsdValue.Sum(estimate.Rows.Select(row => row.In(measure)));
            var byLine = UsdValue.Sum(estimate.Lines.Select(line => line.Total(measure)));
            var byChain = UsdValue.Sum(estimate.Rows.GroupBy(row => row.Row.Asset.Chain).Select(chain => UsdValue.Sum(chain.Select(row => row.In(measure)))));
            return byRow == byLine && byRow == byChain && byRow == estimate.Total(measure);
        }));

    [Fact]
    public void Net_is_gross_less_what_came_back_and_frozen_takes_nothing_off() =>
        LossCase.GenEstimate.Sample(estimate =>
            estimate.Total(LossMeasure.Net) == estimate.Total(LossMeasure.Gross) - estimate.Total(LossMeasure.Returned));

    [Fact]
    public void The_figure_lies_in_its_interval() =>
        LossCase.GenEstimate.Sample(estimate =>
        {
            var interval = LossInterval.Of(estimate);
            return interval.Mark == estimate.Total(LossMeasure.Gross) && interval.Low <= interval.Mark && interval.Mark <= interval.High && interval.Low >= UsdValue.Zero;
        });

    private static LossRevision Between(ValuedEstimate from, ValuedEstimate to) => LossRevision.Between(from, to, LossMeasure.Gross);

    private static UsdValue Sum(LossRevision revision) => revision.Amount + revision.Price + revision.Class + revision.Coverage;
}
