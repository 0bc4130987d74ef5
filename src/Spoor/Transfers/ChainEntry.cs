using System.Text.Json;
using System.Text.Json.Serialization;
using Spoor.Transfers.Codecs;

namespace Spoor.Transfers;

/// <summary>A chain as it stands in <c>chains.json</c>.</summary>
internal sealed record ChainEntry
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required ChainFamily Family { get; init; }

    public AddressEntry? Addresses { get; init; }

    public NativeEntry? Native { get; init; }

    public int? FinalityBlocks { get; init; }

    public string? AddressPage { get; init; }

    public string? TransactionPage { get; init; }

    public static IReadOnlyList<Chain> ReadEmbedded()
    {
        using var stream = Embedded.Open("chains.json");
        var entries = JsonSerializer.Deserialize(stream, ChainEntryJson.Default.ChainEntryArray)
            ?? throw new FormatException("chains.json: expected a list of chains, found null.");
        return [.. entries.Select(entry => entry.ToChain())];
    }

    private Chain ToChain()
    {
        var id = ChainId.Parse(Id);
        return new()
        {
            Id = id,
            Name = Name,
            Aliases = Aliases,
            Family = Family,
            Addresses = FormatOf(),
            Native = Native is { } coin ? new(new(id, $"slip44:{coin.Slip44}"), coin.Symbol, coin.Decimals, coin.Name) : null,
            FinalityBlocks = FinalityBlocks,
            AddressPage = AddressPage,
            TransactionPage = TransactionPage,
        };
    }

    private IAddressFormat FormatOf() => Family switch
    {
        ChainFamily.Evm => Addresses?.ChecksumChain is { } chain ? new EvmAddressFormat(chain) : EvmAddressFormat.Plain,
        ChainFamily.Utxo => new UtxoAddressFormat
        {
            PubKeyHashVersion = VersionOf(Addresses?.PubKeyHash),
            ScriptHashVersions = [.. (Addresses?.ScriptHash ?? [""]).Select(VersionOf)],
            SegwitPrefix = Addresses?.Segwit,
            CashPrefix = Addresses?.Cash,
        },
        ChainFamily.Tron => new TronAddressFormat(),
        ChainFamily.Xrp => new XrpAddressFormat(),
        ChainFamily.Solana => new SolanaAddressFormat(),
        _ => throw new FormatException($"chains.json: the chain {Id} has the family {Family}, which has no address format."),
    };

    private AddressVersion VersionOf(string? text) =>
        AddressVersion.TryParse(text, out var version)
            ? version
            : throw new FormatException($"chains.json: expected one version byte or two such as '0x1e' for {Id}, found '{text}'.");
}

/// <summary>What a family leaves open about the writing of addresses.</summary>
internal sealed record AddressEntry
{
    /// <summary>EVM: the chain id that EIP-1191 mixes into the checksum.</summary>
    public long? ChecksumChain { get; init; }

    public string? PubKeyHash { get; init; }

    public IReadOnlyList<string>? ScriptHash { get; init; }

    public string? Segwit { get; init; }

    public string? Cash { get; init; }
}

/// <summary>A chain's own coin and its SLIP-44 number.</summary>
internal sealed record NativeEntry(int Slip44, string Symbol, int Decimals, string Name);

/// <summary>Strict: a member misspelt in the file stops the first use, not the case that needed it.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChainEntry[]))]
internal sealed partial class ChainEntryJson : JsonSerializerContext;
