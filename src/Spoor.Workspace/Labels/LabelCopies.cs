using Spoor.Labels;

namespace Spoor.Workspace.Labels;

/// <summary>Files whose bytes came before under another name: their labels keep the source they had, and are no second witness.</summary>
public static class LabelCopies
{
    /// <param name="say">Takes a remark about each file that came before.</param>
    /// <param name="known">The source of the labels that named none, by the SHA-256 of the file they were in.</param>
    public static IReadOnlyList<LabelReading> Named(IReadOnlyList<LabelReading> readings, IReadOnlyDictionary<string, string> known, Action<string> say)
    {
        var sources = new Dictionary<string, string>(known, StringComparer.Ordinal);
        return [.. readings.Select(Named)];

        LabelReading Named(LabelReading reading)
        {
            var delivery = reading.Delivery;
            if (sources.TryAdd(delivery.Sha256, delivery.Source)
                || sources[delivery.Sha256] is not { Length: > 0 } source || source == delivery.Source || delivery.Source != delivery.File)
            {
                return reading;
            }

            say($"{delivery.File}: the same bytes came before; their source stays '{source}' (--source names another).");
            return reading with { Delivery = delivery with { Source = source, Labels = [.. delivery.Labels.Select(one => Under(source, one, delivery.File))] } };
        }
    }

    private static RecordedLabel Under(string source, RecordedLabel recorded, string file)
    {
        if (recorded.Label.Source != file)
        {
            return recorded;
        }

        var label = recorded.Label with { Source = source };
        return new(LabelIdentity.Of(label), label);
    }
}
