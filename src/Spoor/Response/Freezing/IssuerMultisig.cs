using System.Buffers.Binary;
using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>A proposal to freeze, as an issuer's multisig makes it public before enough owners confirm it.</summary>
/// <param name="Token">The contract that is to be called.</param>
/// <param name="Frozen">Whom it is to freeze.</param>
public sealed record FreezeProposal(Address Token, Address Frozen);

/// <summary>Reads what is submitted to the multisig through which Tether freezes on Ethereum, 0xC6CDE7C39eB2f0F0095F41570af89eFC2C1Ea828.</summary>
/// <remarks>
/// A call of <c>submitTransaction(address,uint256,bytes)</c> (https://github.com/gnosis/MultiSigWallet) that holds a call of
/// <c>addBlackList(address)</c> of the token (https://etherscan.io/token/0xdac17f958d2ee523a2206206994597c13d831ec7#code). Both can be read
/// by anybody from the moment they are sent. docs/methods/freeze-gap.md.
/// </remarks>
public static class IssuerMultisig
{
    public const uint SubmitTransaction = 0xc6427474;
    public const uint AddBlackList = 0x0ecb93c0;

    private const int Word = 32;
    private const int Selector = 4;
    private const int AddressBytes = 20;

    // The two words before it are the destination and the value; the offset counts from the first of them.
    private const int Arguments = 3 * Word;

    /// <summary>Null when the calldata is anything else, or is not laid out as the ABI has it.</summary>
    public static FreezeProposal? Read(ReadOnlySpan<byte> calldata)
    {
        if (calldata.Length < Selector + Arguments + Word || BinaryPrimitives.ReadUInt32BigEndian(calldata) != SubmitTransaction)
        {
            return null;
        }

        var arguments = calldata[Selector..];
        if (AddressAt(arguments) is not { } token || NumberAt(arguments[(2 * Word)..]) is not { } offset || NumberAt(arguments, offset) is not { } length)
        {
            return null;
        }

        int begin = offset + Word;
        return length > arguments.Length - begin ? null : AddBlackListOf(arguments.Slice(begin, length)) is { } frozen ? new(token, frozen) : null;
    }

    private static Address? AddBlackListOf(ReadOnlySpan<byte> call) =>
        call.Length == Selector + Word && BinaryPrimitives.ReadUInt32BigEndian(call) == AddBlackList ? AddressAt(call[Selector..]) : null;

    private static Address? AddressAt(ReadOnlySpan<byte> word) => word[..(Word - AddressBytes)].ContainsAnyExcept((byte)0)
        ? null
        : new Address(AddressKind.Account20, word.Slice(Word - AddressBytes, AddressBytes));

    private static int? NumberAt(ReadOnlySpan<byte> arguments, int at) => at > arguments.Length - Word ? null : NumberAt(arguments[at..]);

    // Lengths and offsets of calldata fit three bytes; more is no calldata that a node would take.
    private static int? NumberAt(ReadOnlySpan<byte> word) => word[..(Word - 3)].ContainsAnyExcept((byte)0)
        ? null
        : (word[Word - 3] << 16) | (word[Word - 2] << 8) | word[Word - 1];
}
