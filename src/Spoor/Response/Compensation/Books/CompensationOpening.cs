using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>With what a compensation was opened; the pledges themselves lie in a file named by its hash.</summary>
public sealed record CompensationOpening
{
    public required CompensationTerms Terms { get; init; }

    /// <summary>What customers held, by asset of the terms.</summary>
    public required IReadOnlyList<Amount> Balances { get; init; }

    public required int Customers { get; init; }

    /// <summary>What is paid, and how much is promised of it.</summary>
    public required IReadOnlyList<PledgedAsset> Pledged { get; init; }

    /// <summary>SHA-256 of the file of balances as it was handed in.</summary>
    public required string BalancesSha256 { get; init; }

    /// <summary>SHA-256 of the file of losses as it was handed in.</summary>
    public required string LossesSha256 { get; init; }

    /// <summary>SHA-256 of the file of pledges.</summary>
    public required string PledgesSha256 { get; init; }

    /// <summary>SHA-256 of the secret of the salts: it says which secret belongs to the tree, and nothing of it.</summary>
    public required string SecretSha256 { get; init; }
}
