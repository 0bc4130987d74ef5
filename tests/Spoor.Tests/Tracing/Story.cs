using System.Globalization;
using System.Numerics;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>A short history told in names and small numbers, as transfers.</summary>
internal sealed class Story
{
    public static readonly ChainId Chain = ChainId.Parse("eip155:1");
    public static readonly AssetId Coin = new(Chain, "slip44:60");
    public static readonly ChainId Bitcoin = ChainId.Parse("bip122:000000000019d6689c085ae165831e93");
    public static readonly AssetId Btc = new(Bitcoin, "slip44:0");
    public static readonly DateTimeOffset Begin = new(2023, 9, 12, 13, 0, 0, TimeSpan.Zero);

    /// <summary>Another asset of the same chain.</summary>
    public static readonly AssetId Dollar = new(Chain, "erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");

    /// <summary>One more.</summary>
    public static readonly AssetId Share = new(Chain, "erc20:0x6b175474e89094c44da98b954eedeac495271d0f");

    private readonly List<Transfer> _transfers = [];

    public IReadOnlyList<Transfer> Transfers => _transfers;

    public MemoryTransferStore Store => MemoryTransferStore.Load(_transfers);

    /// <summary>An address by name; the name is in its bytes, so that a failure can be read.</summary>
    public static Address At(string name) => Named(AddressKind.Account20, name);

    /// <summary>The same on a UTXO chain.</summary>
    public static Address Wallet(string name) => Named(AddressKind.PubKeyHash, name);

    public static TxHash Tx(int number) => new(UInt128.Zero, (UInt128)number + 1);

    /// <summary>One payment in a transaction of its own; one minute and one block after the last.</summary>
    public Story Pay(string from, string to, UInt128 amount, AssetId? asset = null) =>
        Add(from, to, amount, asset ?? Coin, TransferKind.Native, Phase.Value, _transfers.Count, _transfers.Count);

    public Story Pay(string from, string to, UInt128 amount, int block) =>
        Add(from, to, amount, Coin, TransferKind.Native, Phase.Value, block, _transfers.Count);

    public Story Fee(string from, UInt128 amount, AssetId? asset = null) =>
        Add(from, null, amount, asset ?? Coin, TransferKind.Fee, Phase.First, _transfers.Count, _transfers.Count);

    /// <summary>One transaction with several movements, in this order.</summary>
    public Story Act(params (string From, string To, UInt128 Amount, AssetId Asset)[] movements)
    {
        int number = _transfers.Count;
        for (int i = 0; i < movements.Length; i++)
        {
            var (from, to, amount, asset) = movements[i];
            Add(from, to, amount, asset, TransferKind.Token, Phase.Log, number, number);
            _transfers[^1] = _transfers[^1] with { Position = new(number, number, Phase.Log, i), Occurrence = movements[..i].Count(movement => movement == movements[i]) };
        }

        return this;
    }

    /// <summary>A UTXO transaction: inputs as (transaction, output) of earlier ones or null for coins from nowhere known.</summary>
    public Story Spend(int tx, (int Tx, int Output, UInt128 Amount)[] inputs, (string To, UInt128 Amount)[] outputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            var (spentTx, output, amount) = inputs[i];
            var quality = amount == UInt128.MaxValue ? AmountQuality.Unknown : AmountQuality.Exact;
            _transfers.Add(Utxo(tx, TransferKind.UtxoIn, i, quality == AmountQuality.Unknown ? 0 : amount, new(Tx(spentTx), output)) with
            {
                Quality = quality,
                From = _transfers.Find(row => row.Kind == TransferKind.UtxoOut && row.Output == new Outpoint(Tx(spentTx), output))?.To,
            });
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            _transfers.Add(Utxo(tx, TransferKind.UtxoOut, i, outputs[i].Amount, new(Tx(tx), i)) with { To = Wallet(outputs[i].To) });
        }

