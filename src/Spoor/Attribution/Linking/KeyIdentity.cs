using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>When two addresses belong to one key, whatever chain each is written for.</summary>
/// <remarks>
/// An EVM address is the last 20 bytes of the Keccak-256 of the public key on every EVM chain, and the body of a Tron
/// address. P2PKH, P2WPKH and an XRP account all hold the HASH160 of the key, so <c>1…</c>, <c>bc1q…</c> and <c>r…</c> can be
/// one key. Bitcoin and EVM addresses of one key share no bytes: that needs the public key, which transfers do not tell.
/// Sources: algorithms of EIP-55, BIP-16, BIP-141, XRPL account ids. An address Spoor does not decode is compared as written.
/// </remarks>
public static class KeyIdentity
{
    private const int Hash160Bytes = 20;

    /// <summary>What all addresses of the key have in common, without a chain.</summary>
    public static LabelSubject Of(LabelSubject subject) => subject is LabelSubject.OfAddress { Address: var address }
        ? new LabelSubject.OfAddress(null, KeyOf(address))
        : subject;

    public static Address KeyOf(Address address) => address switch
    {
        { Kind: AddressKind.Xrp or AddressKind.Witness0, Length: Hash160Bytes } => new(AddressKind.PubKeyHash, address.ToBytes()),
        _ => address,
    };

    /// <summary>Every form in which the key can stand in a label or a transfer, itself first.</summary>
    public static IReadOnlyList<Address> FormsOf(Address key) => key.Kind == AddressKind.PubKeyHash
        ? [key, new(AddressKind.Witness0, key.ToBytes()), new(AddressKind.Xrp, key.ToBytes())]
        : [key];

    /// <summary>Whether an address can stand on a chain, so that a store need not be asked for the impossible.</summary>
    public static bool FitsChain(Address address, ChainId chain) => ChainRegistry.TryGet(chain, out var known) && known.Family switch
    {
        ChainFamily.Evm or ChainFamily.Tron => address.Kind == AddressKind.Account20,
        ChainFamily.Xrp => address.Kind == AddressKind.Xrp,
        ChainFamily.Solana => address.Kind == AddressKind.Solana,
        ChainFamily.Utxo => address.Kind is AddressKind.PubKeyHash or AddressKind.ScriptHash or >= AddressKind.Witness0,
        _ => false,
    };
}
