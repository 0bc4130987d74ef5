using System.Text;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Reads what a transaction asks for from its JSON.</summary>
internal static class ContractAnswer
{
    public static TronContract Read(AnswerObject transaction)
    {
        var contracts = transaction.Object("raw_data").Objects("contract");
        if (contracts.Count != 1)
        {
            throw transaction.Wrong("raw_data.contract", "a list of one", $"{contracts.Count}");
        }

        string type = contracts[0].Text("type");
        var value = contracts[0].Object("parameter").Object("value");
        var contract = new TronContract { Type = type, Owner = value.OptionalAccount("owner_address") };
        return type switch
        {
            "TransferContract" => contract with { Owner = value.Account("owner_address"), To = value.Account("to_address"), Sun = value.Units("amount") },
            "TransferAssetContract" => contract with
            {
                Owner = value.Account("owner_address"),
                To = value.Account("to_address"),
                Token = TokenName(value.Text("asset_name")),
                TokenUnits = value.Units("amount"),
            },
            "TriggerSmartContract" => contract with
            {
                Owner = value.Account("owner_address"),
                To = value.Account("contract_address"),
                Sun = value.Units("call_value"),
                Token = TronContract.TokenName(value.Units("token_id")),
                TokenUnits = value.Units("call_token_value"),
                Selector = TronContract.SelectorOf(value.OptionalHex("data")),
            },
            "CreateSmartContract" => contract with
            {
                Owner = value.Account("owner_address"),
                Sun = value.OptionalObject("new_contract")?.Units("call_value") ?? 0,
                Token = TronContract.TokenName(value.Units("token_id")),
                TokenUnits = value.Units("call_token_value"),
            },
            "AccountPermissionUpdateContract" => contract with { Owner = value.Account("owner_address"), Keys = TronContract.KeysOf(Keys(value)) },
            _ => contract,
        };
    }

    private static IEnumerable<Address> Keys(AnswerObject value)
    {
        IEnumerable<AnswerObject> permissions = value.Objects("actives");
        permissions = value.OptionalObject("owner") is { } owner ? permissions.Append(owner) : permissions;
        permissions = value.OptionalObject("witness") is { } witness ? permissions.Append(witness) : permissions;
        return permissions.SelectMany(permission => permission.Objects("keys")).Select(key => key.Account("address"));
    }

    // In hex, or with "visible" as it is. A number in hex is digits 30 to 39, twice as many as a number has.
    private static string? TokenName(string text)
    {
        byte[] bytes = new byte[text.Length / 2];
        bool isHex = text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        bool isNumber = text.All(char.IsAsciiDigit) && !bytes.All(one => char.IsAsciiDigit((char)one));
        return TronContract.TokenName(isHex && !isNumber ? bytes : Encoding.UTF8.GetBytes(text));
    }
}
