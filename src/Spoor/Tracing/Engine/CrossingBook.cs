using System.Numerics;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The bridges of a request by transaction, in the direction of the trace.</summary>
internal sealed class CrossingBook
{
    private readonly Dictionary<(ChainId, TxHash), List<Crossing>> _leaving = [];
    private readonly Dictionary<(ChainId, TxHash), List<Crossing>> _arriving = [];
    private readonly HashSet<ChainId> _chains = [];
    private readonly bool _forward;

    public CrossingBook(IReadOnlyList<Crossing> crossings, Orientation orientation)
    {
        _forward = orientation.Forward;
        foreach (var crossing in crossings.OrderBy(crossing => crossing.Name, StringComparer.Ordinal))
        {
            Add(crossing);
        }
    }

    public bool IsEmpty => _leaving.Count == 0;

    public bool LeaveFrom(ChainId chain) => _chains.Contains(chain);

    /// <summary>The bridges whose value comes out in a transaction, in order of name.</summary>
    public IReadOnlyList<Crossing> ArrivingIn(ChainId chain, TxHash tx) =>
        _arriving.Count > 0 && _arriving.TryGetValue((chain, tx), out var crossings) ? crossings : [];

    /// <summary>The bridges into which an address gave what it gave of one asset in a transaction.</summary>
    /// <remarks>
    /// Whoever the bridge names as payer is it, for the asset that the bridge names. Routers stand between, and swap first: so with nobody else
    /// who pays in the transaction he is it, too. Where he gave clearly more than went into the bridges, the rest went to somebody
    /// else, and nothing tells which part: that is a payment.
    /// </remarks>
    /// <param name="alone">Whether it gave nothing else.</param>
    /// <param name="isOnlyPayer">Whether nobody else gave anything; asked only where it matters.</param>
    public IReadOnlyList<Crossing> LeavingIn(ChainId chain, TxHash tx, Address payer, ConvertedAmount given, bool alone, Func<bool> isOnlyPayer)
    {
        if (!_leaving.TryGetValue((chain, tx), out var all))
        {
            return [];
        }

        var named = all.FindAll(crossing => EndOf(crossing)!.Party == payer);
        var crossings = named.Count > 0 ? named : isOnlyPayer() ? all : [];
        var same = crossings.FindAll(crossing => EndOf(crossing)!.Asset == given.Asset);
        return same.Count > 0 ? (IsAllOf(given, same) ? same : []) : alone ? crossings : [];
    }

    // A router may keep a twentieth; a bridge that states no amount took all.
    private bool IsAllOf(ConvertedAmount given, List<Crossing> crossings) =>
        crossings.Exists(crossing => EndOf(crossing)!.Amount is null)
        || 20 * crossings.Aggregate(BigInteger.Zero, (sum, crossing) => sum + EndOf(crossing)!.Amount!.Value.Units) >= 19 * (BigInteger)given.Amount.Units;

    /// <summary>Where value enters the bridge (backward: where it had come out).</summary>
    public CrossingEnd? EndOf(Crossing crossing) => _forward ? crossing.Deposit : crossing.Payout;

    /// <summary>Where value comes out of it (backward: where it had entered); null when that is not known.</summary>
    public CrossingEnd? OtherEndOf(Crossing crossing) => _forward ? crossing.Payout : crossing.Deposit;

    private void Add(Crossing crossing)
    {
        if (EndOf(crossing) is not { } end)
        {
            return;
        }

        Add(_leaving, end, crossing);
        _chains.Add(end.Chain);
        if (OtherEndOf(crossing) is { } other)
        {
            Add(_arriving, other, crossing);
        }
    }

    private static void Add(Dictionary<(ChainId, TxHash), List<Crossing>> book, CrossingEnd end, Crossing crossing)
    {
        if (!book.TryGetValue((end.Chain, end.Tx), out var crossings))
        {
            book[(end.Chain, end.Tx)] = crossings = [];
        }

        crossings.Add(crossing);
    }
}
