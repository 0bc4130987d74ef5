using Spoor.Labels;
using Spoor.Screening;
using Spoor.Web.Serving;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Api.MistTrack;

/// <summary><c>address_labels</c> and <c>address_overview</c>.</summary>
internal static class MistTrackAddress
{
    public static DocumentAnswer Labels(MistTrackQuestion question) => MistTrackAnswer.Of(json =>
    {
        var labels = question.Book.Labels.AllOf(question.Chain, question.Address).ToList();
        json.WriteStartArray("label_list");
        labels.Select(label => label.Name).Distinct().ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteString("label_type", labels.Select(TypeOf).FirstOrDefault(type => type.Length > 0, ""));
    });

    public static DocumentAnswer Overview(MistTrackQuestion question) => MistTrackAnswer.Of(json =>
    {
        var flow = question.Past.Flows.FirstOrDefault(one => one.Asset == question.Coin.Asset) ?? new AssetFlow(question.Coin.Asset, Sum.Zero, Sum.Zero, 0, 0);
        var times = question.Transfers.Where(transfer => transfer.IsTimed).Select(transfer => transfer.Time.ToUnixTimeSeconds()).ToList();
        json.WritePropertyName("balance");
        json.WriteRawValue(flow.Balance is { } balance ? question.Coins(balance) : "null");
        json.WriteNumber("txs_count", question.Transfers.Select(transfer => transfer.Tx).Distinct().Count());
        json.WriteNumber("first_seen", times.Count > 0 ? times.Min() : 0);
        json.WriteNumber("last_seen", times.Count > 0 ? times.Max() : 0);
        json.WritePropertyName("total_received");
        json.WriteRawValue(question.Coins(flow.Received));
        json.WritePropertyName("total_spent");
        json.WriteRawValue(question.Coins(flow.Sent));
        json.WriteNumber("received_txs_count", question.Transfers.Where(transfer => transfer.To == question.Address).Select(transfer => transfer.Tx).Distinct().Count());
        json.WriteNumber("spent_txs_count", question.Transfers.Where(transfer => transfer.From == question.Address).Select(transfer => transfer.Tx).Distinct().Count());
    });

    // The four words that the field has, and none for anything else.
    private static string TypeOf(Label label) => ExposureCategories.Of(label) switch
    {
        ExposureCategory.Exchange or ExposureCategory.ExchangeWithoutKyc => "exchange",
        ExposureCategory.Mixer => "mixer",
        ExposureCategory.Contract or ExposureCategory.Bridge => label.Category.Contains("nft", StringComparison.OrdinalIgnoreCase) ? "nft" : "defi",
        _ => "",
    };
}
