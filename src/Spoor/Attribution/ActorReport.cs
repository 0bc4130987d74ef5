namespace Spoor.Attribution;

/// <summary>Who is behind an incident, and what each source changes in that.</summary>
public sealed record ActorReport
{
    /// <summary>What decided which links were found.</summary>
    public required LinkRequest Search { get; init; }

    public required Assessment Assessment { get; init; }

    /// <summary>The answer with each source set aside in turn, in order of key.</summary>
    public required IReadOnlyList<WhatIf> WithoutEach { get; init; }
}
