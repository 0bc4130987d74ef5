using Spoor.Transfers;

namespace Spoor.Labels;

/// <summary>What somebody says an address is.</summary>
public sealed record Label
{
    public required Address Address { get; init; }

    /// <summary>The chain the label is about; null when the source names none, and it then holds on every chain.</summary>
    public ChainId? Chain { get; init; }

    /// <summary>The name as the source gives it: <c>Huobi 23</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The category as the source gives it: <c>exchange</c>, <c>mixing_service</c>, <c>heist</c>; may be empty.</summary>
    public required string Category { get; init; }

    /// <summary>Who says so: a file, a URL, a citation.</summary>
    public required string Source { get; init; }
}
