using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Mixers;

/// <summary>Deposits to pools of Ethereum, withdrawals and ordinary payments, as transfers; every one in a transaction and block of its own.</summary>
internal sealed class PoolStory
{
    public static readonly ChainId Chain = ChainId.Parse("eip155:1");
    public static readonly AssetId Ether = new(Chain, "slip44:60");
    public static readonly DateTimeOffset Begin = new(2021, 2, 1, 0, 0, 0, TimeSpan.Zero);

    // Before London, so that senders choose their gas price.
    private const long FirstBlock = 11_800_000;
    private const int SecondsInBlock = 13;

    private static readonly Address Router = MixerRegistry.Routers.First(router => router.Chain == Chain).Address;

    private readonly List<Transfer> _transfers = [];
    private readonly Dictionary<TxHash, Amount> _gasPrices = [];
    private int _transactions;

    public IReadOnlyList<Transfer> Transfers => _transfers;

    public IReadOnlyDictionary<TxHash, Amount> GasPrices => _gasPrices;

    public static MixerPool Pool(string name) => MixerRegistry.On(Chain).Single(pool => pool.Name == name);

    public static Address At(string name) => Story.At(name);

    /// <summary>One note of the pool put in, through the router where it is asked for.</summary>
    public TxHash Deposit(string who, string pool, int minute, ulong? gasPrice = null, bool throughRouter = false)
    {
        var tx = Next(gasPrice);
        var note = Pool(pool);
        Add(tx, minute, Phase.First, 0, At(who), null, TransferKind.Fee, 5_000);
        if (throughRouter)
        {
            Add(tx, minute, Phase.Value, 0, At(who), Router, TransferKind.Native, note.Denomination.Units);
        }

        Add(tx, minute, Phase.Value, 1, throughRouter ? Router : At(who), note.Address, TransferKind.Native, note.Denomination.Units);
        return tx;
    }

    /// <summary>One note taken out; without a relayer the recipient sends the transaction itself.</summary>
    public TxHash Withdraw(string to, string pool, int minute, string? relayer = "relayer", ulong? gasPrice = null)
    {
        var tx = Next(gasPrice);
        var note = Pool(pool);
        var fee = relayer is null ? 0 : note.Denomination.Units / 100;
        Add(tx, minute, Phase.First, 0, At(relayer ?? to), null, TransferKind.Fee, 9_000);
        Add(tx, minute, Phase.Value, 0, note.Address, At(to), TransferKind.Native, note.Denomination.Units - fee);
        if (relayer is not null)
        {
            Add(tx, minute, Phase.Value, 1, note.Address, At(relayer), TransferKind.Native, fee);
        }

        return tx;
    }

    public TxHash Pay(string from, string to, int minute, UInt128? amount = null)
    {
        var tx = Next(null);
        Add(tx, minute, Phase.Value, 0, At(from), At(to), TransferKind.Native, amount ?? 1_000_000);
        return tx;
    }

    public MixerActivity Activity() => MixerActivity.Of(Chain, _transfers.GroupBy(transfer => transfer.Tx).Where(IsAtPool).SelectMany(group => group), _gasPrices);

    public MixerLinks Links(MixerParameters? parameters = null, IReadOnlyList<MiningClaim>? claims = null) => MixerLinks.Of(Ground(parameters, claims));

    public MixerGround Ground(MixerParameters? parameters = null, IReadOnlyList<MiningClaim>? claims = null) => new(
        Activity(),
        new(_transfers.GroupBy(transfer => transfer.Tx).Where(group => !IsAtPool(group)).SelectMany(group => group), new HashSet<Address>()),
        claims ?? [],
        parameters ?? new());

    /// <summary>The same story without some of its transactions, or in another order.</summary>
    public PoolStory With(IEnumerable<Transfer> transfers)
    {
        var other = new PoolStory { _transactions = _transactions };
        other._transfers.AddRange(transfers);
        foreach (var (tx, price) in _gasPrices)
        {
            other._gasPrices[tx] = price;
        }

        return other;
    }

    private static bool IsAtPool(IEnumerable<Transfer> ofTransaction) => ofTransaction.Any(transfer =>
        (transfer.To is { } to && MixerRegistry.TryGet(Chain, to, out _)) || (transfer.From is { } from && MixerRegistry.TryGet(Chain, from, out _)));

    private TxHash Next(ulong? gasPrice)
    {
        var tx = Story.Tx(_transactions++);
        if (gasPrice is { } price)
        {
            _gasPrices[tx] = new(price);
        }

        return tx;
    }

    private void Add(TxHash tx, int minute, Phase phase, int index, Address from, Address? to, TransferKind kind, UInt128 amount) => _transfers.Add(new()
    {
        Position = new(FirstBlock + ((long)minute * 60 / SecondsInBlock), (int)(uint)tx.Low, phase, index),
        Time = Begin.AddMinutes(minute),
        Tx = tx,
        Kind = kind,
        From = from,
        To = to,
        Asset = Ether,
        Amount = new(amount),
    });
}
