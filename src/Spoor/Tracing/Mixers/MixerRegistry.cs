using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tracing.Mixers;

/// <summary>The pools of Tornado Cash by chain and denomination, and the contracts that stand between them and users.</summary>
/// <remarks>From the embedded <c>tornado-pools.json</c>, which names its source; test networks are left out.</remarks>
public static class MixerRegistry
{
    private static readonly (IReadOnlyList<MixerPool> Pools, IReadOnlyList<(ChainId Chain, Address Address)> Routers) Read = ReadEmbedded();

    private static readonly FrozenDictionary<(ChainId, Address), MixerPool> ByAddress = Read.Pools.ToFrozenDictionary(pool => (pool.Chain, pool.Address));

    private static readonly FrozenSet<(ChainId, Address)> RouterSet = Read.Routers.ToFrozenSet();

    /// <summary>In the order of the file: by chain, asset, denomination.</summary>
    public static IReadOnlyList<MixerPool> Pools => Read.Pools;

    /// <summary>Contracts that pass deposits and withdrawals on and are nobody's wallet.</summary>
    public static IReadOnlyList<(ChainId Chain, Address Address)> Routers => Read.Routers;

    /// <summary>The pools of one chain.</summary>
    public static IReadOnlyList<MixerPool> On(ChainId chain) => [.. Pools.Where(pool => pool.Chain == chain)];

    public static bool TryGet(ChainId chain, Address address, [NotNullWhen(true)] out MixerPool? pool) => ByAddress.TryGetValue((chain, address), out pool);

    public static bool IsRouter(ChainId chain, Address address) => RouterSet.Contains((chain, address));

    private static (IReadOnlyList<MixerPool> Pools, IReadOnlyList<(ChainId Chain, Address Address)> Routers) ReadEmbedded()
    {
        using var stream = Embedded.Open(typeof(MixerRegistry), "tornado-pools.json");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return (
            [.. root.GetProperty("pools").EnumerateArray().Select(PoolOf)],
            [.. root.GetProperty("routers").EnumerateArray().Select(AccountOf)]);
    }

    private static MixerPool PoolOf(JsonElement entry)
    {
        var (chain, address) = AccountOf(entry);
        string denomination = Text(entry, "denomination");
        return new()
        {
            Chain = chain,
            Address = address,
            Asset = new(chain, Text(entry, "asset")),
            Denomination = UnitsOf(denomination, entry.GetProperty("decimals").GetInt32()),
            Name = $"{denomination} {Text(entry, "symbol")}",
            MiningRate = entry.TryGetProperty("miningRate", out var rate) ? rate.GetInt64() : null,
        };
    }

    private static Amount UnitsOf(string coins, int decimals) =>
        Coins.TryParse(coins, out var read) && read.Decimals <= decimals
            ? new((UInt128)(read.Units * System.Numerics.BigInteger.Pow(10, decimals - read.Decimals)))
            : throw new FormatException($"tornado-pools.json: expected a denomination of at most {decimals} decimals, found '{coins}'.");

    private static (ChainId Chain, Address Address) AccountOf(JsonElement entry)
    {
        var chain = ChainId.Parse(Text(entry, "chain"));
        return (chain, AddressText.Parse(chain, Text(entry, "address")));
    }

    private static string Text(JsonElement entry, string member) =>
        entry.GetProperty(member).GetString() ?? throw new FormatException($"tornado-pools.json: expected text as '{member}', found null.");
}
