using Spoor.Detection;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Valuation;
using Spoor.Web.Suspensions;
using Spoor.Web.Webhooks;

namespace Spoor.Cli.Watching;

/// <summary>What a watch is put together from.</summary>
internal sealed record WatchParts
{
    public required WatchList Watch { get; init; }

    public required PriceBook Prices { get; init; }

    /// <summary>Where the prices are from, to be read again when they change; null when they never do.</summary>
    public PriceFiles? PriceFiles { get; init; }

    /// <summary>Digits and symbols of tokens.</summary>
    public TokenList Tokens { get; init; } = TokenList.Builtin;

    public required IReadOnlyList<WatchedNode> Nodes { get; init; }

    public required DataFolder Folder { get; init; }

    /// <summary>Full path; in the data folder unless named.</summary>
    public required string AlertFile { get; init; }

    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];

    /// <summary>Whom to tell besides the file and the webhooks.</summary>
    public IReadOnlyList<IAlertSink> Sinks { get; init; } = [];

    /// <summary>Suspends by policy; null for nothing. The watch that it is given to closes it.</summary>
    public SuspendingSink? Suspending { get; init; }

    /// <summary>How long an alert waits for what a node says of a recipient's past.</summary>
    public TimeSpan PastPatience { get; init; } = NodePast.Patience;

    /// <summary>What the exchange ordered, as far as it is known at the start.</summary>
    public IReadOnlyList<Withdrawal> Ordered { get; init; } = [];

    /// <summary>Where the operations endpoint listens; null for nowhere.</summary>
    public string? Listen { get; init; }

    /// <summary>Token of those who push withdrawals; null to take none.</summary>
    public string? WithdrawalToken { get; init; }
}
