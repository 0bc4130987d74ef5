using System.Text.Json;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Transfers;

namespace Spoor.Workspace.Transfers;

/// <summary>What a store holds as <c>status/1</c>, see <c>docs/json.md</c>.</summary>
public static class StatusJson
{
    public static void Write(StoreStatus status, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "status/1");
        json.WriteNumber("transfers", status.Transfers);
        json.WriteNumber("bytes", status.Bytes);
        json.WriteNumber("labels", status.Labels);
        json.WriteNumber("ledgerEntries", status.LedgerEntries);
        json.WriteNumber("schema", status.SchemaVersion);
        json.WriteObjects("chains", status.Chains, head =>
        {
            json.WriteString("chain", head.Chain.Value);
            json.WriteString("name", NameOf(head.Chain));
            json.WriteNumber("transfers", head.Transfers);
            json.WriteNumber("lowest", head.Lowest);
            json.WriteNumber("highest", head.Highest);
            json.WriteString("first", Rendered.Moment(head.First));
            json.WriteString("last", Rendered.Moment(head.Last));
        });
        json.WriteObjects("synced", status.Synced, range =>
        {
            json.WriteString("chain", range.Chain.Value);
            json.WriteNumber("first", range.First);
            json.WriteNumber("last", range.Last);
            WriteHeight(json, range.FinalTo);
            json.WriteNumber("withoutInternalMoves", range.WithoutInternalMoves);
            json.WriteNumber("withoutReceipts", range.WithoutReceipts);
            json.WriteNumber("withoutSpentOutputs", range.WithoutSpentOutputs);
            json.WriteNumber("withShieldedMoves", range.WithShieldedMoves);
            json.WriteNumber("refusedAmounts", range.RefusedAmounts);
        });
    });

    private static void WriteHeight(Utf8JsonWriter json, long? height)
    {
        if (height is >= 0)
        {
            json.WriteNumber("finalized", height.Value);
            return;
        }

        json.WriteNull("finalized");
    }

    private static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
}
