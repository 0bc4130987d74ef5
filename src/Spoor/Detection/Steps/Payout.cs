using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Steps;

/// <summary>What left an owner for one recipient in one asset.</summary>
/// <param name="Purse">Which of the owner's purses paid, see <see cref="WatchIndex"/>.</param>
/// <param name="To">Null when it was burnt or went to a script without an address.</param>
/// <param name="Usd">Null when there is no price.</param>
internal sealed record Payout(int Purse, Address? To, AssetId Asset, BigInteger Units, UsdValue? Usd);

/// <summary>What a wallet of the owner got from outside.</summary>
internal sealed record Receipt(int Purse, Address? From, AssetId Asset, BigInteger Units, UsdValue? Usd);

/// <summary>What went from one wallet of the owner to another.</summary>
internal sealed record OwnMove(Address From, Address To, WalletUse Use, AssetId Asset, BigInteger Units, UsdValue? Usd);

/// <summary>By how much a purse's holding of one asset changed, fees included.</summary>
internal readonly record struct PurseChange(int Purse, AssetId Asset, BigInteger Units);
