namespace Spoor.Tracing.Ranking;

/// <summary>What one push does with the mass of an address: settles its part and sends the rest on.</summary>
/// <remarks>
/// Every chip enters a side at its first payment that counts, with its mass per unit of weight from there on; one pass adds
/// up what has entered and gives each payment its weight's worth. A payment that was a swap gives its mass back to the
/// same address, to enter at the first later payment of the asset received. So a push costs what its chips and payments
/// are, however many swaps lie between.
/// </remarks>
internal sealed class Spreading(RankingRequest request, Action<int, Chip> receive)
{
    private const double Million = 1_000_000;

    private readonly RankingMethod _method = request.Method;
    private readonly Shares _shares = Shares.Of(request);
    private double[] _entering = [];
    private double[] _density = [];

    public void Push(RankingNode node, PaymentBook book)
    {
        Reserve(Math.Max(book.Paid.Payments.Length, book.Received.Payments.Length), Math.Max(book.Paid.AssetCount, book.Received.AssetCount));
        var chips = node.Pile.Chips.ToArray();
        node.Pile.Clear();

        // One side after the other, because both enter into the same numbers.
        Pass(node, book.Paid, Settle(node, book, chips));
        Pass(node, book.Received, EnterReceived(book, chips));
    }

    /// <summary>Does all but the payments received.</summary>
    /// <returns>The first payment made that anything enters at.</returns>
    private int Settle(RankingNode node, PaymentBook book, Chip[] chips)
    {
        int from = WalkSide.None;
        double stay = 0;
        foreach (var chip in chips)
        {
            var (paid, received) = EntriesOf(book, chip);
            double mass = chip.Mass / Whole(paid, received);
            node.Settled += _shares.Settle * mass;
            node.Held += Unsent(paid, received) * mass;
            stay += _shares.Stay * mass;
            from = Enter(book.Paid, paid, _shares.Paid * mass, from);
        }

        if (stay > 0)
        {
            node.Pile.Add(new(0, Chip.Beginning, Chip.End, stay));
        }

        return from;
    }

    private int EnterReceived(PaymentBook book, Chip[] chips)
    {
        int from = WalkSide.None;
        foreach (var chip in chips)
        {
            var (paid, received) = EntriesOf(book, chip);
            from = Enter(book.Received, received, _shares.Received * (chip.Mass / Whole(paid, received)), from);
        }

        return from;
    }

    private static (int Paid, int Received) EntriesOf(PaymentBook book, Chip chip) =>
        (book.Paid.EntryOf(chip.Asset, chip.After), book.Received.EntryOf(chip.Asset, chip.Before));

    /// <summary>What the shares come to that are given away: all of them, unless what cannot be sent is shared again.</summary>
    private double Whole(int paid, int received) => request.Sinks == SinkRule.Hold ? 1 : 1 - Missing(paid, received);

    private double Unsent(int paid, int received) => request.Sinks == SinkRule.Hold ? Missing(paid, received) : 0;

    private double Missing(int paid, int received) =>
        (paid == WalkSide.None ? _shares.Paid : 0) + (received == WalkSide.None ? _shares.Received : 0);

    /// <returns>The first payment that anything enters at.</returns>
    private int Enter(WalkSide side, int at, double mass, int from)
    {
        if (at == WalkSide.None || mass == 0)
        {
            return from;
        }

        _entering[at] += mass / side.WeightFrom(at);
        return from == WalkSide.None ? at : Math.Min(from, at);
    }

    private void Pass(RankingNode node, WalkSide side, int from)
    {
        if (from == WalkSide.None)
        {
            return;
        }

        Array.Clear(_density, 0, side.AssetCount);
        var payments = side.Payments;
        for (int at = from; at < payments.Length; at++)
        {
            double density = _density[side.LocalAsset(at)] += _entering[at];
            _entering[at] = 0;
            double mass = density * payments[at].Weight;
            if (mass > 0)
            {
                Send(node, side, at, mass);
            }
        }
    }

    private void Send(RankingNode node, WalkSide side, int at, double mass)
    {
        var payment = side.Payments[at];
        if (payment.SwappedFor == WeighedPayment.NoSwap)
        {
            receive(payment.Party, _method.InOrder
                ? new(payment.Asset, payment.At, payment.At, mass)
                : new(payment.Asset, Chip.Beginning, Chip.End, mass));
            return;
        }

        int onward = side.EntryAfterSwap(at);
        if (onward == WalkSide.None)
        {
            node.Held += mass;
            return;
        }

        _entering[onward] += mass / side.WeightFrom(onward);
    }

    private void Reserve(int payments, int assets)
    {
        if (_entering.Length < payments)
        {
            Array.Resize(ref _entering, 2 * payments);
        }

        if (_density.Length < assets)
        {
            Array.Resize(ref _density, 2 * assets);
        }
    }

    /// <summary>The parts of what is pushed; together one.</summary>
    private readonly record struct Shares(double Settle, double Paid, double Received, double Stay)
    {
        public static Shares Of(RankingRequest request)
        {
            double alpha = request.AlphaPerMillion / Million;
            double beta = request.Method.HasDirection ? request.BetaPerMillion / Million : 1;
            double stay = request.Method.IsLazy ? (1 - alpha) / 2 : 0;
            double along = (1 - alpha - stay) * beta;
            double against = (1 - alpha - stay) * (1 - beta);
            return request.Direction == TraceDirection.Out || !request.Method.HasDirection
                ? new(alpha, along, against, stay)
                : new(alpha, against, along, stay);
        }
    }
}
