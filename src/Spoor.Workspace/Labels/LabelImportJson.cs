using System.Text.Json;
using Spoor.Chains.Files.Labels;
using Spoor.Reporting;
using Spoor.Storage;

namespace Spoor.Workspace.Labels;

/// <summary>What an import of labels has done, as <c>labels/1</c>.</summary>
public static class LabelImportJson
{
    public static void Write(IReadOnlyList<LabelReading> readings, IReadOnlyList<LabelReceipt> receipts, Stream output) => JsonText.Write(output, json =>
    {
        LabelJson.WriteHead(json, "import");
        json.WriteObjects("files", receipts.Zip(readings), file =>
        {
            var (receipt, reading) = file;
            json.WriteString("file", receipt.Delivery.File);
            json.WriteString("sha256", receipt.Delivery.Sha256);
            json.WriteString("format", receipt.Delivery.Format);
            json.WriteNumber("labels", receipt.Delivery.Labels.Count);
            json.WriteNumber("added", receipt.Added);
            json.WriteNumber("known", receipt.Known);
            json.WriteNumber("earlier", receipt.Earlier);
            json.WriteNumber("retracted", receipt.Retracted);
            json.WriteNumber("sources", receipt.Sources);
            json.WriteNumber("actors", receipt.Actors);
            json.WriteNumber("passedOver", reading.Content.PassedOver.Count);
            json.WriteNumber("bad", receipt.Delivery.Bad);
            json.WriteNumber("damaged", reading.Content.DamagedCount);
            json.WriteObjects("faults", reading.Content.Faults, fault => WriteFault(json, fault));
            json.WriteObjects("remarks", reading.Content.Remarks, remark =>
            {
                json.WriteString("remark", remark.Text);
                json.WriteNumber("labels", remark.Labels);
            });
            json.WriteObjects("keptAsWritten", reading.Content.Damaged, fault => WriteFault(json, fault));
        });
        json.WriteNumber("added", receipts.Sum(receipt => receipt.Added));
        json.WriteNumber("known", receipts.Sum(receipt => receipt.Known));
        json.WriteNumber("damaged", readings.Sum(reading => (long)reading.Content.DamagedCount));
    });

    private static void WriteFault(Utf8JsonWriter json, LabelFault fault)
    {
        json.WriteNumber("line", fault.Line);
        json.WriteString("field", fault.Field);
        json.WriteString("expected", fault.Expected);
        json.WriteString("found", fault.Found);
    }
}
