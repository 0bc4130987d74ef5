using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>The terminals of a network: a destination for each address and asset, and where else stolen value can go.</summary>
internal sealed class Ends(FlowNetwork network)
{
    private readonly Dictionary<(Address? Address, AssetId Asset), int> _destinations = [];
    private readonly Dictionary<(Address? Address, AssetId Asset), int> _beside = [];
    private readonly Dictionary<AssetId, int> _elsewhere = [];

    /// <summary>In no order.</summary>
    public IEnumerable<KeyValuePair<(Address? Address, AssetId Asset), int>> Destinations => _destinations;

    public int Of(Address? address, AssetId asset) => TerminalOf(_destinations, (address, asset));

    /// <summary>Fees, and what a later theft took of what an earlier one had taken: it goes on under the later one's name.</summary>
    public int Elsewhere(AssetId asset) => TerminalOf(_elsewhere, asset);

    /// <summary>A place on the way to a destination that at most so much passes.</summary>
    public int Beside(Address? address, AssetId asset, UInt128 most)
    {
        if (!_beside.TryGetValue((address, asset), out int beside))
        {
            _beside[(address, asset)] = beside = network.AddNode();
            network.Connect(beside, Of(address, asset), most);
        }

        return beside;
    }

    private int TerminalOf<TKey>(Dictionary<TKey, int> terminals, TKey key)
        where TKey : notnull
    {
        if (!terminals.TryGetValue(key, out int terminal))
        {
            terminals[key] = terminal = network.AddTerminal();
        }

        return terminal;
    }
}
