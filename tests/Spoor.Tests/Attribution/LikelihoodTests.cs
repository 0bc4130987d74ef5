using Spoor.Attribution;

namespace Spoor.Tests.Attribution;

/// <summary>Ratios from counts, and the bound of a rate, against worked numbers.</summary>
public sealed class LikelihoodTests
{
    private const int Five = 5;

    [Fact]
    public void Forty_eight_of_fifty_against_one_of_two_hundred_is_a_ratio_of_127()
    {
        var counts = new LikelihoodCounts(48, 50, 1, 200);

        Assert.Equal(0.95098m, decimal.Round(counts.TrueRate, Five));
        Assert.Equal(0.0074627m, decimal.Round(counts.FalseRate, 7));
        Assert.Equal(127.43m, decimal.Round(counts.IfSeen, 2));
        Assert.Equal(0.04939m, decimal.Round(counts.IfNotSeen, Five));
    }

    [Fact]
    public void No_false_one_in_two_hundred_is_reported_by_its_bound()
    {
        var counts = new LikelihoodCounts(48, 50, 0, 200);

        Assert.Equal(0.0024876m, decimal.Round(counts.FalseRate, 7));
        Assert.Equal(0.014867m, decimal.Round(counts.FalseRateBound, 6));
        Assert.Equal(decimal.Round(0.95098039m / 0.0148670m, 2), decimal.Round(counts.IfSeenAtLeast, 2));
    }

    /// <remarks>0 hits: 1 − 0.05^(1/n). Else the root of the sum of binomial terms, found with exact fractions outside Spoor.</remarks>
    [Theory]
    [InlineData(0, 1, "0.95")]
    [InlineData(0, 2, "0.77639")]
    [InlineData(0, 10, "0.25887")]
    [InlineData(0, 200, "0.01487")]
    [InlineData(1, 200, "0.02350")]
    [InlineData(2, 200, "0.03114")]
    [InlineData(3, 200, "0.03831")]
    [InlineData(5, 10, "0.77756")]
    [InlineData(9, 10, "0.99488")]
    [InlineData(10, 10, "1")]
    public void The_bound_agrees_with_values_found_outside(int hits, int trials, string bound) =>
        Assert.Equal(decimal.Parse(bound, System.Globalization.CultureInfo.InvariantCulture), decimal.Round(BinomialBound.Upper(hits, trials), Five));

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public void Without_hits_the_bound_is_three_over_the_trials(int trials)
    {
        decimal bound = BinomialBound.Upper(0, trials);

        Assert.InRange(bound * trials, 2.94m, 3.01m);
    }

    [Fact]
    public void The_bound_falls_with_trials_and_rises_with_hits() => Assert.Multiple(
        () => Assert.True(BinomialBound.Upper(3, 400) < BinomialBound.Upper(3, 200)),
        () => Assert.True(BinomialBound.Upper(4, 200) > BinomialBound.Upper(3, 200)),
        () => Assert.True(BinomialBound.Upper(199_999, 200_000) < 1));

    [Fact]
    public void More_hits_than_trials_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialBound.Upper(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LikelihoodCounts(3, 2, 0, 1).TrueRate);
    }

    [Fact]
    public void The_table_has_the_weights_of_version_1()
    {
        var weights = LikelihoodTable.Builtin.Rows.ToDictionary(row => row.Id, row => row.Log10);

        Assert.Equal("1", LikelihoodTable.Builtin.Version);
        Assert.Equal((5m, 4m, 3m, 2m), (weights["bridge-message"], weights["same-key-spent"], weights["same-key-named"], weights["same-key-reached"]));
        Assert.Equal((3m, 2m, 3m, 2m, 2m, 1m), (weights["direct-flow"], weights["flow-hops"], weights["shared-deposit"], weights["common-funder"], weights["common-collector"], weights["common-counterparty"]));
        Assert.Equal((3m, 2m, 1m, 0.5m, 0.5m), (weights["tornado-address"], weights["tornado-gas-price"], weights["tornado-counts"], weights["tornado-order"], weights["tornado-volume"]));
        Assert.Equal((2m, 2.5m, 1m, 1m, 0.5m), (weights["bridge-search"], weights["multi-input"], weights["change"], weights["behaviour"], weights["hour-of-day"]));
        Assert.All(LikelihoodTable.Builtin.Rows.Where(row => row.Class == EvidenceClass.Derived), row => Assert.Equal(0, row.Log10));
        Assert.All(LikelihoodTable.Builtin.Rows.Where(row => row.Class == EvidenceClass.Behavioural), row => Assert.InRange(row.Log10, -1, 1));
    }

    [Fact]
    public void Two_rows_of_one_id_and_weights_beyond_reason_are_refused()
    {
        var row = LikelihoodTable.Builtin.Rows[0];

        Assert.Throws<FormatException>(() => new LikelihoodTable("x", [row, row]));
        Assert.Throws<FormatException>(() => new LikelihoodTable("x", [row with { Log10 = 40 }]));
        Assert.Contains("'nothing'", Assert.Throws<FormatException>(() => LikelihoodTable.Builtin.Find("nothing")).Message, StringComparison.Ordinal);
    }
}
