using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>Several who can tell of an address's past, asked together; what one does not know the next may.</summary>
/// <param name="sources">In order of preference where two know the same.</param>
public sealed class JoinedRecipientHistory(params IReadOnlyList<IRecipientHistory> sources) : IRecipientHistory
{
    public async Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(sources.Select(source => source.BeforeAsync(chain, addresses, block, cancellation)));
        return addresses.Distinct().ToDictionary(
            address => address,
            address => answers.Select(answer => answer.GetValueOrDefault(address, RecipientHistory.Unknown)).Aggregate(RecipientHistory.Unknown, Join));
    }

    // Two stores that both know movements are not added up: they may hold the same ones. The earlier beginning wins.
    private static RecipientHistory Join(RecipientHistory one, RecipientHistory other) => new()
    {
        Nonce = one.Nonce ?? other.Nonce,
        HasCode = one.HasCode ?? other.HasCode,
        Balance = one.Balance ?? other.Balance,
        Movements = one.Movements is { } a && other.Movements is { } b ? Math.Max(a, b) : one.Movements ?? other.Movements,
        First = Earlier(one.First, other.First),
        KnownFrom = Earlier(one.KnownFrom, other.KnownFrom),
        IsUnanswered = one.IsUnanswered || other.IsUnanswered,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } a && other is { } b ? (a < b ? a : b) : one ?? other;
}
