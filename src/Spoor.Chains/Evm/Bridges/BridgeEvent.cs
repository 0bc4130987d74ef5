using System.Text.RegularExpressions;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>An event of a bridge as its contract declares it, and what a log of it says.</summary>
/// <remarks>The declaration tells which arguments are indexed, which the topic does not: a log with others is another event and is left alone.</remarks>
internal sealed partial class BridgeEvent
{
    private readonly Func<BridgeLog, BridgeLeg?> _read;
    private readonly bool _hasTail;
    private readonly int _headBytes;

    /// <param name="declaration">As Solidity writes it: <c>Mint(address to,uint256 indexed id)</c>; tuples as their types in brackets.</param>
    public BridgeEvent(string protocol, string declaration, Func<BridgeLog, BridgeLeg?> read)
    {
        Protocol = protocol;
        _read = read;
        int bracket = declaration.IndexOf('(', StringComparison.Ordinal);
        var arguments = Argument().Matches(declaration[(bracket + 1)..^1]).Select(match => match.Groups).ToList();
        Signature = $"{declaration[..bracket]}({string.Join(',', arguments.Select(argument => argument["type"].Value))})";
        Topic = EventTopics.Of(Signature);
        int topic = 1;
        foreach (var argument in arguments)
        {
            bool isIndexed = argument["indexed"].Success;
            Places.Add(argument["name"].Value, new(isIndexed, isIndexed ? topic++ : _headBytes));
            bool isDynamic = IsDynamic(argument["type"].Value);
            _hasTail |= isDynamic && !isIndexed;
            _headBytes += isIndexed ? 0 : Word256.Bytes * (isDynamic ? 1 : 1 + argument["type"].Value.Count(c => c == ','));
        }

        Topics = topic;
    }

    public string Protocol { get; }

    public string Signature { get; }

    public Word256 Topic { get; }

    /// <summary>How many topics its logs have, with the first.</summary>
    public int Topics { get; }

    /// <summary>Where each argument stands: which topic, or at which byte of the data.</summary>
    public Dictionary<string, ArgumentPlace> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>What the log says; null when it has not the shape of the event, or tells of no crossing.</summary>
    public BridgeLeg? Read(LogAnswer log, BridgeScene scene) =>
        HasShapeOf(log) && log.DataBytes <= BridgeLog.MaxBytes && BridgeLog.TryOpen(this, log, scene) is { } opened ? _read(opened) : null;

    public bool HasShapeOf(LogAnswer log) => log.Topics.Length == Topics && (_hasTail ? log.DataBytes >= _headBytes : log.DataBytes == _headBytes);

    private static bool IsDynamic(string type) =>
        type.Contains("bytes,", StringComparison.Ordinal) || type.Contains("string", StringComparison.Ordinal) || type is "bytes" || type.EndsWith(']');

    [GeneratedRegex(@"(?<type>\([^)]*\)|[a-z0-9]+)(?<indexed> indexed)? (?<name>\w+)")]
    private static partial Regex Argument();
}

/// <summary>Where an argument stands in a log.</summary>
/// <param name="Number">Of the topic, from 1; or the first byte in the data.</param>
internal readonly record struct ArgumentPlace(bool IsTopic, int Number);

/// <summary>Where and when a log stands, and who is known there.</summary>
internal sealed record BridgeScene(Chain Chain, DateTimeOffset Time, BridgeRegistry Registry, Position Position, TxHash Tx);
