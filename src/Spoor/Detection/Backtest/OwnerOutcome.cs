using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>How often a watch cried over an owner's wallets without a theft.</summary>
public sealed record OwnerOutcome
{
    public required string Owner { get; init; }

    /// <summary>Whether a theft from the owner is among those judged.</summary>
    public required bool IsVictim { get; init; }

    /// <summary>Calendar months without a theft in which a wallet of the owner sent something, summed over its wallets.</summary>
    public required int WalletMonths { get; init; }

    /// <summary>Transactions in which a wallet of the owner sent something.</summary>
    public required int Sendings { get; init; }

    /// <summary>Alerts that rest on no transaction of a theft, in order.</summary>
    public required IReadOnlyList<FalseAlert> FalseAlerts { get; init; }
}

/// <summary>An alert without a theft.</summary>
public sealed record FalseAlert(string Alert, DateTimeOffset Time, ChainId Chain, TxHash Tx, string HardRule, int Score, string Headline);
