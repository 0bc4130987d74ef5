using Spoor.Transfers;

namespace Spoor.Labels;

/// <summary>What somebody says an address or a transaction is, since when, and since when we know that they say so.</summary>
/// <remarks>Fields and vocabularies follow the TagPack of GraphSense, so that a label can go out as it came in.</remarks>
public sealed record Label
{
    public required LabelSubject Subject { get; init; }

    /// <summary>The name as the source gives it: <c>Huobi 23</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of entity it is, a TagPack concept where the source has one (<c>exchange</c>), else the source's word; may be empty.</summary>
    public required string Category { get; init; }

    /// <summary>What it did: <c>service_hack</c>, <c>sanction</c>; empty where the source names nothing.</summary>
    public string Abuse { get; init; } = "";

    /// <summary>Further TagPack concepts, in the order of the source.</summary>
    public IReadOnlyList<string> Concepts { get; init; } = [];

    /// <summary>The id of who is behind it, such as <c>lazarusgroup</c>; null where the source names nobody.</summary>
    public string? Actor { get; init; }

    /// <summary>Who says so: a URI, a citation, the name of a file; the key of a <see cref="Citation"/> where there is one.</summary>
    public required string Source { get; init; }

    public Confidence Confidence { get; init; } = Confidence.Unknown;

    /// <summary>Who wrote the label down; empty where nobody says.</summary>
    public string Author { get; init; } = "";

    /// <summary>The day the source observed it, as it says (TagPack: <c>lastmod</c>); null where it says none.</summary>
    public DateOnly? Observed { get; init; }

    /// <summary>The day from which we can have known it; labels learned later did not exist for an earlier question.</summary>
    public required DateOnly Learned { get; init; }

    public Tlp Tlp { get; init; } = Tlp.Clear;

    /// <summary>The asset the source filed it under (<c>USDT</c>), where that is not the native one of the chain; else empty.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Whether the whole cluster of the address bears the label, as its source claims.</summary>
    public bool IsClusterDefiner { get; init; }

    /// <summary>What else the source said, as JSON text; empty for nothing.</summary>
    public string Context { get; init; } = "";

    /// <summary>The address it is about; null for a transaction or an address that Spoor does not decode.</summary>
    public Address? Address => Subject is LabelSubject.OfAddress account ? account.Address : null;

    /// <summary>The chain it is about; null when it holds on every chain or the chain is not known to Spoor.</summary>
    public ChainId? Chain => Subject switch
    {
        LabelSubject.OfAddress account => account.Chain,
        LabelSubject.OfTransaction transaction => transaction.Chain,
        _ => null,
    };

    /// <summary>Whether it says something of an address on a chain.</summary>
    public bool Covers(ChainId chain) => Chain is null || Chain == chain;
}
