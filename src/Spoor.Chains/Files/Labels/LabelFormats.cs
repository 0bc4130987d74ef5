namespace Spoor.Chains.Files.Labels;

/// <summary>Every kind of label file that is read, in the order in which they are tried.</summary>
internal static class LabelFormats
{
    public static readonly IReadOnlyList<ILabelFormat> All =
    [
        new SdnAdvancedFormat(),
        new SdnFormat(),
        new ExplorerDumpFormat(),
        new PoolListFormat(),
        new TagPackFormat(),
        new ActorPackFormat(),
        .. ListFormats.All,
        CitationCsv.Format,
        .. SpoorCsv.All,
        new BareListFormat(),
    ];

    public static LabelFileException NoneFits(LabelFileName file, string head)
    {
        string first = head.Split('\n', 2)[0];
        return new(
        [
            new(file.File, 1, "first line",
                $"a label file of a kind that is known ({string.Join(", ", All.Select(format => format.Name).Distinct())})", LabelWords.Shown(first, 120)),
        ]);
    }
}
