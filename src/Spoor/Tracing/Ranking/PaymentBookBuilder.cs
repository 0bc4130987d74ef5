using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Turns the transfers of an address into what its ranking method walks on.</summary>
internal sealed class PaymentBookBuilder(RankingRequest request, IRankingHistories histories, Func<Address, int> numberOf)
{
    private static readonly Position Nowhere = new(0, 0, Phase.First, 0);

    private readonly Dictionary<AssetId, int> _assets = [];

    public int NumberOf(AssetId asset)
    {
        if (!request.Method.ByValue)
        {
            return 0;
        }

        if (!_assets.TryGetValue(asset, out int number))
        {
            _assets[asset] = number = _assets.Count;
        }

        return number;
    }

    public PaymentBook Build(Address owner, IReadOnlyList<Transfer> transfers)
    {
        var movements = Movements.Of(owner, transfers, histories.TransactionOf);
        if (request.Assets is { } wanted)
        {
            movements.RemoveAll(movement => !wanted.Contains(movement.Asset));
        }

        movements = request.Method.ThroughSwaps ? NetMovements.Of(movements) : movements;
        movements.RemoveAll(movement => movement is { IsMint: true, SwappedFor: null });
        int[] neighbours = [.. movements.Select(movement => movement.Party).Where(party => request.Method.HasDirection || !party.IsZeroAccount).Distinct().Select(numberOf)];
        int[] assets = request.Method.ByValue ? [.. movements.Select(movement => movement.Asset).Distinct().Order().Select(NumberOf)] : [0];
        if (!request.Method.HasDirection)
        {
            List<WeighedPayment> alike = [.. neighbours.Select(party => new WeighedPayment(Nowhere, 0, party, 1, WeighedPayment.NoSwap))];
            return new(new(alike, onward: true), new([], onward: false), neighbours, assets);
        }

        List<WeighedPayment> paid = [.. movements.Where(movement => movement.Paid).Select(Weigh)];
        List<WeighedPayment> received = [.. movements.Where(movement => !movement.Paid).Select(Weigh)];
        return new(new(paid, onward: true), new(received, onward: false), neighbours, assets);
    }

    private WeighedPayment Weigh(Movement movement) => new(
        movement.At,
        NumberOf(movement.Asset),
        numberOf(movement.Party),
        request.Method.ByValue ? (double)movement.Amount.Units / movement.Parts : 1,
        movement.SwappedFor is { } asset ? NumberOf(asset) : WeighedPayment.NoSwap);
}
