using Spoor.Cli.Backtests;
using Spoor.Cli.Output;
using Spoor.Detection.Backtest;

namespace Spoor.Cli.Demo;

/// <summary>What a watch would have said of the theft: <c>spoor backtest examples/backtest/coinex-2023</c>, from the copy that the program carries.</summary>
internal sealed record WatchedTheft(BacktestReport Report)
{
    private const string Folder = "backtest/coinex-2023/";

    /// <summary>The one theft of the history.</summary>
    public IncidentOutcome Outcome => Report.Detector.Outcomes[0];

    public static async Task<WatchedTheft> ReplayAsync(Terminal terminal, CancellationToken cancellation)
    {
        var temporary = Directory.CreateTempSubdirectory("spoor-demo-");
        try
        {
            foreach (string name in BacktestFiles.Names)
            {
                await using var carried = typeof(WatchedTheft).Assembly.GetManifestResourceStream(Folder + name)
                    ?? throw new InvalidOperationException($"The program does not carry {Folder}{name}.");
                await using var file = File.Create(Path.Combine(temporary.FullName, name));
                await carried.CopyToAsync(file, cancellation);
            }

            var history = await BacktestInputs.ReadAsync(BacktestFiles.In(temporary.FullName), terminal, cancellation);
            return new(BacktestReport.Of(history, BacktestOptions.UsualThresholds));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
