using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>How much was known at the end of a day.</summary>
/// <param name="Subjects">Addresses and transactions with a label that held.</param>
/// <param name="LearnedLater">Labels that are held now and did not exist then.</param>
/// <param name="Retracted">Labels that had been learned, and retracted, by then.</param>
internal sealed record LabelDay(DateOnly Day, long Labels, long Subjects, long LearnedLater, long Retracted)
{
    /// <summary>The largest count first, then by name.</summary>
    public required IReadOnlyList<(string Category, long Labels)> Categories { get; init; }

    /// <inheritdoc cref="Categories"/>
    public required IReadOnlyList<(string Source, long Labels)> Sources { get; init; }

    public static LabelDay Of(DateOnly day, LabelHistory history)
    {
        var held = history.RecordedAt(day).Select(one => one.Label).ToList();
        int learned = history.Labels.Count(one => one.Label.Learned <= day);
        long subjects = held.Select(label => label.Address is { } address ? (object)address : label.Subject).Distinct().LongCount();
        return new(day, held.Count, subjects, history.Labels.Count - learned, learned - held.Count)
        {
            Categories = CountBy(held, label => label.Category),
            Sources = CountBy(held, label => label.Source),
        };
    }

    public void WriteJson(Stream output) => JsonText.Write(output, json =>
    {
        LabelJson.WriteHead(json, "at");
        json.WriteDay("asOf", Day);
        json.WriteNumber("total", Labels);
        json.WriteNumber("subjects", Subjects);
        json.WriteNumber("learnedLater", LearnedLater);
        json.WriteNumber("retracted", Retracted);
        json.WriteObjects("categories", Categories, one =>
        {
            json.WriteString("category", one.Category);
            json.WriteNumber("labels", one.Labels);
        });
        json.WriteObjects("sources", Sources, one =>
        {
            json.WriteString("source", one.Source);
            json.WriteNumber("labels", one.Labels);
        });
    });

    private static List<(string, long)> CountBy(List<Label> labels, Func<Label, string> word) =>
    [
        .. labels.GroupBy(word, StringComparer.Ordinal)
            .Select(group => (group.Key, group.LongCount()))
            .OrderByDescending(group => group.Item2)
            .ThenBy(group => group.Key, StringComparer.Ordinal),
    ];
}
