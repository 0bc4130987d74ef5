using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection;

#pragma warning disable CA1822 // Being built: the signatures stand, the bodies follow.
/// <summary>Watches wallets block by block and says when one is being drained. Pure: the same blocks give the same notices.</summary>
public sealed class DrainDetector
{
    /// <param name="prices">What an outflow is worth; an asset without a price is named, never counted as zero.</param>
    public DrainDetector(WatchList watch, PriceBook prices)
    {
        Watch = watch;
        Prices = prices;
    }

    public WatchList Watch { get; }

    public PriceBook Prices { get; }

    /// <summary>The recipients in a block whose past the detector wants to know before it is given the block.</summary>
    public IReadOnlyCollection<Address> Unfamiliar(Block block) => [];

    /// <summary>Takes the next block of its chain.</summary>
    /// <param name="histories">What is known of the <see cref="Unfamiliar"/> recipients; one that is absent is unknown.</param>
    /// <param name="finalized">Height up to which the chain is final; null to go by the registry's depth.</param>
    /// <returns>What is to be told, in order.</returns>
    public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories, long? finalized = null) => [];

    /// <summary>Goes back to a height as if the blocks above it had never been; what rested on them is retracted.</summary>
    public IReadOnlyList<AlertNotice> Rewind(ChainId chain, long height) => [];

    /// <summary>Enters a payment that the exchange itself ordered.</summary>
    public IReadOnlyList<AlertNotice> Expect(Withdrawal withdrawal) => [];
}
