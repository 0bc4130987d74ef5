namespace Spoor.Labels;

/// <summary>Somebody who stands behind addresses, as an ActorPack describes them.</summary>
/// <remarks>Fields follow the ActorPack of GraphSense; labels name an actor by its id.</remarks>
public sealed record Actor
{
    /// <summary>How labels name it: <c>lazarusgroup</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Its home on the web.</summary>
    public required string Uri { get; init; }

    /// <summary>The day its description was last changed.</summary>
    public required DateOnly Observed { get; init; }

    /// <summary>TagPack concepts: <c>exchange</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Countries, ISO 3166-1 with two letters.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>Other ids it goes by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What else the source said, as JSON text; empty for nothing.</summary>
    public string Context { get; init; } = "";
}
