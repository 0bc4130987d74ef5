namespace Spoor.Storage.Copying;

/// <summary>A range of heights that is copied at once; the pages of a chain cover all heights, empty ones between them, too.</summary>
/// <param name="Heights">Those with transfers.</param>
internal sealed record CopyPage(long First, long Last, IReadOnlyList<HeightCount> Heights)
{
    // Blocks without transfers are copied with the page they lie in; a page does not have more of them than this.
    private const long MostHeights = 1_000_000;

    public long Transfers => Heights.Sum(height => height.Transfers);

    public static IReadOnlyList<CopyPage> Of(IReadOnlyList<HeightCount> heights, int size)
    {
        List<CopyPage> pages = [];
        List<HeightCount> current = [];
        long first = long.MinValue;
        long count = 0;
        foreach (var height in heights)
        {
            if (current.Count > 0 && (count + height.Transfers > size || height.Height - current[0].Height > MostHeights))
            {
                pages.Add(new(first, current[^1].Height, current));
                (first, current, count) = (current[^1].Height + 1, [], 0);
            }

            current.Add(height);
            count += height.Transfers;
        }

        pages.Add(new(first, long.MaxValue, current));
        return pages;
    }
}
