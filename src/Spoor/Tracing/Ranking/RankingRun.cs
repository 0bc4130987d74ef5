using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>One ranking: mass is passed on from where most of it lies until nowhere lies more than epsilon.</summary>
/// <remarks>
/// Each push settles alpha of more than epsilon, and no mass is made, so there are at most seeds / (alpha · epsilon) pushes,
/// however large the chain is. A run may be executed again after more transfers came to hand; it starts over.
/// </remarks>
internal sealed class RankingRun
{
    private const double Million = 1_000_000;

    private const int PushesBetweenLooks = 1_024;

    private readonly RankingRequest _request;
    private readonly IRankingHistories _histories;
    private readonly PaymentBookBuilder _builder;
    private readonly Spreading _spreading;
    private readonly List<RankingNode> _nodes = [];
    private readonly Dictionary<Address, int> _numbers = [];
    private readonly ResidualHeap _heap = new();
    private long _pushes;

    public RankingRun(RankingRequest request, IRankingHistories histories)
    {
        request.RefuseSenselessShares();
        _request = request;
        _histories = histories;
        _builder = new(request, histories, NumberOf);
        _spreading = new(request, Receive);
    }

    public RankedList Execute(CancellationToken cancellation)
    {
        _nodes.ForEach(node => node.StartOver());
        _heap.Clear();
        _pushes = 0;
        foreach (var seed in _request.Seeds)
        {
            Begin(seed);
        }

        double epsilon = _request.EpsilonPerMillion / Million;
        while (_heap.TryPeek(out int number, out double key) && (_request.Method.IsLazy ? key >= epsilon : key > epsilon))
        {
            _heap.RemoveTop();
            Push(number);
            if (_pushes % PushesBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return ListOf();
    }

    private void Begin(RankingSeed seed)
    {
        int number = NumberOf(seed.Address);
        _nodes[number].IsSeed = true;
        var book = BookOf(_nodes[number]);
        int[] assets = seed.Asset is { } asset ? [_builder.NumberOf(asset)] : book?.Assets ?? [];
        bool inOrder = _request.Method.InOrder;
        var after = inOrder ? seed.After ?? Chip.Beginning : Chip.Beginning;
        var before = inOrder ? seed.Before ?? Chip.End : Chip.End;
        foreach (int one in assets)
        {
            Receive(number, new(one, after, before, 1.0 / assets.Length));
        }

        // It never moved anything, or nothing that counts.
        _nodes[number].Held += assets.Length == 0 ? 1 : 0;
    }

    private void Push(int number)
    {
        var node = _nodes[number];
        if (IsEnd(node))
        {
            _pushes++;
            node.Held += node.Pile.Mass;
            node.Pile.Clear();
        }
        else if (BookOf(node) is { } book)
        {
            _pushes++;
            _spreading.Push(node, book);
            if (node.Pile.Mass > 0)
            {
                _heap.Raise(number, node.Address, KeyOf(node));
            }
        }
        else
        {
            node.IsSetAside = true;
        }
    }

    private void Receive(int number, Chip chip)
    {
        var node = _nodes[number];
        node.Pile.Add(chip);
        if (!node.IsSetAside)
        {
            _heap.Raise(number, node.Address, KeyOf(node));
        }
    }

    /// <summary>What is compared with epsilon: the mass, or, as Andersen, Chung and Lang have it, the mass for each neighbour.</summary>
    private double KeyOf(RankingNode node) =>
        _request.Method.IsLazy && !IsEnd(node) ? node.Pile.Mass / Math.Max(1, BookOf(node)?.Neighbours.Length ?? 1) : node.Pile.Mass;

    private bool IsEnd(RankingNode node) => !node.IsSeed && _histories.IsEnd(node.Address);

    private PaymentBook? BookOf(RankingNode node)
    {
        if (node.Book is null && _histories.Of(node.Address) is { } transfers)
        {
            node.Book = _builder.Build(node.Address, transfers);
        }

        return node.Book;
    }

    private int NumberOf(Address address)
    {
        if (!_numbers.TryGetValue(address, out int number))
        {
            _numbers[address] = number = _nodes.Count;
            _nodes.Add(new(address));
        }

        return number;
    }

    private RankedList ListOf()
    {
        List<int> order = [.. Enumerable.Range(0, _nodes.Count).Where(number => _nodes[number].Score > 0)];
        order.Sort((a, b) => _nodes[b].Score.CompareTo(_nodes[a].Score) is var first && first != 0 ? first : _nodes[a].Address.CompareTo(_nodes[b].Address));
        double all = order.Sum(number => _nodes[number].Score);
        return new()
        {
            Request = _request,
            Addresses = [.. order.Select(number => new RankedAddress(_nodes[number].Address, Rounded(_nodes[number].Score / all), Rounded(_nodes[number].Held / all)))],
            Community = LocalCommunity.SizeOf(_nodes, order, _request.CommunityPerMillion / Million),
            Pushes = _pushes,
            Mass = new(
                Rounded(order.Sum(number => _nodes[number].Settled)),
                Rounded(order.Sum(number => _nodes[number].Held)),
                Rounded(_nodes.Sum(node => node.Pile.Mass))),
        };
    }

    private static decimal Rounded(double value) => decimal.Round((decimal)value, 12);
}
