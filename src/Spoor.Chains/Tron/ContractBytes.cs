using System.Text;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Reads what a transaction asks for from the bytes that were signed and whose SHA-256 is its id.</summary>
/// <remarks>
/// Field numbers are those of <c>Transaction.raw</c> and of the contracts in
/// https://github.com/tronprotocol/protocol/tree/master/core.
/// </remarks>
internal static class ContractBytes
{
    private const int ContractField = 11;

    /// <returns>Null when the bytes are no transaction with one contract.</returns>
    public static TronContract? TryRead(ReadOnlySpan<byte> raw)
    {
        if (!ProtoMessage.TryRead(raw, out var transaction)
            || transaction.All(ContractField) is not [var only]
            || !ProtoMessage.TryRead(only, out var contract)
            || !ProtoMessage.TryRead(contract.Bytes(2), out var parameter)
            || !ProtoMessage.TryRead(parameter.Bytes(2), out var value))
        {
            return null;
        }

        string url = Encoding.UTF8.GetString(parameter.Bytes(1));
        return Read(url[(url.LastIndexOf('.') + 1)..], value);
    }

    private static TronContract? Read(string type, ProtoMessage value) => type switch
    {
        "TransferContract" => new() { Type = type, Owner = Account(value, 1), To = Account(value, 2), Sun = value.Number(3) },
        "TransferAssetContract" => new()
        {
            Type = type,
            Owner = Account(value, 2),
            To = Account(value, 3),
            Token = TronContract.TokenName(value.Bytes(1)),
            TokenUnits = value.Number(4),
        },
        "TriggerSmartContract" => new()
        {
            Type = type,
            Owner = Account(value, 1),
            To = Account(value, 2),
            Sun = value.Number(3),
            Token = TronContract.TokenName(value.Number(6)),
            TokenUnits = value.Number(5),
            Selector = TronContract.SelectorOf(value.Bytes(4)),
        },
        "CreateSmartContract" => ProtoMessage.TryRead(value.Bytes(2), out var created)
            ? new()
            {
                Type = type,
                Owner = Account(value, 1),
                Sun = created.Number(5),
                Token = TronContract.TokenName(value.Number(4)),
                TokenUnits = value.Number(3),
            }
            : null,
        "AccountPermissionUpdateContract" => TryKeys(value) is { } keys
            ? new() { Type = type, Owner = Account(value, 1), Keys = TronContract.KeysOf(keys) }
            : null,
        _ => new() { Type = type },
    };

    private static List<Address>? TryKeys(ProtoMessage value)
    {
        var keys = new List<Address>();
        foreach (byte[] bytes in value.All(2).Concat(value.All(3)).Concat(value.All(4)))
        {
            if (!ProtoMessage.TryRead(bytes, out var permission))
            {
                return null;
            }

            foreach (byte[] entry in permission.All(7))
            {
                if (!ProtoMessage.TryRead(entry, out var key) || Account(key, 1) is not { } address)
                {
                    return null;
                }

                keys.Add(address);
            }
        }

        return keys;
    }

    private static Address? Account(ProtoMessage value, int field) => TronAnswer.Account(value.Bytes(field));
}
