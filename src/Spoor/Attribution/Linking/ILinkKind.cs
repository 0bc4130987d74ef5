namespace Spoor.Attribution.Linking;

/// <summary>One kind of thing that two incidents can share.</summary>
internal interface ILinkKind
{
    /// <summary>As its method page is called: <c>same-key</c>.</summary>
    string Name { get; }

    int Version { get; }

    /// <summary>What the two share, in any order, before any counter-check; without a preference for one side.</summary>
    IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground);
}
