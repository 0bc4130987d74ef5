using Spoor.Transfers;

namespace Spoor.Response.Compensation;

/// <summary>An asset in which is paid, and how much of it is promised in all.</summary>
public sealed record PledgedAsset(string Code, int Decimals, Amount Total);
