using Spoor.Cli.Evaluation;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;
using Spoor.Tracing.Relevance;

namespace Spoor.Tests.Cli.Evaluation;

/// <summary>The scorecard's claims on relevance; skipped where the shared data are not at hand.</summary>
public sealed class SharedRelevanceTests
{
    private static readonly string[] Cases = ["atomic_wallet_2023", "lifi_2024", "txphish_54m_2024"];

    [Fact]
    public async Task On_cases_it_has_not_seen_relevance_keeps_recall_and_value_at_a_precision_of_two_thirds()
    {
        var cases = await CasesAsync();

        var report = RelevanceReport.Of(cases, TestContext.Current.CancellationToken);

        TracingScore[] scores = [.. report.HeldOut.Select(held => held.Score)];
        Assert.InRange(CurveMean.Of(scores, score => score.AddressRecall), 0.95m, 1m);
        Assert.InRange(CurveMean.Of(scores, score => score.TerminalRecall), 0.95m, 1m);
        Assert.InRange(CurveMean.Of(scores, score => score.CoverageOfReachable), 0.98m, 1m);
        Assert.InRange(CurveMean.Of(scores, score => score.Precision), 0.65m, 1m);
        Assert.InRange(scores.Average(score => score.Nodes), 1, 450);
        Assert.Equal(RelevanceRule.Learned.Weights.ByTrait, report.Learned.Weights.ByTrait);
        Assert.Equal((RelevanceRule.Learned.Threshold, RelevanceRule.Learned.AlwaysPerMillion), (report.Learned.Threshold, report.Learned.AlwaysPerMillion));
        Assert.Equal(File.ReadAllText(Repository.File("docs/figures/relevance-curve.svg")), RelevanceSvg.Of(report));
    }

    [Fact]
    public async Task The_books_balance_where_payments_are_set_aside()
    {
        foreach (var known in await CasesAsync())
        {
            var trace = Tracer.Run(known.Store, CaseTrace.Request(known.Truth, RelevanceRule.Learned), TestContext.Current.CancellationToken);

            Assert.All(trace.Books, book => Assert.Equal(0, book.Difference));
            Assert.Contains(trace.Books, book => book.Stopped.Any(stop => stop.Key == StopReason.Minor));
        }
    }

    [Theory]
    [InlineData("easyfi_2021", "1.0000", "0.8000", 33)]
    [InlineData("bancor_2018", "1.0000", "1.0000", 6)]
    public async Task A_search_without_venues_and_scatters_visits_fewer_strangers_on_the_heists(string name, string recall, string precision, int nodes)
    {
        var evaluated = await CaseReader.ReadAsync(
            CaseCorpus.Heist, SharedData.File(Path.Combine(CaseCorpus.Heist.Folder, name)), TestContext.Current.CancellationToken);

        var score = new CaseEvaluation(evaluated, new(0, 1, StopAtEnds: true, OpeningEntry.FromBeginning))
            .Run(TracingMethod.Find("visits"), TestContext.Current.CancellationToken).Score;

        Assert.Equal((recall, precision, nodes), (score.AddressRecall.ToString(), score.Precision.ToString(), score.Nodes));
    }

    private static async Task<IReadOnlyList<KnownCase>> CasesAsync()
    {
        var cases = new List<KnownCase>();
        foreach (string name in Cases)
        {
            var evaluated = await CaseReader.ReadAsync(
                CaseCorpus.LaunderNet, SharedData.File(Path.Combine(CaseCorpus.LaunderNet.Folder, name)), TestContext.Current.CancellationToken);
            var noisy = evaluated.WithNoise(20_000, 1);
            cases.Add(new((CaseTruth.ByFlows)noisy.Truth, noisy.Transfers));
        }

        return cases;
    }
}
