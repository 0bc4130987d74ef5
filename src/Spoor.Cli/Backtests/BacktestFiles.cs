namespace Spoor.Cli.Backtests;

/// <summary>Where the files of a back-test lie, as full paths.</summary>
internal sealed record BacktestFiles
{
    private const string WatchName = "watch.yaml";
    private const string TruthName = "truth.yaml";
    private const string TransfersName = "transfers.csv";
    private const string PricesName = "prices.csv";
    private const string RecipientsName = "recipients.csv";

    /// <summary>The names that a folder's own files have.</summary>
    public static readonly IReadOnlyList<string> Names = [WatchName, TruthName, TransfersName, PricesName, RecipientsName];

    public required string Watch { get; init; }

    public string? Truth { get; init; }

    public IReadOnlyList<string> Transfers { get; init; } = [];

    public IReadOnlyList<string> Prices { get; init; } = [];

    public IReadOnlyList<string> Withdrawals { get; init; } = [];

    public string? Recipients { get; init; }

    /// <summary>A data folder whose transfers are replayed, too.</summary>
    public string? Data { get; init; }

    /// <summary>What a folder has of its own.</summary>
    public static BacktestFiles In(string folder)
    {
        return new()
        {
            Watch = Path.Combine(folder, WatchName),
            Truth = Own(TruthName),
            Transfers = Own(TransfersName) is { } transfers ? [transfers] : [],
            Prices = Own(PricesName) is { } prices ? [prices] : [],
            Recipients = Own(RecipientsName),
        };

        string? Own(string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;
    }
}
