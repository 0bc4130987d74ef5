using System.Buffers.Binary;
using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>Background traffic for a case that holds only the thief's flows, the same for a seed on every machine.</summary>
/// <remarks>
/// Of the transfers 30 % touch a terminal and 3 % another address of the flows, from either side with equal chance; the
/// rest run between strangers. Strangers are half as many as transfers, and the square of an even number chooses among
/// them, so that few are busy and most are not. Amounts are log-normal around the median of the case's flows; blocks are
/// even over its span, and a noise transfer comes last in its block.
/// </remarks>
public sealed class NoiseGenerator
{
    public const int TerminalPercent = 30;

    public const int LaunderingPercent = 3;

    private readonly SplitMix64 _random;
    private readonly CaseTruth.ByFlows _truth;
    private readonly Address[] _terminals;
    private readonly Address[] _launderers;
    private readonly Address[] _strangers;
    private readonly BlockClock _clock;
    private readonly LogNormalAmounts _amounts;
    private readonly Dictionary<long, int> _transactionsIn = [];

    private NoiseGenerator(CaseTruth.ByFlows truth, int transfers, ulong seed)
    {
        _truth = truth;
        _random = new(seed);
        _terminals = [.. truth.Addresses().Where(truth.Terminals.Contains).Order()];
        _launderers = [.. truth.Addresses().Where(one => !truth.Terminals.Contains(one)).Order()];
        _strangers = new Address[Math.Max(2, transfers / 2)];
        for (int i = 0; i < _strangers.Length; i++)
        {
            _strangers[i] = DrawAddress();
        }

        _clock = new(truth.Flows);
        UInt128[] amounts = [.. truth.Flows.Select(flow => flow.Amount.Units).Order()];
        _amounts = new(new(amounts[amounts.Length / 2]));
        foreach (var flow in truth.Flows)
        {
            Reserve(flow.Position);
        }
    }

    /// <param name="transfers">How many.</param>
    /// <exception cref="ArgumentException">The case has no flow to place noise around.</exception>
    public static IReadOnlyList<Transfer> Around(CaseTruth.ByFlows truth, int transfers, ulong seed)
    {
        if (truth.Flows.Count == 0)
        {
            throw new ArgumentException($"Expected flows in case {truth.Name} to place noise around, found none.", nameof(truth));
        }

        var generator = new NoiseGenerator(truth, transfers, seed);
        var noise = new Transfer[transfers];
        for (int i = 0; i < transfers; i++)
        {
            noise[i] = generator.Draw();
        }

        return noise;
    }

    private Transfer Draw()
    {
        var (from, to) = DrawParties();
        long block = _clock.First + _random.BelowLong(_clock.Last - _clock.First + 1);
        int transaction = _transactionsIn.GetValueOrDefault(block);
        _transactionsIn[block] = transaction + 1;
        return new()
        {
            Position = new(block, transaction, Phase.Log, 0),
            Time = _clock.TimeOf(block),
            Tx = new(DrawWide(), DrawWide()),
            Kind = TransferKind.Token,
            From = from,
            To = to,
            Asset = _truth.Flows[0].Asset,
            Amount = _amounts.Draw(_random),
        };
    }

    private (Address From, Address To) DrawParties()
    {
        int percent = _random.Below(100);
        var touched = percent < TerminalPercent ? _terminals : percent < TerminalPercent + LaunderingPercent ? _launderers : [];
        var one = DrawStranger();
        if (touched.Length == 0)
        {
            var other = DrawStranger();
            return (one, other == one ? _strangers[(Array.IndexOf(_strangers, one) + 1) % _strangers.Length] : other);
        }

        var party = touched[_random.Below(touched.Length)];
        return _random.Below(2) == 0 ? (one, party) : (party, one);
    }

    private Address DrawStranger()
    {
        ulong even = _random.Next() >> 32;
        return _strangers[(int)((((even * even) >> 32) * (ulong)_strangers.Length) >> 32)];
    }

    private Address DrawAddress()
    {
        Span<byte> bytes = stackalloc byte[24];
        for (int i = 0; i < bytes.Length; i += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes[i..], _random.Next());
        }

        return new(AddressKind.Account20, bytes[..20]);
    }

    private UInt128 DrawWide() => new(_random.Next(), _random.Next());

    private void Reserve(Position position) =>
        _transactionsIn[position.Block] = Math.Max(_transactionsIn.GetValueOrDefault(position.Block), position.Transaction + 1);
}
