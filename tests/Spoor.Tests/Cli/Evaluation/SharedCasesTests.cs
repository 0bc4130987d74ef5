using Spoor.Cli.Evaluation;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;

namespace Spoor.Tests.Cli.Evaluation;

/// <summary>The scorecard's claims on the real cases; skipped where the shared data are not at hand.</summary>
public sealed class SharedCasesTests
{
    private static readonly CaseOptions Clean = new(0, 1, StopAtEnds: true, OpeningEntry.FromBeginning);

    public static TheoryData<string> LaunderNet => ["atomic_wallet_2023", "lifi_2024", "txphish_54m_2024"];

    // Reachable shares: reference_baselines_laundernet.csv of the shared data, computed there by plain search.
    [Theory]
    [InlineData("atomic_wallet_2023", 1080, "0.9111")]
    [InlineData("lifi_2024", 135, "1.0000")]
    [InlineData("txphish_54m_2024", 292, "1.0000")]
    public async Task What_can_be_reached_in_order_of_time_is_what_a_plain_search_reached(string name, int flows, string share)
    {
        var evaluated = await ReadAsync(CaseCorpus.LaunderNet, name);

        var row = new CaseEvaluation(evaluated, Clean with { StopAtEnds = false }).Run(TracingMethod.Find("reach"), TestContext.Current.CancellationToken);

        Assert.Equal(flows, evaluated.Transfers.Count);
        Assert.Equal(share, row.Score.Reachable.ToString());
        Assert.Equal(row.Score.Reachable, row.Score.ValueCoverage);
        Assert.Equal("1.0000", row.Score.TerminalRecall.ToString());
    }

    [Theory]
    [MemberData(nameof(LaunderNet))]
    public async Task Haircut_finds_97_percent_of_the_value_that_can_be_reached(string name)
    {
        var evaluation = new CaseEvaluation(await ReadAsync(CaseCorpus.LaunderNet, name), Clean);

        var score = evaluation.Run(TracingMethod.Find("haircut"), TestContext.Current.CancellationToken).Score;

        Assert.InRange(score.CoverageOfReachable!.Value.Rounded, 0.97m, 1m);
        Assert.Equal("1.0000", score.Precision.ToString());
    }

    [Theory]
    [MemberData(nameof(LaunderNet))]
    public async Task The_books_of_every_rule_balance_with_and_without_noise(string name)
    {
        var evaluated = await ReadAsync(CaseCorpus.LaunderNet, name);
        foreach (var options in new[] { Clean, Clean with { Noise = 2_000 }, Clean with { Openings = OpeningEntry.WhenNeeded, StopAtEnds = false } })
        {
            var evaluation = new CaseEvaluation(evaluated, options);
            Assert.All(TaintRule.All, rule => Assert.Equal(0, evaluation.Run(new TracingMethod.ByRule(rule), TestContext.Current.CancellationToken).Difference));
        }
    }

    // easyfi_2021 and bancor_2018 of reference_baselines_heist.csv: poison in time order, stopping at labelled services.
    [Theory]
    [InlineData("easyfi_2021", "1.0000", "0.5000", "0.3077", 51)]
    [InlineData("bancor_2018", "1.0000", "1.0000", "0.0000", 6)]
    public async Task A_search_on_the_heists_gives_the_reference_figures(string name, string recall, string precision, string strangers, int nodes)
    {
        var evaluation = new CaseEvaluation(await ReadAsync(CaseCorpus.Heist, name), Clean);

        var score = evaluation.Run(TracingMethod.Find("reach"), TestContext.Current.CancellationToken).Score;

        Assert.Equal(
            (recall, precision, strangers, nodes),
            (score.AddressRecall.ToString(), score.Precision.ToString(), score.FalsePositiveRate.ToString(), score.Nodes));
        Assert.All(TaintRule.All, rule => Assert.Equal(0, evaluation.Run(new TracingMethod.ByRule(rule), TestContext.Current.CancellationToken).Difference));
    }

    private static async Task<EvaluatedCase> ReadAsync(CaseCorpus corpus, string name) =>
        await CaseReader.ReadAsync(corpus, SharedData.File(Path.Combine(corpus.Folder, name)), TestContext.Current.CancellationToken);
}
