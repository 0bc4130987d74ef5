namespace Spoor.Chains.Nodes;

/// <summary>How hard a node may be asked, how long it may take and how much it may answer.</summary>
public sealed record TransportLimits
{
    /// <summary>For one request, from sending to the last byte of the answer.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After decompression. The call traces of a full block of Ethereum are some tens of megabytes.</summary>
    public int MaxAnswerBytes { get; init; } = 256 << 20;

    /// <summary>Requests under way at once, over all endpoints.</summary>
    public int Concurrent { get; init; } = 8;

    /// <summary>For each endpoint; null for no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>How often one question is asked in all, over all endpoints.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>How often one question may run out of time before it is given up: what takes too long once mostly does again.</summary>
    public int Timeouts { get; init; } = 2;

    /// <summary>Rest of an endpoint after its first failure; doubled with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A node that asks for a longer rest by Retry-After is given this and no more.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the endpoints after it are used instead of one that failed.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of the jitter, so that a run can be repeated.</summary>
    public int Seed { get; init; } = 1;
}
