using Spoor.Transfers.Codecs;

namespace Spoor.Transfers;

/// <summary>The address a contract will have, from who deploys it: links a factory's children without a node.</summary>
/// <remarks>On EVM chains only; Tron derives both forms differently.</remarks>
public static class ContractAddress
{
    private const int SaltBytes = 32;

    /// <summary>CREATE: from the deployer and its nonce (a contract's own nonce starts at 1, EIP-161).</summary>
    public static Address Create(Address deployer, ulong nonce) =>
        FromHash(Rlp.List(Rlp.String(AccountOf(deployer)), Rlp.Number(nonce)));

    /// <summary>CREATE2 (EIP-1014): from the deployer, a salt of 32 bytes and the code that initialises the contract.</summary>
    public static Address Create2(Address deployer, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> initCode)
    {
        if (salt.Length != SaltBytes)
        {
            throw new FormatException($"Expected a CREATE2 salt of {SaltBytes} bytes, found {salt.Length}.");
        }

        return FromHash([0xff, .. AccountOf(deployer), .. salt, .. Keccak256.Hash(initCode)]);
    }

    private static byte[] AccountOf(Address deployer) =>
        deployer.Kind == AddressKind.Account20
            ? deployer.ToBytes()
            : throw new FormatException($"Expected an EVM account as deployer, found {deployer}.");

    private static Address FromHash(ReadOnlySpan<byte> preimage) =>
        new(AddressKind.Account20, Keccak256.Hash(preimage).AsSpan(Keccak256.Bytes - EvmAddressFormat.AccountBytes));
}
