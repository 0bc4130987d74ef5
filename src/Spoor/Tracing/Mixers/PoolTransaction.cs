using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>One transaction that touches a pool, read from its transfers alone.</summary>
/// <remarks>
/// A deposit is a payment of the denomination to the pool. A withdrawal is what the pool pays in one go: the denomination less a
/// fee to the recipient first, then the fee to the relayer (Tornado Cash, <c>_processWithdraw</c>).
/// </remarks>
/// <param name="transfers">All of the transaction, in order.</param>
internal sealed class PoolTransaction(IReadOnlyList<Transfer> transfers, Amount? gasPrice)
{
    // A wallet behind a router behind another contract; deeper nobody has been seen.
    private const int MaxRouters = 4;

    private readonly Address? _sender = transfers.FirstOrDefault(transfer => transfer.Kind == TransferKind.Fee)?.From;

    /// <summary>Whether a pool paid or was paid something that fits neither; known after both were read.</summary>
    public bool IsUnclear { get; private set; }

    public IEnumerable<MixerDeposit> Deposits()
    {
        foreach (var payment in transfers)
        {
            if (payment.Amount.IsZero || payment.From is not { } payer || PoolAt(payment, payment.To) is not { } pool)
            {
                continue;
            }

            if (payment.Amount == pool.Denomination)
            {
                yield return new(pool, payment.Position, payment.Time, payment.Tx, PayerBehind(payer, pool.Asset), gasPrice);
            }
            else
            {
                IsUnclear = true;
            }
        }
    }

    public IEnumerable<MixerWithdrawal> Withdrawals()
    {
        foreach (var paid in transfers.Where(payment => !payment.Amount.IsZero && payment.To is not null && PoolAt(payment, payment.From) is not null).GroupBy(payment => payment.From))
        {
            var payments = paid.ToList();
            var pool = PoolAt(payments[0], payments[0].From)!;
            for (int i = 0; i < payments.Count; i++)
            {
                bool isWhole = payments[i].Amount == pool.Denomination;
                bool isPair = !isWhole && i + 1 < payments.Count && payments[i].Amount + payments[i + 1].Amount == pool.Denomination;
                IsUnclear |= !isWhole && !isPair;
                if (isWhole)
                {
                    yield return Of(pool, payments[i], null);
                }
                else if (isPair)
                {
                    yield return InOrder(pool, payments[i], payments[i + 1]);
                    i++;
                }
            }
        }
    }

    // Files without a place inside the block cannot tell which payment was first; the fee is the smaller one, or nobody would withdraw.
    private MixerWithdrawal InOrder(MixerPool pool, Transfer first, Transfer second) =>
        first.Position == second.Position && first.Amount < second.Amount ? Of(pool, second, first) : Of(pool, first, second);

    private MixerWithdrawal Of(MixerPool pool, Transfer payment, Transfer? fee)
    {
        var recipient = payment.To!.Value;
        bool isOwn = fee is null && _sender == recipient;
        return new()
        {
            Pool = pool,
            Position = payment.Position,
            Time = payment.Time,
            Tx = payment.Tx,
            Recipient = recipient,
            Relayer = fee?.To ?? (_sender == recipient ? null : _sender),
            Fee = fee?.Amount ?? Amount.Zero,
            IsSelfRelayed = isOwn,
            GasPrice = gasPrice,
        };
    }

    // Who passes on all that it got of the asset in the transaction stands between the pool and the wallet.
    private Address PayerBehind(Address payer, AssetId asset)
    {
        for (int step = 0; step < MaxRouters && IsPassing(payer, asset); step++)
        {
            var behind = transfers.Where(transfer => transfer.Asset == asset && transfer.To == payer && !transfer.Amount.IsZero)
                .Select(transfer => transfer.From).OfType<Address>().Distinct().ToList();
            if (behind.Count != 1)
            {
                return behind.Count > 1 && _sender is { } sender && behind.Contains(sender) ? sender : payer;
            }

            payer = behind[0];
        }

        return payer;
    }

    private bool IsPassing(Address address, AssetId asset)
    {
        var value = transfers.Where(transfer => transfer.Asset == asset && transfer.Kind != TransferKind.Fee).ToList();
        bool gets = value.Any(transfer => transfer.To == address && !transfer.Amount.IsZero);
        return gets && (MixerRegistry.IsRouter(asset.Chain, address) || NetPosition.Of(value).All(position => position.Holding.Address != address));
    }

    private static MixerPool? PoolAt(Transfer payment, Address? address) =>
        payment.Kind is TransferKind.Native or TransferKind.Token && address is { } at && MixerRegistry.TryGet(payment.Chain, at, out var pool) && pool.Asset == payment.Asset
            ? pool
            : null;
}
