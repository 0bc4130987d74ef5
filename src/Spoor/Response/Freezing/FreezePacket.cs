using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Spoor.Records;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Response.Freezing;

/// <summary>Everything that one issuer or service needs to stop stolen value: a request, not yet an act.</summary>
public sealed record FreezePacket
{
    private const int IdDigits = 12;

    public required string Incident { get; init; }

    public required string Victim { get; init; }

    public required FreezeTarget Target { get; init; }

    public required FreezeRequester Requester { get; init; }

    /// <summary>In order of asset and address.</summary>
    public required IReadOnlyList<FreezePosition> Positions { get; init; }

    /// <summary>The rule by which parts of payments are called stolen.</summary>
    public required string Rule { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The same for the same target and the same value at the same addresses, whoever asks and when.</summary>
    public string Id => "frz-" + Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(Content())))[..IdDigits];

    public UsdValue? Usd => Positions.All(position => position.Usd is not null) ? UsdValue.Sum(Positions.Select(position => position.Usd!.Value)) : null;

    /// <summary>What is asked for by asset, in order of asset.</summary>
    public IReadOnlyList<(AssetId Asset, Token? Token, Amount Amount)> Totals =>
    [
        .. Positions.GroupBy(position => position.Asset).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.First().Token, group.Aggregate(Amount.Zero, (sum, position) => sum + position.Amount))),
    ];

    private JsonObject Content() => new()
    {
        ["incident"] = Incident,
        ["target"] = Target.Name,
        ["kind"] = Target.Kind,
        ["positions"] = new JsonArray([.. Positions.Select(position => new JsonObject
        {
            ["asset"] = position.Asset.ToString(),
            ["address"] = AddressText.ToCaip10(position.Asset.Chain, position.Address),
            ["amount"] = position.Amount.ToString(),
            ["txs"] = new JsonArray([.. position.Arrivals.Select(arrival => JsonValue.Create(arrival.Tx.Render(position.Asset.Chain)))]),
        })]),
    };
}

/// <summary>Who is asked.</summary>
/// <param name="Name">The issuer, or the actor behind labels.</param>
public sealed record FreezeTarget(string Name, bool IsIssuer)
{
    public string Kind => IsIssuer ? "issuer" : "service";
}

/// <summary>Who asks, with what right, for what, by when; empty texts are not known and are shown as such.</summary>
public sealed record FreezeRequester
{
    /// <summary>Who the requester is.</summary>
    public string Name { get; init; } = "";

    /// <summary>The police or court that has the case.</summary>
    public string Authority { get; init; } = "";

    public string CaseNumber { get; init; } = "";

    public string Contact { get; init; } = "";

    public FreezeAction Action { get; init; } = FreezeAction.Freeze;

    public DateTimeOffset? Deadline { get; init; }
}

/// <summary>What is asked for.</summary>
public enum FreezeAction
{
    /// <summary>Keep records and hold the value for some days.</summary>
    Preserve,

    Freeze,

    /// <summary>Tell the authority who the customer is.</summary>
    Kyc,
}
