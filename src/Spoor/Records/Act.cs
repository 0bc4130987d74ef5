using System.Text.Json;

namespace Spoor.Records;

/// <summary>One thing that somebody did, decided or was told about an incident: who, when, why.</summary>
/// <remarks>Made only by <see cref="ActLog"/>, which chains each act to the one before it.</remarks>
public sealed record Act
{
    internal Act()
    {
    }

    /// <summary>From one on, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When it was written down, to the millisecond, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it: a person, or <c>policy NAME</c>.</summary>
    public required string By { get; init; }

    public required string Why { get; init; }

    /// <summary>Words of small letters with dots between: <c>suspend.requested</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: an object whose members depend on the kind.</summary>
    public required JsonElement About { get; init; }

    /// <summary>The <see cref="Id"/> of the act before it.</summary>
    public required string Previous { get; init; }

    /// <summary><c>sha256:</c> and the hash of the canonical JSON of everything else: it stands for the act and all before it.</summary>
    public required string Id { get; init; }

    public bool Equals(Act? other) => other is not null && other.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
