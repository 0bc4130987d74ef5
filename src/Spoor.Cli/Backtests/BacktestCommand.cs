using System.CommandLine;
using System.Text;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Detection.Backtest;
using Spoor.Reporting;

namespace Spoor.Cli.Backtests;

/// <summary><c>spoor backtest</c>: what a watch would have said, had it been there.</summary>
internal static class BacktestCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor backtest examples/backtest/coinex-2023",
        "spoor backtest watch.yaml --truth truth.yaml --data case-17 --prices closes.csv",
        "spoor backtest watch.yaml 'history/*.csv.gz' --thresholds 0,2,4 --csv curve.csv --svg curve.svg",
        "spoor backtest watch.yaml 'history/*.csv.gz' --withdrawals withdrawals.csv",
        "spoor backtest examples/backtest/coinex-2023 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("backtest", "Replay history block by block, as if live, and show when the watch would have spoken and how often in vain.");
        var options = BacktestOptions.On(command);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var history = await BacktestInputs.ReadAsync(options, parsed, terminal, cancellation);
            var report = BacktestReport.Of(history, options.ThresholdsOf(parsed));
            await WriteFilesAsync(report, parsed, cancellation);
            if (parsed.GetValue(options.Json))
            {
                BacktestJson.Write(report, terminal.Bytes);
            }
            else
            {
                new BacktestPage(terminal, report).Write();
            }

            return report.Detector.Alerts == 0 ? ExitCode.Nothing : ExitCode.Done;
        }

        async Task WriteFilesAsync(BacktestReport report, ParseResult parsed, CancellationToken cancellation)
        {
            if (parsed.GetValue(options.Csv) is { } csv)
            {
                var text = new StringWriter();
                BacktestCsv.Write(report, text);
                await File.WriteAllTextAsync(terminal.PathOf(csv), text.ToString(), new UTF8Encoding(false), cancellation);
            }

            if (parsed.GetValue(options.Svg) is { } svg)
            {
                await File.WriteAllTextAsync(terminal.PathOf(svg), BacktestSvg.Of(report), new UTF8Encoding(false), cancellation);
            }
        }
    }
}
