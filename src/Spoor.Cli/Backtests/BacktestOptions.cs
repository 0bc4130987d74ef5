using System.CommandLine;
using System.Globalization;

namespace Spoor.Cli.Backtests;

/// <summary>What is replayed, and where the figures go.</summary>
internal sealed class BacktestOptions
{
    /// <summary>From far below even odds of an alert to far above a page, in thousandths.</summary>
    public static readonly IReadOnlyList<int> UsualThresholds = [-2_000, -1_000, 0, 500, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 10_000];

    private readonly Option<string?> _thresholds = new("--thresholds")
    {
        Description = "Scores at which to replay for the curve, in log-odds [default: -2 to 10].",
        HelpName = "A,B,…",
    };

    public Argument<string> Watch { get; } = new("WATCH") { Description = "A watch file, or a folder with watch.yaml and, where it has them, truth.yaml, transfers.csv and prices.csv." };

    public Argument<string[]> Files { get; } = new("file") { Description = "Files of transfers, or patterns such as '*.csv.gz'.", Arity = ArgumentArity.ZeroOrMore };

    public Option<string?> Truth { get; } = new("--truth") { Description = "What is known today of the thefts [default: the folder's truth.yaml].", HelpName = "FILE" };

    public Option<string?> Data { get; } = new("--data") { Description = "Replay the transfers of this data folder, too.", HelpName = "DIR" };

    public Option<string[]> Prices { get; } = new("--prices") { Description = "Prices [default: the folder's prices.csv]; of two that differ, the first named is used.", HelpName = "FILE" };

    public Option<string[]> Withdrawals { get; } = new("--withdrawals") { Description = "The owner's own withdrawal log: what it names no entry for alerts, whatever its size above the floor.", HelpName = "FILE" };

    public Option<bool> Json { get; } = new("--json") { Description = "For programs: backtest/1 (docs/json.md)." };

    public Option<string?> Csv { get; } = new("--csv") { Description = "Write the curve as CSV.", HelpName = "FILE" };

    public Option<string?> Svg { get; } = new("--svg") { Description = "Draw the curve.", HelpName = "FILE" };

    public static BacktestOptions On(Command command)
    {
        var options = new BacktestOptions();
        command.Arguments.Add(options.Watch);
        command.Arguments.Add(options.Files);
        Array.ForEach<Option>([options.Truth, options.Data, options.Prices, options.Withdrawals, options._thresholds, options.Json, options.Csv, options.Svg], command.Options.Add);
        options._thresholds.Validators.Add(result =>
        {
            if (result is { Implicit: false, Tokens: [var word] } && Read(word.Value) is null)
            {
                result.AddError($"Expected scores between -100 and 100 such as -1,0,2.5 after --thresholds, found '{word.Value}'.");
            }
        });
        return options;
    }

    /// <summary>In thousandths.</summary>
    public IReadOnlyList<int> ThresholdsOf(ParseResult parsed) =>
        parsed.GetValue(_thresholds) is { } named ? Read(named)! : UsualThresholds;

    private static int[]? Read(string text)
    {
        const int MostScore = 100;
        const int Thousandths = 1000;
        var read = new List<int>();
        foreach (string part in text.Split(','))
        {
            const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(part, Form, CultureInfo.InvariantCulture, out decimal score) || Math.Abs(score) > MostScore)
            {
                return null;
            }

            read.Add((int)(score * Thousandths));
        }

        return [.. read];
    }
}
