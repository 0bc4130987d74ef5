using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The bridges of a request by transaction, in the direction of the trace.</summary>
internal sealed class CrossingBook
{
    private readonly Dictionary<(ChainId, TxHash), List<Crossing>> _leaving = [];
    private readonly HashSet<(ChainId, TxHash)> _arriving = [];
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

    public bool ArriveIn(ChainId chain, TxHash tx) => _arriving.Contains((chain, tx));

    /// <summary>The bridges into which an address gave all that it gave in a transaction.</summary>
    /// <remarks>
    /// Whoever the bridge names as payer is it. Routers stand between, so one who paid at least as much of the asset counts, too,
    /// and with a single deposit in the transaction whoever got nothing for his payment.
    /// </remarks>
    public IReadOnlyList<Crossing> LeavingIn(ChainId chain, TxHash tx, Address payer, ConvertedAmount given)
    {
        if (!_leaving.TryGetValue((chain, tx), out var crossings))
        {
            return [];
        }

        var named = crossings.FindAll(crossing => EndOf(crossing)!.Party == payer);
        return named.Count > 0 ? named
            : crossings.Count == 1 ? crossings
            : crossings.FindAll(crossing => EndOf(crossing) is { } end && end.Asset == given.Asset && end.Amount is { } amount && amount <= given.Amount);
    }

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

        if (!_leaving.TryGetValue((end.Chain, end.Tx), out var crossings))
        {
            _leaving[(end.Chain, end.Tx)] = crossings = [];
        }

        crossings.Add(crossing);
        _chains.Add(end.Chain);
        if (OtherEndOf(crossing) is { } other)
        {
            _arriving.Add((other.Chain, other.Tx));
        }
    }
}
