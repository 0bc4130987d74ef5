using System.Text.RegularExpressions;
using Spoor.Transfers;

namespace Spoor.Valuation;

/// <summary>An asset that is valued: <c>eip155:1/slip44:60</c>, or where no such name exists <c>kadena/KDA</c>.</summary>
public readonly partial record struct NamedAsset : IComparable<NamedAsset>
{
    /// <summary>What a file writes for an asset that its source does not name.</summary>
    public const string Unnamed = "unknown";

    private readonly string? _chain;
    private readonly string? _name;

    private NamedAsset(string chain, string name)
    {
        _chain = chain;
        _name = name;
        Asset = ChainId.TryParse(chain, out var id) && Reference().IsMatch(name) ? new AssetId(id, name) : null;
    }

    /// <summary>CAIP-2, or a plain name where Spoor knows none.</summary>
    public string Chain => _chain ?? "";

    /// <summary>The part after the slash of a CAIP-19 name, or a symbol.</summary>
    public string Name => _name ?? "";

    /// <summary>The same as a value; null where the asset has no CAIP-19 name.</summary>
    public AssetId? Asset { get; }

    /// <summary>Whether it is known which asset it is.</summary>
    public bool IsNamed => Name != Unnamed;

    public static NamedAsset Of(AssetId asset) => new(asset.Chain.Value, asset.Reference);

    /// <param name="chain">CAIP-2, or a plain name such as <c>kadena</c>.</param>
    /// <param name="name">A CAIP-19 reference, a symbol, or <see cref="Unnamed"/>.</param>
    public static bool TryParse(string chain, string name, out NamedAsset asset)
    {
        bool valid = ChainName().IsMatch(chain) && AssetName().IsMatch(name);
        // Contracts of EVM chains are lower case throughout Spoor, so that one token has one name.
        asset = !valid ? default : new(chain, chain.StartsWith("eip155:", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal) ? name.ToLowerInvariant() : name);
        return valid;
    }

    public int CompareTo(NamedAsset other)
    {
        int order = string.CompareOrdinal(Chain, other.Chain);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Chain}/{Name}";

    [GeneratedRegex(@"^[-a-z0-9]{2,32}(:[-_a-zA-Z0-9]{1,32})?\z")]
    private static partial Regex ChainName();

    [GeneratedRegex(@"^[-_.%:a-zA-Z0-9]{1,140}\z")]
    private static partial Regex AssetName();

    [GeneratedRegex(@"^[-a-z0-9]{3,8}:[-.%a-zA-Z0-9]{1,128}\z")]
    private static partial Regex Reference();
}
