using System.Text.Json;
using Spoor.Incidents;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Workspace.Addresses;
using Spoor.Workspace.Labels;

namespace Spoor.Web.Api;

/// <summary>Addresses as <c>address/1</c>, <c>transfers/1</c> and <c>counterparties/1</c>, see <c>docs/api.md</c>.</summary>
internal static class AddressJson
{
    public static void Write(AddressView view, Stream output) => JsonText.Write(output, json =>
    {
        var past = view.Past;
        json.WriteString("spoor", "address/1");
        WriteAddress(json, past.Chain, past.Address);
        json.WriteNumber("transfers", past.Transfers.Count);
        json.WriteNumber("transactions", past.Transactions);
        json.WriteNumber("counterparties", view.Counterparties);
        json.WriteString("first", past.Span is { } span ? Rendered.Moment(span.First) : null);
        json.WriteString("last", past.Span is { } spanned ? Rendered.Moment(spanned.Last) : null);
        json.WriteObjects("assets", past.Flows, flow => WriteFlow(json, flow));
        json.WriteObjects("labels", view.Labels, one => LabelJson.WriteLabel(json, one));
        json.WriteObjects("elsewhere", view.Elsewhere, other =>
        {
            json.WriteString("account", Rendered.Account(other.Chain, past.Address));
            json.WriteNumber("transfers", other.Activity.Transfers);
            json.WriteNumber("counterparties", other.Activity.Counterparties);
            json.WriteString("first", Rendered.Moment(other.Activity.First));
            json.WriteString("last", Rendered.Moment(other.Activity.Last));
        });
        json.WriteObjects("incidents", view.Incidents, named =>
        {
            json.WriteString("incident", named.Incident);
            json.WriteString("chain", named.Wallet.Chain);
            json.WriteString("address", named.Wallet.Address);
            json.WriteString("role", named.Wallet.Role.NameOf());
            json.WriteString("source", named.Wallet.Source);
        });
    });

    public static void WriteTransfers(ChainId chain, Address? address, IReadOnlyList<Transfer> transfers, string? next, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "transfers/1");
        json.WriteString("account", Rendered.Account(chain, address));
        json.WriteObjects("transfers", transfers, transfer => TransferJson.Write(json, transfer, TokenList.Builtin));
        json.WriteString("next", next);
    });

    public static void WriteCounterparties(
        AddressPast past, (int Total, IReadOnlyList<Counterparty> Page) found, IReadOnlyDictionary<Address, IReadOnlyList<RecordedLabel>> labels, string? next, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "counterparties/1");
        json.WriteString("account", Rendered.Account(past.Chain, past.Address));
        json.WriteNumber("total", found.Total);
        json.WriteObjects("counterparties", found.Page, other =>
        {
            WriteAddress(json, past.Chain, other.Address);
            json.WriteNumber("in", other.In);
            json.WriteNumber("out", other.Out);
            json.WriteString("first", other.First is { } first ? Rendered.Moment(first) : null);
            json.WriteString("last", other.Last is { } last ? Rendered.Moment(last) : null);
            json.WriteObjects("assets", other.Flows, flow => WriteFlow(json, flow));
            json.WriteObjects("labels", labels[other.Address], one => LabelJson.WriteLabel(json, one));
        });
        json.WriteString("next", next);
    });

    private static void WriteAddress(Utf8JsonWriter json, ChainId chain, Address address)
    {
        json.WriteString("account", Rendered.Account(chain, address));
        json.WriteString("address", AddressText.Render(chain, address));
        json.WriteString("explorer", ChainRegistry.TryGet(chain, out var known) ? known.PageOf(address) : null);
    }

    private static void WriteFlow(Utf8JsonWriter json, AssetFlow flow)
    {
        TransferJson.WriteAsset(json, flow.Asset, TokenList.Builtin);
        json.WriteString("received", flow.Received.ToString());
        json.WriteString("sent", flow.Sent.ToString());
        json.WriteString("balance", flow.Balance?.ToString());
        json.WriteNumber("in", flow.In);
        json.WriteNumber("out", flow.Out);
    }
}
