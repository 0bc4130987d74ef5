namespace Spoor.Attribution;

/// <summary>The links of an incident and, over those that are claimed, the links of the incidents it is tied to.</summary>
public static class LinksAround
{
    /// <summary>Each pair of incidents is searched once, from the side that is nearer to the one asked about.</summary>
    public static async Task<IReadOnlyList<Link>> FindAsync(LinkRequest request, CancellationToken cancellation) =>
        (await LinkSearch.WalkAsync(request, cancellation)).Links;
}
