using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>A transfer as the members of an object, alike wherever transfers are listed.</summary>
public static class TransferJson
{
    public static void Write(Utf8JsonWriter json, Transfer transfer, TokenList tokens)
    {
        json.WriteString("chain", transfer.Chain.Value);
        json.WriteString("position", transfer.Position.ToString());
        json.WriteString("time", transfer.IsTimed ? Rendered.Moment(transfer.Time) : null);
        json.WriteString("tx", transfer.Tx.Render(transfer.Chain));
        json.WriteString("kind", KindOf(transfer.Kind));
        json.WriteString("from", Rendered.Account(transfer.Chain, transfer.From));
        json.WriteString("to", Rendered.Account(transfer.Chain, transfer.To));
        WriteAsset(json, transfer.Asset, tokens);
        json.WriteString("amount", transfer.Amount.ToString());
    }

    /// <summary>An asset by its name, with symbol and decimals where a list answers for them; null where none does.</summary>
    public static void WriteAsset(Utf8JsonWriter json, AssetId asset, TokenList tokens)
    {
        json.WriteString("asset", asset.ToString());
        bool known = tokens.TryGet(asset, out var token);
        json.WriteString("symbol", known ? token!.Symbol : null);
        if (known)
        {
            json.WriteNumber("decimals", token!.Decimals);
        }
        else
        {
            json.WriteNull("decimals");
        }
    }

    private static string KindOf(TransferKind kind) => kind switch
    {
        TransferKind.UtxoIn => "utxo-in",
        TransferKind.UtxoOut => "utxo-out",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
