using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection;

/// <summary>What is told of an alert at one moment: that it began, grew, was taken back or ended. Complete by itself.</summary>
public sealed record AlertNotice
{
    /// <summary>The same for all notices of one alert: made of the owner and the transaction that started it, so a replay gives it again.</summary>
    public required string Alert { get; init; }

    /// <summary>1 for the first notice of an alert, then 2, 3, …; with <see cref="Alert"/> it names a notice for good.</summary>
    public required int Number { get; init; }

    public required AlertStage Stage { get; init; }

    public required AlertClass Class { get; init; }

    public required AlertSeverity Severity { get; init; }

    public required string Owner { get; init; }

    /// <summary>The movement that made Spoor speak.</summary>
    public required ChainId Chain { get; init; }

    public required Position At { get; init; }

    /// <summary>The block's time.</summary>
    public required DateTimeOffset Time { get; init; }

    public required TxHash Tx { get; init; }

    /// <summary>Sum of the signals on the log-odds scale, in thousandths.</summary>
    public required int Score { get; init; }

    /// <summary>Why it was raised whatever the score; empty when the score alone did.</summary>
    public string HardRule { get; init; } = "";

    /// <summary>All signals, those that speak first.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>One line that a person woken at night understands.</summary>
    public required string Headline { get; init; }

    /// <summary>Worth of what left in this alert so far; what has no price is named in <see cref="Unpriced"/>.</summary>
    public required UsdValue Gone { get; init; }

    /// <summary>Worth of what the owner's watched wallets still hold, as far as balances are known.</summary>
    public required UsdValue AtRisk { get; init; }

    /// <summary>Assets that moved or are held and have no price.</summary>
    public IReadOnlyList<AssetId> Unpriced { get; init; } = [];

    /// <summary>Where it went, by chain: what others are asked to block.</summary>
    public required IReadOnlyList<AccountOnChain> Block { get; init; }

    /// <summary>The transactions of the alert so far, in order of arrival.</summary>
    public required IReadOnlyList<TxHash> Transactions { get; init; }

    /// <summary>What could not be checked, in words.</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];
}

/// <summary>An address on its chain.</summary>
public readonly record struct AccountOnChain(ChainId Chain, Address Address);

/// <summary>Where an alert stands.</summary>
public enum AlertStage
{
    Start,
    Update,
    End,

    /// <summary>A reorganisation removed what it rested on.</summary>
    Retracted,
}

/// <summary>What the movement is taken for.</summary>
public enum AlertClass
{
    Drain,

    /// <summary>Power over a wallet changed; nothing has left yet.</summary>
    ControlChange,

    /// <summary>The exchange's own log has no such withdrawal.</summary>
    WithdrawalMismatch,

    /// <summary>To the owner's own wallets while a drain is under way.</summary>
    Rescue,

    /// <summary>Announced beforehand.</summary>
    Planned,

    /// <summary>Between the owner's own wallets.</summary>
    Internal,

    /// <summary>A thief's address, or a dead deposit address, moved something.</summary>
    Tracked,
}

/// <summary>How loudly to tell it.</summary>
public enum AlertSeverity
{
    /// <summary>Suppressed and shown: planned, internal, rescue.</summary>
    Info,
    Low,
    Medium,
    High,

    /// <summary>Somebody is paged.</summary>
    Critical,
}
