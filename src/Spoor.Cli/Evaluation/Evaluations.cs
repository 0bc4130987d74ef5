using System.Globalization;
using Spoor.Tracing.Evaluation;

namespace Spoor.Cli.Evaluation;

/// <summary>Every case of a corpus under every method asked for.</summary>
internal sealed record Evaluations(
    CaseCorpus Corpus, string Folder, IReadOnlyList<TracingMethod> Methods, CaseOptions Options)
{
    /// <param name="talk">Where it says how far it is.</param>
    public async Task<IReadOnlyList<ScoreRow>> RunAsync(TextWriter talk, CancellationToken cancellation)
    {
        var rows = new List<ScoreRow>();
        foreach (string folder in Corpus.CasesIn(Folder))
        {
            var evaluated = await CaseReader.ReadAsync(Corpus, folder, cancellation);
            await talk.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{evaluated.Truth.Name}: {evaluated.Transfers.Count:N0} transfers, {Methods.Count} methods"));
            var evaluation = new CaseEvaluation(evaluated, Options);
            rows.AddRange(Methods.Select(method => evaluation.Run(method, cancellation)));
        }

        return rows;
    }

    /// <summary>What relevance learns from these cases, and how it holds.</summary>
    /// <exception cref="FormatException">The cases are not known flow by flow, or have no background to be told from.</exception>
    public async Task<RelevanceReport> JudgeRelevanceAsync(CancellationToken cancellation)
    {
        if (Corpus != CaseCorpus.LaunderNet || Options.Noise == 0)
        {
            throw new FormatException("Expected --curve on laundernet with --noise N: relevance is learned from what laundering has that background traffic lacks.");
        }

        var cases = new List<KnownCase>();
        foreach (string folder in Corpus.CasesIn(Folder))
        {
            var evaluated = (await CaseReader.ReadAsync(Corpus, folder, cancellation)).WithNoise(Options.Noise, Options.Seed);
            cases.Add(new((CaseTruth.ByFlows)evaluated.Truth, evaluated.Transfers));
        }

        return cases.Count > 1
            ? RelevanceReport.Of(cases, cancellation)
            : throw new FormatException($"Expected two cases or more below {Folder} with --curve, found {cases.Count}: one is judged by what the others teach.");
    }
}
