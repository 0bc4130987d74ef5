using Spoor.Transfers;

namespace Spoor.Detection.Steps;

/// <summary>Finds a watched wallet by chain and address; built once.</summary>
/// <remarks>
/// A purse is what is emptied as one: on account chains a wallet, on UTXO chains all of an owner's addresses together,
/// because there every payment empties the addresses it spends.
/// </remarks>
internal sealed class WatchIndex
{
    private readonly Dictionary<ChainId, Dictionary<Address, WatchedPlace[]>> _places = [];

    public WatchIndex(WatchList watch)
    {
        Watch = watch;
        Purses = [.. watch.Owners.Select((owner, i) => Build(owner, i))];
    }

    public WatchList Watch { get; }

    /// <summary>By owner, in order of the watch list.</summary>
    public IReadOnlyList<IReadOnlyList<PurseName>> Purses { get; }

    /// <summary>The watched addresses of a chain; null when nothing is watched there.</summary>
    public Dictionary<Address, WatchedPlace[]>? On(ChainId chain) => _places.GetValueOrDefault(chain);

    private List<PurseName> Build(WatchedOwner owner, int number)
    {
        List<PurseName> purses = [];
        Dictionary<ChainId, int> shared = [];
        foreach (var wallet in owner.Wallets)
        {
            bool isUtxo = ChainRegistry.IsUtxo(wallet.Chain);
            if (!isUtxo || !shared.TryGetValue(wallet.Chain, out int purse))
            {
                purse = purses.Count;
                purses.Add(new(wallet.Chain, isUtxo ? null : wallet.Address, []));
                shared[wallet.Chain] = purse;
            }

            purses[purse].Wallets.Add(wallet);
            Place(wallet, new(number, purse, wallet.Use));
        }

        return purses;
    }

    private void Place(WatchedWallet wallet, WatchedPlace place)
    {
        if (!_places.TryGetValue(wallet.Chain, out var ofChain))
        {
            _places[wallet.Chain] = ofChain = [];
        }

        var held = ofChain.GetValueOrDefault(wallet.Address, []);
        if (Array.Exists(held, other => other.Owner == place.Owner))
        {
            throw new ArgumentException(
                $"The wallet {AddressText.Render(wallet.Chain, wallet.Address)} on {wallet.Chain} is named twice by one owner; name it once.");
        }

        ofChain[wallet.Address] = [.. held, place];
    }
}

/// <summary>Which owner's wallet an address is.</summary>
internal readonly record struct WatchedPlace(int Owner, int Purse, WalletUse Use);

/// <summary>A purse by what it is made of.</summary>
/// <param name="Address">Null for the shared purse of a UTXO chain.</param>
internal sealed record PurseName(ChainId Chain, Address? Address, List<WatchedWallet> Wallets);
