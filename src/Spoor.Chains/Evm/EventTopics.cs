using System.Text;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Evm;

/// <summary>The events that are read, by the Keccak-256 of their signature: the first topic of their logs.</summary>
internal static class EventTopics
{
    /// <summary>ERC-20 and ERC-721.</summary>
    public static readonly Word256 Transfer = Of("Transfer(address,address,uint256)");

    public static readonly Word256 TransferSingle = Of("TransferSingle(address,address,address,uint256,uint256)");

    public static readonly Word256 TransferBatch = Of("TransferBatch(address,address,address,uint256[],uint256[])");

    /// <summary>WETH9.</summary>
    public static readonly Word256 Deposit = Of("Deposit(address,uint256)");

    /// <summary>WETH9.</summary>
    public static readonly Word256 Withdrawal = Of("Withdrawal(address,uint256)");

    /// <summary>ERC-20 and ERC-721.</summary>
    public static readonly Word256 Approval = Of("Approval(address,address,uint256)");

    public static readonly Word256 ApprovalForAll = Of("ApprovalForAll(address,address,bool)");

    public static readonly Word256 OwnershipTransferred = Of("OwnershipTransferred(address,address)");

    public static readonly Word256 RoleGranted = Of("RoleGranted(bytes32,address,address)");

    public static readonly Word256 RoleRevoked = Of("RoleRevoked(bytes32,address,address)");

    /// <summary>EIP-1967.</summary>
    public static readonly Word256 Upgraded = Of("Upgraded(address)");

    /// <summary>EIP-1967.</summary>
    public static readonly Word256 AdminChanged = Of("AdminChanged(address,address)");

    public static readonly Word256 AddedOwner = Of("AddedOwner(address)");

    public static readonly Word256 RemovedOwner = Of("RemovedOwner(address)");

    public static readonly Word256 ChangedThreshold = Of("ChangedThreshold(uint256)");

    public static readonly Word256 EnabledModule = Of("EnabledModule(address)");

    /// <param name="signature">As Solidity writes it: name and types, without blanks and names of arguments.</param>
    public static Word256 Of(string signature) => HexText.Word(Keccak256.Hash(Encoding.ASCII.GetBytes(signature)));
}
