using Spoor.Transfers;

namespace Spoor.Response.Compensation;

/// <summary>An asset as the exchange keeps it for its customers, and what was lost of it.</summary>
/// <param name="Code">As in the balances: <c>ETH</c>.</param>
/// <param name="Decimals">How many digits the smallest unit lies behind the point.</param>
/// <param name="Loss">Of customers' money, in smallest units; zero where none was lost.</param>
/// <param name="UsdPrice">Of a whole coin; null where none is stated.</param>
public sealed record LostAsset(string Code, int Decimals, Amount Loss, decimal? UsdPrice)
{
    /// <summary>10^38 is the last power of ten below 2^128.</summary>
    public const int MaxDecimals = 38;
}
