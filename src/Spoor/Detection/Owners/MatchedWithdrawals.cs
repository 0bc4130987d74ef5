using System.Collections.Immutable;

namespace Spoor.Detection.Owners;

/// <summary>The withdrawals that covered a payment, by their numbers; bounded, and copied for nothing.</summary>
internal sealed class MatchedWithdrawals
{
    /// <summary>The numbers kept; beyond that the one that was matched first is forgotten.</summary>
    public const int Most = 100_000;

    public static readonly MatchedWithdrawals None = new([], []);

    private readonly ImmutableHashSet<string> _ids;
    private readonly ImmutableQueue<(string Id, DateTimeOffset Ordered)> _order;

    private MatchedWithdrawals(ImmutableHashSet<string> ids, ImmutableQueue<(string Id, DateTimeOffset Ordered)> order)
    {
        _ids = ids;
        _order = order;
    }

    /// <summary>In the order they were matched.</summary>
    public IEnumerable<(string Id, DateTimeOffset Ordered)> All => _order;

    public static MatchedWithdrawals Of(IEnumerable<(string Id, DateTimeOffset Ordered)> matched) =>
        matched.Aggregate(None, (all, one) => all.With(one.Id, one.Ordered));

    public bool Has(string id) => _ids.Contains(id);

    public MatchedWithdrawals With(Withdrawal withdrawal) => With(withdrawal.Id, withdrawal.Ordered);

    /// <summary>Without those that nobody waits for any more.</summary>
    public MatchedWithdrawals Without(DateTimeOffset before)
    {
        var left = this;
        while (!left._order.IsEmpty && left._order.Peek().Ordered < before)
        {
            left = left.WithoutFirst();
        }

        return left;
    }

    private MatchedWithdrawals With(string id, DateTimeOffset ordered)
    {
        if (_ids.Contains(id))
        {
            return this;
        }

        var room = _ids.Count < Most ? this : WithoutFirst();
        return new(room._ids.Add(id), room._order.Enqueue((id, ordered)));
    }

    private MatchedWithdrawals WithoutFirst() => new(_ids.Remove(_order.Peek().Id), _order.Dequeue());
}
