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
}
