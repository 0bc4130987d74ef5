using System.Globalization;

namespace Spoor.Reporting.Documents.Pdf;

/// <summary>The bookmarks of a file: sections, and their parts below them.</summary>
internal static class PdfOutline
{
    /// <summary>Adds the bookmarks and gives the number of their root.</summary>
    public static int AddTo(PdfFile file, IReadOnlyList<(int Level, string Title, string Anchor)> headings)
    {
        int root = file.Reserve();
        List<int> numbers = [.. headings.Select(_ => file.Reserve())];
        for (int i = 0; i < headings.Count; i++)
        {
            int parent = ParentOf(headings, i);
            var beside = SiblingsOf(headings, parent);
            int place = beside.IndexOf(i);
            var below = SiblingsOf(headings, i);
            file.Fill(numbers[i], string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Title {PdfFile.TextOf(headings[i].Title)} /Parent {(parent < 0 ? root : numbers[parent])} 0 R /Dest /{headings[i].Anchor}{Link("Prev", place > 0 ? numbers[beside[place - 1]] : null)}{Link("Next", place + 1 < beside.Count ? numbers[beside[place + 1]] : null)}{Ends(below, numbers, -below.Count)} >>"));
        }

        var top = SiblingsOf(headings, -1);
        file.Fill(root, $"<< /Type /Outlines{Ends(top, numbers, top.Count)} >>");
        return root;
    }

    private static int ParentOf(IReadOnlyList<(int Level, string Title, string Anchor)> headings, int i)
    {
        int parent = i - 1;
        while (parent >= 0 && headings[parent].Level >= headings[i].Level)
        {
            parent--;
        }

        return parent;
    }

    private static List<int> SiblingsOf(IReadOnlyList<(int Level, string Title, string Anchor)> headings, int parent) =>
        [.. Enumerable.Range(0, headings.Count).Where(i => ParentOf(headings, i) == parent)];

    private static string Link(string name, int? number) => number is { } known ? string.Create(CultureInfo.InvariantCulture, $" /{name} {known} 0 R") : "";

    // A negative count: shown folded.
    private static string Ends(List<int> below, List<int> numbers, int count) =>
        below.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Link("First", numbers[below[0]])}{Link("Last", numbers[below[^1]])} /Count {count}");
}
