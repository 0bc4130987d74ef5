using Spoor.Transfers;

namespace Spoor.Detection.Steps;

/// <summary>Finds in a block what concerns the watched owners; everything else is passed over at once.</summary>
internal sealed class StepReader(WatchIndex index, AssetWorth worth)
{
    private readonly List<WatchedPlace> _touched = [];
    private readonly StepOfOwner _ofOwner = new(worth);
    private Block? _last;
    private IReadOnlyList<OwnerStep> _ofLast = [];

    /// <summary>The steps of a block in position order; a transaction with several watched owners gives one step for each.</summary>
    /// <remarks>A block is read twice in a row, first for whom to ask about; the second time costs nothing.</remarks>
    public IReadOnlyList<OwnerStep> Read(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories)
    {
        if (!ReferenceEquals(block, _last))
        {
            (_last, _ofLast) = (block, ReadAnew(block));
        }

        foreach (var step in _ofLast)
        {
            step.Histories = histories;
        }

        return _ofLast;
    }

    /// <summary>Lets go of the block read last, whose steps are somebody's now.</summary>
    public void Forget() => (_last, _ofLast) = (null, []);

    private List<OwnerStep> ReadAnew(Block block)
    {
        if (index.On(block.Chain) is not { } places)
        {
            return [];
        }

        List<OwnerStep> steps = [];
        var transfers = block.Transfers;
        for (int start = 0; start < transfers.Count;)
        {
            int transaction = transfers[start].Position.Transaction;
            int end = start;
            _touched.Clear();
            for (; end < transfers.Count && transfers[end].Position.Transaction == transaction; end++)
            {
                Touch(places, transfers[end].From);
                Touch(places, transfers[end].To);
            }

            if (_touched.Count > 0)
            {
                AddSteps(steps, new(block, start, end, places));
            }

            start = end;
        }

        AddControls(steps, block, places);
        return steps;
    }

    private void Touch(Dictionary<Address, WatchedPlace[]> places, Address? address)
    {
        if (address is { } known && places.TryGetValue(known, out var here))
        {
            foreach (var place in here)
            {
                _touched.Add(place);
            }
        }
    }

    private void AddSteps(List<OwnerStep> steps, TransactionSlice slice)
    {
        if (_touched.Count == 1 || _touched.TrueForAll(place => place.Owner == _touched[0].Owner))
        {
            Add(_touched[0].Owner);
            return;
        }

        foreach (int owner in _touched.Select(place => place.Owner).Distinct().Order().ToList())
        {
            Add(owner);
        }

        void Add(int owner)
        {
            if (_ofOwner.Build(slice, owner) is { } step)
            {
                steps.Add(step);
            }
        }
    }

    // A change of control moves nothing, so its transaction may have no transfer that concerns the owner.
    private static void AddControls(List<OwnerStep> steps, Block block, Dictionary<Address, WatchedPlace[]> places)
    {
        if (block.Controls.Count == 0)
        {
            return;
        }

        var changes =
            from change in block.Controls
            from place in places.GetValueOrDefault(change.Subject, [])
            group change by (place.Owner, change.Position.Transaction) into ofStep
            orderby ofStep.Key.Transaction, ofStep.Key.Owner
            select ofStep;
        foreach (var ofStep in changes)
        {
            Insert(steps, new(block, 0, 0, places), ofStep.Key.Owner, [.. ofStep.Distinct()]);
        }
    }

    private static void Insert(List<OwnerStep> steps, TransactionSlice slice, int owner, IReadOnlyList<ControlChange> controls)
    {
        var block = slice.Block;
        var first = controls[0];
        int known = steps.FindIndex(step => step.Owner == owner && step.Tx == first.Tx);
        if (known >= 0)
        {
            steps[known] = steps[known] with { Controls = controls };
            return;
        }

        var sent = TransactionSlice.SentOf(block, first.Position.Transaction, first.Tx);
        int place = steps.FindIndex(step => step.At > first.Position);
        steps.Insert(place < 0 ? steps.Count : place, new()
        {
            Owner = owner,
            Chain = block.Chain,
            At = first.Position,
            Time = block.Time,
            Tx = first.Tx,
            Controls = controls,
            Sent = sent,
            SentByOwner = sent is null ? null : slice.WalletOf(owner, sent.From) is not null,
        });
    }
}
