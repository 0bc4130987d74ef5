using System.Collections.Frozen;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Which contracts are known to be of which bridge, and how bridges number chains; from the embedded <c>bridges.json</c>.</summary>
/// <remarks>Anybody can emit an event of any name: a leg whose emitter is not here is told as such, not hidden.</remarks>
internal sealed class BridgeRegistry
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly FrozenSet<(string Protocol, ChainId Chain, Address Contract)> _contracts;
    private readonly FrozenDictionary<(string Protocol, ulong Number), ChainId> _chains;
    private readonly FrozenDictionary<(string Protocol, ChainId Chain), ulong> _numbers;

    private BridgeRegistry(BridgeRegistryFile file)
    {
        File = file;
        _contracts = file.Contracts.Select(entry => (entry.Protocol, ChainId.Parse(entry.Chain), EvmChainRules.Account(entry.Address))).ToFrozenSet();
        var numbers = file.Chains.SelectMany(protocol => protocol.Value, (protocol, number) => (Protocol: protocol.Key, Chain: ChainId.Parse(number.Key), Number: number.Value)).ToList();
        _chains = numbers.ToFrozenDictionary(entry => (entry.Protocol, entry.Number), entry => entry.Chain);
        _numbers = numbers.ToFrozenDictionary(entry => (entry.Protocol, entry.Chain), entry => entry.Number);
    }

    public static BridgeRegistry Builtin { get; } = Read();

    /// <summary>The entries as they are written.</summary>
    public BridgeRegistryFile File { get; }

    public bool IsKnown(string protocol, ChainId chain, Address contract) => _contracts.Contains((protocol, chain, contract));

    /// <summary>The chain behind a protocol's own number; null when it is not known.</summary>
    public ChainId? ChainOf(string protocol, Word256 number) =>
        number.High == 0 && number.Low <= ulong.MaxValue && _chains.TryGetValue((protocol, (ulong)number.Low), out var chain) ? chain : null;

    /// <summary>A protocol's own number of a chain; null when it is not known.</summary>
    public ulong? NumberOf(string protocol, ChainId chain) => _numbers.TryGetValue((protocol, chain), out ulong number) ? number : null;

    private static BridgeRegistry Read()
    {
        using var json = typeof(BridgeRegistry).Assembly.GetManifestResourceStream(typeof(BridgeRegistry), "bridges.json")
            ?? throw new InvalidOperationException("The resource bridges.json is missing from the build.");
        return new(JsonSerializer.Deserialize<BridgeRegistryFile>(json, Options) ?? throw new FormatException("bridges.json: expected entries, found null."));
    }
}

/// <summary>The list of bridge contracts, as it is written.</summary>
/// <param name="Sources">Where a protocol publishes its contracts and numbers.</param>
/// <param name="Chains">By protocol: its own numbers of chains.</param>
internal sealed record BridgeRegistryFile(
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, ulong>> Chains,
    IReadOnlyList<BridgeContract> Contracts);

/// <summary>One contract of a bridge.</summary>
internal sealed record BridgeContract(string Protocol, string Chain, string Address, string Name);
