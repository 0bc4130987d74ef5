using System.Text.Json;
using Spoor.Reporting;

namespace Spoor.Cli.Demo.Live;

/// <summary>What came of the demonstration as <c>demo-live/1</c>, see <c>docs/json.md</c>.</summary>
internal static class LiveDemoJson
{
    public static void Write(LiveTheft theft, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "demo-live/1");
        json.WriteNumber("blocks", theft.Blocks);
        json.WriteNumber("transfers", theft.Transfers);
        json.WriteObjects("theft", theft.Theft, sent => WritePayment(json, sent));
        json.WriteObjects("rescue", theft.Rescue, sent =>
        {
            WritePayment(json, sent);
            json.WriteString("class", theft.ClassOf(sent)?.ToString());
        });
        WriteAlert(json, theft);
        json.WriteString("takenUsd", theft.Taken.ToString());
        json.WriteString("goneUsd", theft.Gone.ToString());
        json.WriteString("stillThereUsd", theft.StillThere.ToString());
        json.WriteBoolean("inTime", theft.IsInTime);
        json.WriteBoolean("rescueSeen", theft.IsEveryRescueSeen);
        json.WriteStartArray("notices");
        foreach (var heard in theft.Notices)
        {
            json.WriteRawValue(AlertJson.Document(heard.Notice));
        }

        json.WriteEndArray();
    });

    private static void WritePayment(Utf8JsonWriter json, SentPayment sent)
    {
        json.WriteString("chain", sent.Payment.Chain.Chain.Id.Value);
        json.WriteString("tx", sent.Tx.Render(sent.Payment.Chain.Chain.Id));
        json.WriteString("asset", sent.Payment.Asset.ToString());
        json.WriteString("amount", sent.Payment.Amount.ToString());
        json.WriteString("to", Rendered.Account(sent.Payment.Chain.Chain.Id, sent.Payment.To));
        json.WriteString("usd", sent.Payment.Usd.ToString());
    }

    private static void WriteAlert(Utf8JsonWriter json, LiveTheft theft)
    {
        if (theft.Alert is not { } alert)
        {
            json.WriteNull("firedAt");
            json.WriteNull("milliseconds");
            return;
        }

        json.WriteNumber("firedAt", theft.FiredAt!.Value);
        json.WriteNumber("milliseconds", (long)(alert.Heard - theft.Theft[0].Sent).TotalMilliseconds);
    }
}
