using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Owners;

/// <summary>What left a purse within a minute, of outflows for which there was no room any more.</summary>
internal sealed record OlderOut(DateTimeOffset Minute, int Purse, AssetId Asset, BigInteger Units, UsdValue Usd, bool IsPriced);
