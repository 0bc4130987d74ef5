using Spoor.Valuation;

namespace Spoor.Detection.Owners;

/// <summary>What left an owner within one hour, and what of it went to addresses without a past.</summary>
/// <param name="FreshRecipients">How many such addresses were paid for the first time.</param>
/// <param name="LargestFresh">The largest single payment to one.</param>
internal sealed record HourOut(DateTimeOffset Hour, UsdValue Usd, UsdValue Fresh, int FreshRecipients, UsdValue LargestFresh);
