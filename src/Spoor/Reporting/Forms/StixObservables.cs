using System.Text.Json.Nodes;
using Spoor.Reporting.Documents;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting.Forms;

/// <summary>Addresses and transactions as STIX observables, with every unit.</summary>
internal static class StixObservables
{
    public static IEnumerable<JsonObject> Of(FormObservables observables, StixFrame frame) =>
    [
        .. observables.Accounts.GroupBy(account => account.Address, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => WalletOf(group.Key, [.. group], frame)),
        .. observables.Transactions.GroupBy(one => (one.Hash, one.Symbol))
            .Select(group => TransactionOf([.. group], frame)),
    ];

    // One key has one address on every chain of its kind: one object, with the accounts it is.
    private static JsonObject WalletOf(string address, IReadOnlyList<FormAccount> accounts, StixFrame frame) => frame.Observable(
        "cryptocurrency-wallet",
        StixIds.Wallet(address),
        new()
        {
            ["value"] = VisibleText.Whole(address),
            ["extensions"] = new JsonObject
            {
                [StixIds.WalletExtension] = new JsonObject { ["extension_type"] = "new-sco" },
                [StixIds.ExactExtension] = new JsonObject
                {
                    ["extension_type"] = "property-extension",
                    ["accounts"] = new JsonArray([.. accounts.Select(account => JsonValue.Create(VisibleText.Whole(account.Caip10)))]),
                },
            },
        });

    private static JsonObject TransactionOf(IReadOnlyList<FormTransaction> same, StixFrame frame)
    {
        var first = same[0];
        var movements = same.SelectMany(one => one.Movements).ToList();
        int? decimals = same.Count == 1 ? first.Decimals : null;
        var transaction = new JsonObject { ["symbol"] = VisibleText.Of(first.Symbol), ["value"] = first.Hash };
        if (first.Time is { } time)
        {
            transaction["execution_time"] = FormMoment.Text(time);
        }

        AddSide(transaction, "input", movements.Where(one => one.From is not null).Select(one => (one.From!, one.Amount)), decimals);
        AddSide(transaction, "output", movements.Where(one => one.To is not null).Select(one => (one.To!, one.Amount)), decimals);
        transaction["extensions"] = new JsonObject
        {
            [StixIds.TransactionExtension] = new JsonObject { ["extension_type"] = "new-sco" },
            [StixIds.ExactExtension] = new JsonObject
            {
                ["extension_type"] = "property-extension",
                ["chain"] = first.Chain,
                ["movements"] = new JsonArray([.. movements.Select(MovementOf)]),
            },
        };
        return frame.Observable("cryptocurrency-transaction", StixIds.Transaction(first.Hash, first.Symbol), transaction);
    }

    private static JsonNode MovementOf(FormMovement movement)
    {
        var exact = new JsonObject { ["kind"] = movement.Kind.ToString().ToLowerInvariant(), ["asset"] = movement.Asset.ToString() };
        if (movement.From is { } from)
        {
            exact["from"] = from.Caip10;
        }

        if (movement.To is { } to)
        {
            exact["to"] = to.Caip10;
        }

        exact["amount"] = movement.Amount.ToString();
        exact["tainted"] = movement.Tainted.ToString();
        return exact;
    }

    private static void AddSide(JsonObject transaction, string name, IEnumerable<(FormAccount Account, Amount Amount)> side, int? decimals)
    {
        JsonNode[] entries = [.. side.Select(one => (JsonNode)EntryOf(one.Account, one.Amount, decimals))];
        if (entries.Length > 0)
        {
            transaction[name] = new JsonArray(entries);
        }
    }

    // The extension wants a number of whole coins; its digits are written out, so that nothing here rounds it.
    private static JsonObject EntryOf(FormAccount account, Amount amount, int? decimals)
    {
        var entry = new JsonObject();
        if (decimals is { } digits)
        {
            entry["amount"] = JsonNode.Parse(Coins.Of(amount, digits).ToString());
        }

        entry["address_ref"] = StixIds.Wallet(account.Address);
        return entry;
    }
}
