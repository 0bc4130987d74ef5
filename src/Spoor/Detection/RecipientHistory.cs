using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>What was known of an address before a block: whether it has a past.</summary>
public sealed record RecipientHistory
{
    /// <summary>Transactions it had sent; null when nobody who counts them was asked.</summary>
    public long? Nonce { get; init; }

    /// <summary>Whether code lies there; null when nobody was asked.</summary>
    public bool? HasCode { get; init; }

    /// <summary>Native balance; null when nobody was asked.</summary>
    public Amount? Balance { get; init; }

    /// <summary>Movements it took part in, as far as the transfers at hand go; null when there are none to ask.</summary>
    public long? Movements { get; init; }

    /// <summary>Its first movement in the transfers at hand.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>From when on the transfers at hand tell of this chain; null when there are none.</summary>
    public DateTimeOffset? KnownFrom { get; init; }

    /// <summary>Whether somebody who may know more did not answer in time.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>Nobody could be asked.</summary>
    public static RecipientHistory Unknown { get; } = new();
}

/// <summary>Who can tell of an address's past: the store, a node, or both.</summary>
public interface IRecipientHistory
{
    /// <summary>What was known before a block, that is up to and including the one below it; every address asked for is in the answer.</summary>
    Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation);
}
