using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>A history, the wallets that are watched in it, and what is known of it today.</summary>
public sealed record BacktestCase
{
    public required WatchList Watch { get; init; }

    /// <summary>In any order.</summary>
    public required IReadOnlyList<Transfer> Transfers { get; init; }

    /// <summary>Empty for a history of quiet wallets.</summary>
    public required IReadOnlyList<TheftTruth> Truths { get; init; }

    public required PriceBook Prices { get; init; }

    /// <summary>What the owners' own logs say they ordered; empty where none is given.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    /// <summary>What was published of recipients' past; empty where the transfers alone tell of it.</summary>
    public IReadOnlyDictionary<AccountOnChain, RecipientHistory> Recipients { get; init; } = new Dictionary<AccountOnChain, RecipientHistory>();
}
