using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Labels;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting.Forms;

/// <summary>A case as an event of MISP: its addresses as <c>coin-address</c>, its transactions as <c>cryptocurrency-transaction</c>.</summary>
/// <remarks>Templates of https://github.com/MISP/misp-objects. Only addresses of Bitcoin may stand as <c>address</c>, whose type MISP checks; others stand as <c>address-crypto</c>.</remarks>
public static class MispEvent
{
    private const string Financial = "financial";
    private const string Fraud = "Financial fraud";
    private const string Other = "Other";
    private static readonly MispTemplate CoinAddress = new("coin-address", Financial, "An address used in a cryptocurrency", "d0e6997e-78da-4815-a6a1-cfc1c1cb8a46", 7);
    private static readonly MispTemplate Transaction = new("cryptocurrency-transaction", Financial, "An object to describe a cryptocurrency transaction.", "a4aab70f-e43a-48cb-bf82-505de8228dd6", 3);

    public static void Write(CaseFindings findings, Stream output)
    {
        var facts = findings.Facts;
        var observables = FormObservables.Of(findings);
        var tlp = CaseMark.Of(findings);
        long moment = FormMoment.Of(findings).ToUnixTimeSeconds();
        var one = new JsonObject
        {
            ["uuid"] = UuidOf(facts.Id).ToString(),
            ["info"] = VisibleText.Of($"{facts.Title} ({facts.Victim})"),
            ["date"] = facts.Started.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["timestamp"] = moment.ToString(CultureInfo.InvariantCulture),
            ["threat_level_id"] = "1",
            ["analysis"] = "2",
            ["distribution"] = "0",
            ["published"] = false,
            ["Tag"] = new JsonArray(new JsonObject { ["name"] = $"tlp:{TlpText.Of(tlp).ToLowerInvariant()}" }),
            ["Object"] = new JsonArray(
            [
                .. observables.Accounts.Select(account => AddressOf(facts.Id, account, moment)),
                .. observables.Transactions.Select(transaction => TransactionOf(facts.Id, transaction, moment)),
            ]),
        };
        JsonText.Write(output, json =>
        {
            json.WritePropertyName("Event");
            one.WriteTo(json);
        });
    }

    private static JsonObject AddressOf(string incident, FormAccount account, long moment)
    {
        bool isBitcoin = ChainRegistry.TryFind("bitcoin", out var bitcoin) && account.Chain == bitcoin.Id.Value;
        var made = CoinAddress.Begin(UuidOf(incident, "address", account.Caip10), moment);
        made.Add(isBitcoin ? new("address", "btc", Fraud, account.Address, account.IsThief) : new("address-crypto", "text", Other, VisibleText.Whole(account.Address), account.IsThief));
        if (ChainId.TryParse(account.Chain, out var id) && ChainRegistry.TryGet(id, out var chain) && chain.Native is { } native)
        {
            made.Add(new("symbol", "text", Other, native.Symbol, false));
        }

        made.Add(new("text", "text", Other, VisibleText.Of($"{account.Caip10}; {(account.Role is { } role ? $"in the incident: {Incidents.WalletRoles.NameOf(role)}" : "reached by the trace")}"), false));
        return made.Done();
    }

    private static JsonObject TransactionOf(string incident, FormTransaction transaction, long moment)
    {
        var made = Transaction.Begin(UuidOf(incident, "transaction", transaction.Chain, transaction.Hash, transaction.Symbol), moment);
        made.Add(new("transaction-number", "text", Other, transaction.Hash, false));
        made.Add(new("symbol", "text", Other, VisibleText.Of(transaction.Symbol), false));
        if (transaction.Time is { } time)
        {
            made.Add(new("time", "datetime", Other, FormMoment.Text(time), false));
        }

        if (transaction is { Decimals: { } decimals, Movements: [var only] })
        {
            made.Add(new("value", "float", Other, Coins.Of(only.Amount, decimals).ToString(), false));
        }

        return made.Done();
    }

    private static Guid UuidOf(params IReadOnlyList<string> names) => NameUuid.Of(NameUuid.Ours, $"misp\n{string.Join('\n', names)}");
}
