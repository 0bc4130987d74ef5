using Spoor.Screening.Walks;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>A chain of accounts: holdings, and the movements between them in order.</summary>
internal sealed class AccountGround : ChainGround
{
    private readonly Movement[] _movements;
    private readonly int[] _owners;
    private readonly int[] _assetNumbers;
    private readonly IReadOnlyList<AssetId> _assets;
    private readonly bool[] _listed;
    private readonly Groups _in;
    private readonly Groups _out;
    private readonly Groups _holdings;

    internal AccountGround(
        ChainId chain, AddressNumbers addresses, Movement[] movements, int[] owners, int[] assetNumbers, IReadOnlyList<AssetId> assets, bool[] listed)
        : base(chain, addresses)
    {
        (_movements, _owners, _assetNumbers, _assets, _listed) = (movements, owners, assetNumbers, assets, listed);
        _in = Groups.Of(owners.Length, movements.Length, edge => movements[edge].To);
        _out = Groups.Of(owners.Length, movements.Length, edge => movements[edge].From);
        _holdings = Groups.Of(addresses.Count, owners.Length, holding => owners[holding]);
        Highest = movements.Length == 0 ? 0 : movements[^1].Position.Block;
        for (int holding = 0; holding < owners.Length; holding++)
        {
            Pools.Fill(_movements, _in.Of(holding), _out.Of(holding));
        }

        SumBusy(owners.Length);
    }

    public override long Count => _movements.Length;

    public override ReadOnlySpan<int> HoldingsOf(int address) => _holdings.Of(address);

    public override AssetId AssetOf(int holding) => _assets[_assetNumbers[holding]];

    public override bool IsListed(int holding) => _listed[_assetNumbers[holding]];

    public override int PaymentsOf(int holding, ExposureSide side) => EdgesOf(holding, side).Length;

    public override ReadOnlySpan<int> PaymentEdgesOf(int holding, ExposureSide side) => EdgesOf(holding, side);

    public override (Share Share, bool IsPriced)? PaidBy(int edge, ExposureSide side)
    {
        ref readonly var movement = ref _movements[edge];
        return side == ExposureSide.Outgoing && movement.To < 0
            ? null
            : (new(movement.Amount, movement.Micros < 0 ? UInt128.Zero : (UInt128)movement.Micros), movement.Micros >= 0);
    }

    public override int SenderOf(int edge) => _movements[edge].From;

    // They are given in it.
    public override void Arrange(List<(int Edge, Share Share)> roots, ExposureSide side)
    {
    }

    public ref readonly Movement At(int edge) => ref _movements[edge];

    public int OwnerOf(int holding) => _owners[holding];

    public ReadOnlySpan<int> EdgesOf(int holding, ExposureSide side) => side == ExposureSide.Incoming ? _in.Of(holding) : _out.Of(holding);

    /// <summary>The place, among the payments of a holding, of the first that a walk meets behind an edge.</summary>
    public int Beyond(int holding, ExposureSide side, int edge)
    {
        int found = EdgesOf(holding, side).BinarySearch(edge);
        int place = found >= 0 ? found : ~found;
        return side == ExposureSide.Incoming ? place - 1 : found >= 0 ? place + 1 : place;
    }

    public override int CounterpartiesOf(int address, int least)
    {
        var holdings = _holdings.Of(address);
        long most = 0;
        foreach (int holding in holdings)
        {
            most += _in.Of(holding).Length + _out.Of(holding).Length;
        }

        if (most < least)
        {
            return (int)most;
        }

        HashSet<int> others = [];
        foreach (int holding in holdings)
        {
            AddOwners(others, _in.Of(holding), ofPayers: true);
            AddOwners(others, _out.Of(holding), ofPayers: false);
        }

        return others.Count;
    }

    public override void Walk(int holding, ExposureSide side, WalkTally tally) =>
        new AccountWalk(this, tally, side).Run(new WalkRoots(this, holding, side, tally).List());

    public override IReadOnlyList<TrailStep> StepsOf(WalkEnd end, ExposureSide side)
    {
        List<TrailStep> steps = [StepOf(end.Edge)];
        for (var step = end.Way; step is not null; step = step.Next)
        {
            steps.Add(StepOf(step.Edge));
        }

        if (side == ExposureSide.Outgoing)
        {
            steps.Reverse();
        }

        return steps;
    }

    public override long BlockOf(WalkEnd end, ExposureSide side) => _movements[end.Edge].Position.Block;

    private TrailStep StepOf(int edge)
    {
        ref readonly var movement = ref _movements[edge];
        return new(movement.Tx, movement.Position, DateTimeOffset.FromUnixTimeSeconds(movement.Time), AddressOf(movement.From), AddressOf(movement.To), new(movement.Amount));
    }

    private Address? AddressOf(int holding) => holding < 0 ? null : Addresses[_owners[holding]];

    private void AddOwners(HashSet<int> others, ReadOnlySpan<int> edges, bool ofPayers)
    {
        foreach (int edge in edges)
        {
            int other = ofPayers ? _movements[edge].From : _movements[edge].To;
            if (other >= 0)
            {
                others.Add(_owners[other]);
            }
        }
    }
}
