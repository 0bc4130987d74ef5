using System.Collections.Frozen;
using Spoor.Transfers.Codecs;

namespace Spoor.Transfers;

/// <summary>The chains Spoor knows, from the embedded <c>chains.json</c>; any other <c>eip155:N</c> is an EVM chain without a name.</summary>
public static class ChainRegistry
{
    private const string EvmPrefix = "eip155:";

    /// <summary>In the order of the file: by weight in theft cases, then families.</summary>
    public static readonly IReadOnlyList<Chain> Known = ChainEntry.ReadEmbedded();

    private static readonly FrozenDictionary<ChainId, Chain> ById = Known.ToFrozenDictionary(chain => chain.Id);

    private static readonly FrozenDictionary<string, Chain> ByName = Known
        .SelectMany(chain => chain.Aliases.Append(chain.Name).Append(chain.Id.Value), (chain, name) => (Key: KeyOf(name), chain))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.chain);

    /// <summary>Finds a chain by name, short name or CAIP-2 id, whatever the case and whether with blanks, <c>-</c> or <c>_</c>.</summary>
    /// <exception cref="FormatException">No chain is called so.</exception>
    public static Chain Find(string nameOrId) => TryFind(nameOrId, out var chain) ? chain : throw Unknown(nameOrId);

    /// <inheritdoc cref="Find"/>
    public static bool TryFind(string nameOrId, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Chain? chain) =>
        ByName.TryGetValue(KeyOf(nameOrId), out chain) || (ChainId.TryParse(nameOrId, out var id) && TryGet(id, out chain));

    /// <exception cref="FormatException">The chain is neither known nor an EVM chain.</exception>
    public static Chain Get(ChainId id) => TryGet(id, out var chain) ? chain : throw Unknown(id.ToString());

    public static bool TryGet(ChainId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Chain? chain)
    {
        if (!ById.TryGetValue(id, out chain) && IsEvm(id))
        {
            chain = new() { Id = id, Name = id.Value, Family = ChainFamily.Evm, Addresses = EvmAddressFormat.Plain };
        }

        return chain is not null;
    }

    /// <summary>Whether value rests in outputs rather than accounts; true for every <c>bip122</c> chain, known or not.</summary>
    public static bool IsUtxo(ChainId id) => ById.TryGetValue(id, out var chain) ? chain.IsUtxo : id.Namespace == "bip122";

    /// <summary>How a chain writes addresses; a look-up and nothing else, because every rendered address asks.</summary>
    internal static IAddressFormat AddressesOf(ChainId id)
    {
        if (ById.TryGetValue(id, out var chain))
        {
            return chain.Addresses;
        }

        return IsEvm(id) ? EvmAddressFormat.Plain : throw Unknown(id.ToString());
    }

    private static bool IsEvm(ChainId id) =>
        id.Value.StartsWith(EvmPrefix, StringComparison.Ordinal)
        && !id.Value.AsSpan(EvmPrefix.Length).ContainsAnyExceptInRange('0', '9');

    private static string KeyOf(string name) =>
        string.Concat(name.Where(c => c is not (' ' or '-' or '_'))).ToUpperInvariant();

    private static FormatException Unknown(string name) =>
        new($"Expected a chain, found '{name}'. Known are {string.Join(", ", Known.Select(chain => chain.ToString()))}; "
            + "any other EVM chain is named by its number, such as eip155:324.");
}
