namespace Spoor.Transfers;

/// <summary>What an asset is called and how many digits its smallest unit lies behind the point.</summary>
public sealed record Token(AssetId Asset, string Symbol, int Decimals, string Name);
