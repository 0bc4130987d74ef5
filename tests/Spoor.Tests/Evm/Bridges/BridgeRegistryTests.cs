using Spoor.Chains.Evm.Bridges;
using Spoor.Transfers;

namespace Spoor.Tests.Evm.Bridges;

/// <summary>The list of bridge contracts is written with care.</summary>
public sealed class BridgeRegistryTests
{
    [Fact]
    public void Every_address_bears_its_checksum_and_every_entry_is_there_once()
    {
        var contracts = BridgeRegistry.Builtin.File.Contracts;

        Assert.All(contracts, entry => Assert.Equal(entry.Address, AddressText.Render(ChainId.Parse(entry.Chain), AddressText.Parse(ChainId.Parse(entry.Chain), entry.Address))));
        Assert.Equal(contracts.Count, contracts.Select(entry => (entry.Protocol, entry.Chain, entry.Address)).Distinct().Count());
    }

    [Fact]
    public void Every_protocol_of_the_list_has_a_source_and_events_that_are_read()
    {
        var file = BridgeRegistry.Builtin.File;
        var protocols = file.Contracts.Select(entry => entry.Protocol).Concat(file.Chains.Keys).Distinct().ToList();

        Assert.Empty(protocols.Except(file.Sources.Keys));
        Assert.Empty(protocols.Except(BridgeReading.Events().Select(known => known.Protocol)));
    }
}
