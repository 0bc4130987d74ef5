using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>Draws the network through which stolen value can have moved, transfer by transfer in the order of the trace.</summary>
/// <remarks>
/// The walk is that of a trace, but instead of a rule's lots it carries the most that could be stolen. What no unit of the theft
/// can reach, because the money came later or was gone before, is not drawn.
/// </remarks>
internal sealed class NetworkRun
{
    private readonly NetworkContext _context;
    private readonly Timelines _timelines;
    private readonly UtxoNetwork _utxo;
    private readonly PriorityQueue<DueStep, DueStep> _queue;
    private readonly HashSet<Transfer> _settledClaims = new(ReferenceEqualityComparer.Instance);

    public NetworkRun(NetworkContext context)
    {
        _context = context;
        _queue = new(DueStep.InOrderOf(context.Orientation));
        _timelines = new(context);
        _utxo = new(context, Enqueue);
    }

    /// <returns>Whether the network stayed within the limit.</returns>
    public bool TryDraw(int maxArcs, CancellationToken cancellation)
    {
        _context.Claims.Transfers.ForEach(transfer => Enqueue(new(transfer, null, null)));
        foreach (var holding in _context.Claims.Roots)
        {
            Wake(_timelines.Of(holding));
        }

        while (_queue.TryDequeue(out var due, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            Do(due);
            if (_context.Network.Arcs.Count > maxArcs)
            {
                return false;
            }
        }

        Close();
        return true;
    }

    private void Enqueue(DueStep due) => _queue.Enqueue(due, due);

    private void Do(DueStep due)
    {
        if (due.Transaction is { } rows)
        {
            _utxo.Settle(rows);
        }
        else if (due.At.Output is not null)
        {
            _utxo.Claim(due.At);
        }
        else if (due.Timeline is { } timeline ? timeline.Awake && ReferenceEquals(timeline.Next, due.At) : !_settledClaims.Contains(due.At))
        {
            Settle(due.At);
        }
    }

    private void Settle(Transfer transfer)
    {
        var payer = _timelines.AwakeAt(transfer, _context.Orientation.Payer(transfer));
        var payee = _timelines.AwakeAt(transfer, _context.Orientation.Payee(transfer));
        if (transfer.From != transfer.To)
        {
            _timelines.OpenIfShort(payer, transfer);
            var (node, most) = Claim(transfer, payer?.Pay(transfer.Amount.Units) ?? default);
            Deliver(transfer, payer, payee, node, most);
            Resume(payee, transfer);
        }

        Resume(payer, transfer);
    }

    // All of a claimed transfer is stolen; what of it was stolen before bears the first theft's name and goes on all the same.
    private (int Node, UInt128 Most) Claim(Transfer transfer, (int Node, UInt128 Most) taken)
    {
        if (_context.Claims.ClaimOn(transfer) is not { } claim)
        {
            return taken;
        }

        _settledClaims.Add(claim.Transfer);
        _context.Begin(transfer.Asset, claim.Theft, transfer.Time);
        _context.Network.Connect(taken.Node, _context.Ends.Elsewhere(transfer.Asset), taken.Most);
        return (_context.Network.AddSource(transfer.Asset, transfer.Amount.Units), transfer.Amount.Units);
    }

    private void Deliver(Transfer transfer, Timeline? payer, Timeline? payee, int node, UInt128 most)
    {
        if (most == UInt128.Zero)
        {
            payee?.ReceiveClean(transfer.Amount.Units);
            return;
        }

        if (transfer.Kind == TransferKind.Fee && _context.Orientation.Forward)
        {
            _context.Network.Connect(node, _context.Ends.Elsewhere(transfer.Asset), most);
            return;
        }

        _context.SeeExchange(transfer, _context.Orientation.Payer(transfer));
        var address = _context.Orientation.Payee(transfer);
        bool claimed = _context.Claims.ClaimOn(transfer) is not null;
        int hop = claimed || payer is null ? 0 : payer.Hop + 1;
        var onward = _context.Frontier.Of(transfer, address, hop, payee is not null, claimed);
        if (onward == Onward.Stops)
        {
            _context.Network.Connect(node, _context.Ends.Of(address, transfer.Asset), most);
            payee?.ReceiveClean(transfer.Amount.Units);
            return;
        }

        payee ??= _timelines.Of(new(address!.Value, transfer.Asset));
        if (onward == Onward.Either)
        {
            FollowOrStop(transfer, payee, hop, node, most);
            return;
        }

        Follow(transfer, payee, hop, node, most);
    }

    // The way on comes first, because it has room for all; the stops of the payee meet at one node, which has not.
    private void FollowOrStop(Transfer transfer, Timeline payee, int hop, int node, UInt128 most)
    {
        int fork = _context.Network.AddNode();
        _context.Network.Connect(node, fork, most);
        Follow(transfer, payee, hop, fork, most);
        _context.Network.Connect(fork, _context.Ends.Beside(payee.Holding.Address, payee.Holding.Asset, _context.Frontier.StoppedAt(payee.Holding)), most);
    }

    private void Follow(Transfer transfer, Timeline payee, int hop, int node, UInt128 most)
    {
        bool slept = !payee.Awake;
        if (slept)
        {
            _timelines.CatchUp(payee, transfer);
        }

        payee.Hop = Math.Min(payee.Hop, hop);
        _context.Network.Connect(node, payee.Receive(transfer.Amount.Units, most), most);
        if (slept)
        {
            payee.Awake = true;
            Resume(payee, transfer);
        }
    }

    private void Resume(Timeline? timeline, Transfer settled)
    {
        if (timeline is null)
        {
            return;
        }

        if (timeline.Next is { } next && _context.Orientation.Compare(next, settled) == 0)
        {
            timeline.Advance();
        }

        timeline.Awake = timeline.Root || timeline.Most > UInt128.Zero;
        Wake(timeline);
    }

    private void Wake(Timeline timeline)
    {
        timeline.Awake |= timeline.Root;
        if (timeline.Awake && timeline.Next is { } next)
        {
            Enqueue(new(next, timeline, null));
        }
    }

    private void Close()
    {
        foreach (var timeline in _timelines.All)
        {
            _timelines.ApplyMoments(timeline, null);
            var (node, most) = timeline.Empty();
            _context.Network.Connect(node, _context.Ends.Of(timeline.Holding.Address, timeline.Holding.Asset), most);
        }

        _utxo.Close();
    }
}
