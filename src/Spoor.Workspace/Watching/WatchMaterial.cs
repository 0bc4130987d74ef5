using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Chains.Files.Watches;
using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Workspace.Watching;

/// <summary>What a replayed watch is told beforehand: whose wallets are watched, what things were worth, what was known of recipients.</summary>
public sealed record WatchMaterial
{
    public required WatchList Watch { get; init; }

    public required PriceBook Prices { get; init; }

    /// <summary>Empty where the transfers alone tell of it.</summary>
    public required IReadOnlyDictionary<AccountOnChain, RecipientHistory> Recipients { get; init; }

    /// <summary>What it was read from, the watch file first.</summary>
    public required IReadOnlyList<CitedFile> Files { get; init; }

    /// <param name="prices">Of two that differ, the first named is used.</param>
    /// <param name="recipients">Null where nothing was published of recipients' past.</param>
    /// <exception cref="FormatException">A file is not as described.</exception>
    public static WatchMaterial Read(InputFile watch, IReadOnlyList<InputFile> prices, InputFile? recipients)
    {
        using var text = watch.OpenText();
        return new()
        {
            Watch = WatchFile.Read(watch.Name, text),
            Prices = new(prices.SelectMany(file => PriceFile.Read(file).Prices), PriceSymbols.Builtin),
            Recipients = recipients is null ? new Dictionary<AccountOnChain, RecipientHistory>() : RecipientFile.Read(recipients.Name, recipients.OpenText()),
            Files = [.. new[] { watch }.Concat(prices).Concat(recipients is null ? [] : [recipients]).Select(file => new CitedFile(file.Name, file.Sha256))],
        };
    }

    /// <summary>The watch over a history of which nothing is known beside.</summary>
    public BacktestCase Over(IReadOnlyList<Transfer> transfers) => new() { Watch = Watch, Transfers = transfers, Truths = [], Prices = Prices, Recipients = Recipients };
}
