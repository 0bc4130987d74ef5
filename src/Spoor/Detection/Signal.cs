using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>One thing about an outflow that was looked at, with what was found and from where on it counts.</summary>
public sealed record Signal
{
    public required SignalKind Kind { get; init; }

    /// <summary>What it adds to the score, in thousandths of a log-odds unit; zero when it does not speak, negative when it calms.</summary>
    public required int Weight { get; init; }

    /// <summary>What was measured, with its unit, as a person reads it: <c>97.4 % of 5,080 ETH</c>.</summary>
    public required string Value { get; init; }

    /// <summary>From where on it counts, in the same unit: <c>50 %</c>.</summary>
    public required string Threshold { get; init; }

    /// <summary>Whether it is past the threshold; null when it could not be measured, and <see cref="Value"/> says why.</summary>
    public required bool? Speaks { get; init; }

    /// <summary>One sentence in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>The transactions it rests on.</summary>
    public IReadOnlyList<TxHash> Evidence { get; init; } = [];
}

/// <summary>What is looked at. The numbers are those of the method pages; never renumber.</summary>
public enum SignalKind
{
    /// <summary>The exchange's own withdrawal log has no entry for the outflow.</summary>
    WithdrawalMismatch = 0,

    /// <summary>S1: worth more than this wallet usually sends.</summary>
    Size = 1,

    /// <summary>S2: share of the balance that left.</summary>
    DrainShare = 2,

    /// <summary>S3: the recipient has no past.</summary>
    FreshRecipient = 3,

    /// <summary>S4: the outflow goes to few recipients.</summary>
    Concentration = 4,

    /// <summary>S5: several assets to one recipient.</summary>
    Breadth = 5,

    /// <summary>S6: several chains at once.</summary>
    Chains = 6,

    /// <summary>S7: the recipient or the wallet was given gas, or a test payment, shortly before.</summary>
    GasTopUp = 7,

    /// <summary>S8: somebody was given power over the wallet.</summary>
    ControlChange = 8,

    /// <summary>S9: not how this wallet sends.</summary>
    ModeChange = 9,

    /// <summary>S10: the recipient is neither the owner's nor known to it.</summary>
    UnknownCounterparty = 10,
}
