using Spoor.Attribution.Linking;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Is what the two share, or anything their value passed, a contract: a token, a pool, a factory that nobody owns?</summary>
/// <remarks>
/// Source: EIP-1014 and the replay of pre-EIP-155 deployments (docs/methods/contract.md); a list in the wild names the DAI token as a thief. One address can hold contracts of
/// different people on different chains: a CREATE deployment signed before EIP-155 can be replayed by anyone (Wintermute's Safe
/// on Optimism, 2022), and CREATE2 through a public factory can be repeated by anyone. An address that signed
/// (<see cref="AddressLife.Signed"/>) is the hash of a key, and by the strength of the hash no contract's, on any chain. Known errors: an account that
/// delegates to code (EIP-7702) pays fees and runs code; both are its owner's.
/// </remarks>
internal sealed class ContractCheck : ICounterCheck
{
    public string Name => "contract";

    public int Version => 1;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        if (candidate.PivotAddress is not { } pivot)
        {
            return this.NotChecked("Whether it is a contract could not be checked: Spoor does not read addresses of its chain.");
        }

        var judged = candidate.Between.Select(one => Judge(one.Address, AddressText.Render(one.Chain, one.Address), candidate, ground))
            .Prepend(Judge(pivot, "it", candidate, ground)).ToList();
        return judged.Find(one => one.Outcome == CheckOutcome.Failed)
            ?? judged.Find(one => one.Outcome == CheckOutcome.NotChecked)
            ?? judged[0];
    }

    private CounterCheck Judge(Address address, string who, LinkCandidate candidate, CheckGround ground)
    {
        var key = KeyIdentity.KeyOf(address);
        if (ground.LabelsOf(key).FirstOrDefault(LabelSense.IsContract) is { } label)
        {
            return this.Failed($"A label names {who} a contract: {Found.Words(label)}.");
        }

        if (TokenAt(address, candidate, ground) is { } token)
        {
            return this.Failed($"{token} is a token, not somebody's address.");
        }

        if (PublicContracts.NameOf(address) is { } name)
        {
            return this.Failed($"It is {name}, a contract that anybody can use and that stands at one address on many chains.");
        }

        return address.Kind switch
        {
            AddressKind.PubKeyHash or AddressKind.Xrp => this.Passed($"{Upper(who)} is the hash of a key; there is no code at such addresses."),
            AddressKind.Account20 => OfAccount(who, ground.Lives.Of(key)),
            _ => this.NotChecked($"Whether {who} is a contract or a script of several owners could not be checked: nothing here tells."),
        };
    }

    private CounterCheck OfAccount(string who, AddressLife life) =>
        life.Activities.Keys.Order().Where(life.SignedOn).Select(chain => (ChainId?)chain).FirstOrDefault() is { } signed
            ? this.Passed($"{Upper(who)} signed transactions on {Found.ChainName(signed)}, so it is the address of a key and of no contract on any chain.")
            : this.NotChecked($"Whether {who} is a contract could not be checked: no label or token list names it, there is no knowledge of code, and it was not seen to sign.");

    private static string? TokenAt(Address address, LinkCandidate candidate, CheckGround ground)
    {
        if (address.Kind != AddressKind.Account20)
        {
            return null;
        }

        var assets = ChainRegistry.Known.Where(chain => chain.Family is ChainFamily.Evm or ChainFamily.Tron).Select(chain => chain.TokenOf(address)).ToList();
        foreach (var asset in assets)
        {
            if (ground.Search.Tokens.TryGet(asset, out var token))
            {
                return $"{token.Symbol} ({token.Name}) on {Found.ChainName(asset.Chain)}";
            }
        }

        var moved = candidate.Paths.SelectMany(path => path.Steps).Select(step => step.Asset).Concat(ground.PivotLife(candidate).Transfers.Select(transfer => transfer.Asset));
        return assets.Intersect(moved).Order().Select(asset => asset.ToString()).FirstOrDefault();
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