        return this;
    }

    /// <summary>A claim on the payment with this number.</summary>
    public static TheftClaim Theft(int payment) => new TheftClaim.ByTransaction(Chain, Tx(payment));

    public Trace Trace(TaintRule rule, TheftClaim claim, StopRules? stops = null) => Trace(rule, [claim], stops);

    public Trace Trace(TaintRule rule, IReadOnlyList<TheftClaim> claims, StopRules? stops = null, TraceDirection direction = TraceDirection.Out) =>
        Tracer.Run(Store, new() { Rule = rule, Claims = claims, Stops = stops ?? StopRules.None, Direction = direction });

    /// <summary>All of a trace as text, for comparing two.</summary>
    public static string Dump(Trace trace) => string.Join('\n', [
        .. trace.Thefts.Select(theft => $"theft {theft.Id} {theft.Amount}"),
        .. trace.Holdings.Select(holding => $"holding {holding.Asset} {holding.Address} hop {holding.Hop} in {holding.Received} held {holding.Held} out {holding.Sent} {holding.Stop} {holding.First:O} {holding.Last:O}"),
        .. trace.Transfers.Select(traced => $"transfer {traced.Transfer.Position} {traced.Transfer.From} {traced.Transfer.To} {traced.Tainted} of {traced.Transfer.Amount} theft {traced.Theft}"),
        .. trace.Conversions.Select(traced => $"conversion {traced.Conversion.First.Position} {traced.Conversion.Address} theft {traced.Theft} for {traced.Origin} gave {string.Join(',', traced.Given)} got {string.Join(',', traced.Received)} {traced.Crossing?.Name} {traced.Arrival?.Position}"),
        .. trace.Openings.Select(opening => $"opening {opening.Address} {opening.Amount} {opening.Theft}"),
        .. trace.Collisions.Select(collision => $"collision {collision.Address} {collision.Amount} {collision.Kept} {collision.Claimed}"),
        .. trace.Books.Select(book => $"book {book.Theft} stolen {book.Stolen} over {book.Overcount} held {book.Held} fees {book.Fees} stopped {string.Join(',', book.Stopped)} difference {book.Difference}"),
    ]);

    public static BigInteger Held(Trace trace, string name) =>
        trace.Holdings.Where(holding => holding.Address == At(name) || holding.Address == Wallet(name)).Aggregate(BigInteger.Zero, (sum, holding) => sum + holding.Held.Units);

    public static BigInteger Sent(Trace trace, int payment) =>
        trace.Transfers.Where(traced => traced.Transfer.Tx == Tx(payment)).Aggregate(BigInteger.Zero, (sum, traced) => sum + traced.Tainted.Units);

    public override string ToString() =>
        string.Join("; ", _transfers.Select(transfer => string.Create(CultureInfo.InvariantCulture, $"{transfer.From}→{transfer.To} {transfer.Amount}")));

    private static Address Named(AddressKind kind, string name)
    {
        byte[] bytes = new byte[20];
        System.Text.Encoding.ASCII.GetBytes(name, bytes);
        return new(kind, bytes);
    }

    private static Transfer Utxo(int tx, TransferKind kind, int index, UInt128 amount, Outpoint output) => new()
    {
        Position = new(tx, 0, kind == TransferKind.UtxoIn ? Phase.First : Phase.Value, index),
        Time = Begin.AddMinutes(tx),
        Tx = Tx(tx),
        Kind = kind,
        Asset = Btc,
        Amount = new(amount),
        Output = output,
    };

    private Story Add(string from, string? to, UInt128 amount, AssetId asset, TransferKind kind, Phase phase, int block, int number)
    {
        _transfers.Add(new()
        {
            Position = new(block, number, phase, 0),
            Time = Begin.AddMinutes(block),
            Tx = Tx(number),
            Kind = kind,
            From = At(from),
            To = to is null ? null : At(to),
            Asset = asset,
            Amount = new(amount),
        });
        return this;
    }
}
