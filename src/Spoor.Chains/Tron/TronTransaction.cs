using System.Security.Cryptography;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>A transaction of a block, held to its signed bytes where they came along.</summary>
/// <param name="Id">SHA-256 of the signed bytes.</param>
/// <param name="Index">Its place in the block.</param>
/// <param name="Contract">What it asks for.</param>
/// <param name="Outcome">Its <c>contractRet</c>; null on the oldest blocks, which had none.</param>
internal sealed record TronTransaction(TxHash Id, int Index, TronContract Contract, string? Outcome)
{
    public bool HasSucceeded => Outcome is null or "SUCCESS" or "DEFAULT";

    public bool IsCall => Contract.Type is "TriggerSmartContract" or "CreateSmartContract";

    public static TronTransaction Read(AnswerObject transaction, int index)
    {
        var id = transaction.Hash("txID");
        var contract = ContractAnswer.Read(transaction);
        if (transaction.OptionalHex("raw_data_hex") is { } signed)
        {
            Hold(transaction, id, signed, contract);
        }

        var results = transaction.Objects("ret");
        return new(id, index, contract, results.Count == 0 ? null : results[0].OptionalText("contractRet"));
    }

    private static void Hold(AnswerObject transaction, TxHash id, byte[] signed, TronContract contract)
    {
        var computed = TxHash.FromBytes(SHA256.HashData(signed));
        if (computed != id)
        {
            throw transaction.Wrong("txID", $"{computed}, the SHA-256 of raw_data_hex", id.ToString());
        }

        var stated = ContractBytes.TryRead(signed)
            ?? throw transaction.Wrong("raw_data_hex", "a transaction with one contract", $"{signed.Length} bytes");
        bool isRead = contract.Type is "TransferContract" or "TransferAssetContract" or "TriggerSmartContract" or "CreateSmartContract" or "AccountPermissionUpdateContract";
        if (isRead ? stated != contract : stated.Type != contract.Type)
        {
            throw transaction.Wrong("raw_data", $"what raw_data_hex says, {stated}", contract.ToString());
        }
    }
}
