using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Puts together what several events of one transaction say of one crossing.</summary>
/// <remarks>A message layer names the crossing, the contract above it the value: LayerZero and Stargate, CCTP's two contracts, Symbiosis' bridge and portal.</remarks>
internal static class TransactionLegs
{
    /// <param name="legs">Of one transaction, in position order.</param>
    public static IEnumerable<BridgeLeg> Merge(IReadOnlyList<BridgeLeg> legs) =>
        legs.GroupBy(leg => (leg.Protocol, leg.Side))
            .SelectMany(group => Pair(SameName([.. group])))
            .OrderBy(leg => leg.Position);

    private static List<BridgeLeg> SameName(IReadOnlyList<BridgeLeg> legs)
    {
        var merged = new List<BridgeLeg>();
        foreach (var leg in legs)
        {
            // Two that state a value are two passengers of one message.
            int same = leg.MessageId is null ? -1 : merged.FindIndex(other => other.MessageId == leg.MessageId && !(StatesValue(other) && StatesValue(leg)));
            if (same < 0)
            {
                merged.Add(leg);
            }
            else
            {
                merged[same] = Together(merged[same], leg);
            }
        }

        return merged;
    }

    // Only where there is no choice: one name without a value, one value without a name.
    private static List<BridgeLeg> Pair(List<BridgeLeg> legs)
    {
        var names = legs.FindAll(leg => leg.MessageId is not null && leg.Asset is null);
        var values = legs.FindAll(leg => leg.MessageId is null);
        return names.Count == 1 && values.Count == 1 && MayBeOne(names[0], values[0])
            ? [.. legs.Except([.. names, .. values]), Together(names[0], values[0])]
            : legs;
    }

    private static bool MayBeOne(BridgeLeg name, BridgeLeg value) =>
        (name.Recipient is null || value.Recipient is null || name.Recipient == value.Recipient)
        && (name.Amount is null || value.Amount is null || name.Amount == value.Amount)
        && (name.OtherChain is null || value.OtherChain is null || name.OtherChain == value.OtherChain);

    private static bool StatesValue(BridgeLeg leg) => leg.Amount is not null || leg.Recipient is not null;

    private static BridgeLeg Together(BridgeLeg one, BridgeLeg other) => one with
    {
        MessageId = one.MessageId ?? other.MessageId,
        OtherChain = one.OtherChain ?? other.OtherChain,
        Sender = one.Sender ?? other.Sender,
        Recipient = one.Recipient ?? other.Recipient,
        Asset = one.Asset ?? other.Asset,
        Amount = one.Amount ?? other.Amount,
        OtherAsset = one.OtherAsset ?? other.OtherAsset,
        OtherAmount = one.OtherAmount ?? other.OtherAmount,
        Note = one.Note ?? other.Note,
    };
}
