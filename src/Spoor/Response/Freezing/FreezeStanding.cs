using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>How one packet stands.</summary>
public sealed record FreezeStanding
{
    /// <summary>The packet's id.</summary>
    public required string Packet { get; init; }

    public required FreezeTarget Target { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>In order of asset; the symbol is null where no list knows it.</summary>
    public required IReadOnlyList<FreezeAmount> Asked { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Null until it is decided.</summary>
    public FreezeOutcome? Outcome { get; init; }

    public IReadOnlyList<FreezeAmount> Frozen { get; init; } = [];

    /// <summary>Where it stands in one word.</summary>
    public string State => DecidedAt is not null ? Outcome!.Value.Word() : AcknowledgedAt is not null ? "acknowledged" : SentAt is not null ? "sent" : "prepared";

    /// <summary>Whether an answer is awaited and its time has passed.</summary>
    public bool IsOverdue(DateTimeOffset now) => DecidedAt is null && Deadline < now;

    /// <summary>Why a step cannot follow now; empty when it can.</summary>
    internal string FaultOf(string kind, DateTimeOffset happened)
    {
        var before = kind == FreezeActs.Sent ? null : kind == FreezeActs.Acknowledged ? SentAt : AcknowledgedAt ?? SentAt;
        bool isThere = kind == FreezeActs.Sent ? SentAt is not null : kind == FreezeActs.Acknowledged ? AcknowledgedAt is not null || DecidedAt is not null : false;
        return isThere ? $"it is {State} already."
            : kind != FreezeActs.Sent && SentAt is null ? "expected it to be sent first (spoor respond freeze sent)."
            : happened < before ? "expected a time that is not before the step it follows."
            : "";
    }
}

/// <summary>An amount of an asset as a packet names it.</summary>
public sealed record FreezeAmount(AssetId Asset, string? Symbol, int Decimals, Amount Amount);
