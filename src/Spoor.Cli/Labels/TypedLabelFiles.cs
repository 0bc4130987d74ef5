using Spoor.Chains.Files.Labels;
using Spoor.Cli.Output;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>The label files that <c>spoor labels import</c> was told, read one after another.</summary>
internal static class TypedLabelFiles
{
    // A screen of faults is read; the rest shows up when these are mended.
    private const int MaxFaults = 100;

    /// <exception cref="FormatException">Some file is faulty; the message lists the faults of all of them.</exception>
    public static IReadOnlyList<LabelReading> Read(
        IReadOnlyList<string> paths, LabelReadOptions options, LabelProvenance provenance, Terminal terminal, CancellationToken cancellation)
    {
        List<LabelReading> readings = [];
        List<string> faults = [];
        foreach (string path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var reading = LabelReading.Read(path, options, provenance);
                terminal.TalkText.WriteLine(MessageText.Of($"{reading.Delivery.File}: {reading.Content.Format}, {Counted.Of(reading.Delivery.Labels.Count, "label", "labels")}"));
                reading.Content.Damaged.ToList().ForEach(fault => terminal.TalkText.WriteLine(MessageText.Of($"  Kept as written: {fault}")));
                reading.Content.Remarks.ToList().ForEach(remark => terminal.TalkText.WriteLine(MessageText.Of($"  Remark: {remark.Text} ({Counted.Of(remark.Labels, "label", "labels")})")));
                reading.Content.Faults.ToList().ForEach(fault => terminal.TalkText.WriteLine(MessageText.Of($"  Left out: {fault}")));
                readings.Add(reading);
            }
            catch (LabelFileException refusal)
            {
                faults.AddRange(refusal.Message.Split('\n'));
            }
        }

        return faults.Count == 0 ? readings : throw new FormatException(Refusal(faults));
    }

    private static string Refusal(List<string> faults)
    {
        string more = faults.Count > MaxFaults ? $"\n… and {faults.Count - MaxFaults} more." : "";
        return $"{string.Join('\n', faults.Take(MaxFaults))}{more}\nNothing was imported. Mend the files, or leave faulty entries out with --on-error report.";
    }
}
