using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The claims of a request, resolved to what they name in the data.</summary>
internal sealed class ClaimedThefts
{
    private readonly Dictionary<(ChainId, TransferKey), (Transfer Transfer, int Theft)> _byTransfer = [];
    private readonly HashSet<(ChainId, TxHash)> _transactions = [];
    private readonly Dictionary<Holding, List<(DateTimeOffset At, int Theft)>> _byHolding = [];
    private readonly Dictionary<Holding, (TheftClaim.BySeed Seed, int Theft)> _openings = [];
    private readonly Dictionary<Holding, (TheftClaim.BySeed Seed, int Theft)> _seeds = [];

    /// <summary>Claimed transfers, in the order of the claims.</summary>
    public List<Transfer> Transfers { get; } = [];

    public List<Theft> Thefts { get; } = [];

    /// <summary>Holdings of which all is claimed at a moment, or whose opening balance is.</summary>
    public IEnumerable<Holding> Roots => _byHolding.Keys.Concat(_openings.Keys).Distinct().Order();

    public static ClaimedThefts Resolve(TraceRequest request, IHistories histories, IReadOnlyDictionary<(ChainId, TxHash), IReadOnlyList<Transfer>> transactions)
    {
        var claimed = new ClaimedThefts();
        var orientation = new Orientation(request.Direction);
        foreach (var claim in request.Claims)
        {
            switch (claim)
            {
                case TheftClaim.ByTransaction byTransaction:
                    claimed.Add(byTransaction, orientation, transactions.GetValueOrDefault((byTransaction.Chain, byTransaction.Tx)) ?? []);
                    break;
                case TheftClaim.BySeed bySeed:
                    claimed.Add(bySeed, orientation, histories, request.OpeningStolen);
                    break;
                case TheftClaim.ByHolding byHolding:
                    claimed.Add(byHolding, histories);
                    break;
            }
        }

        return claimed;
    }

    public bool IsRoot(Holding holding) => _byHolding.ContainsKey(holding) || _openings.ContainsKey(holding);

    /// <summary>The claim on a transfer: the transfer as it was claimed, and its theft; null where nobody claims it.</summary>
    public (Transfer Transfer, int Theft)? ClaimOn(Transfer transfer) =>
        _byTransfer.Count > 0 && _byTransfer.TryGetValue((transfer.Chain, transfer.Key), out var claim) ? claim : null;

    /// <summary>Whether a transfer is claimed because a seed received it, and not by itself.</summary>
    public bool IsOfSeed(Transfer transfer) => _seeds.Count > 0 && ClaimOn(transfer) is not null && !ClaimsIn(transfer.Chain, transfer.Tx);

    /// <summary>The theft that what a seed gets at a transfer is counted to; null where it is no seed's.</summary>
    public int? TheftOfSeed(Holding holding, Transfer at) =>
        _seeds.Count > 0 && _seeds.TryGetValue(holding, out var seed) && seed.Seed.Covers(at) ? seed.Theft : null;

    /// <summary>Whether something of a transaction is claimed by the transaction.</summary>
    public bool ClaimsIn(ChainId chain, TxHash tx) => _transactions.Contains((chain, tx));

    /// <summary>The theft that the missing part of a spend is counted to, or <see cref="Lot.NoTheft"/> for a clean opening.</summary>
    public int TheftOfOpening(Holding holding, Transfer spend) =>
        _openings.TryGetValue(holding, out var opening) && opening.Seed.Covers(spend) ? opening.Theft : Lot.NoTheft;

    /// <summary>
    /// Whether the missing part of a holding can have been there from the beginning: not where it is stolen only from a
    /// later moment on, or payments before the theft would carry it.
    /// </summary>
    public bool MayOpenFromBeginning(Holding holding) => !_openings.TryGetValue(holding, out var opening) || opening.Seed.Since is null;

    /// <summary>The moments at which all of a holding is claimed.</summary>
    public IReadOnlyList<(DateTimeOffset At, int Theft)> MomentsOf(Holding holding) => _byHolding.GetValueOrDefault(holding) ?? [];

    // Of what a transaction passes on inside itself only the first payment is the theft; the rest follows by the rule.
    private void Add(TheftClaim.ByTransaction claim, Orientation orientation, IReadOnlyList<Transfer> rows)
    {
        var named = orientation.Sort(rows.Where(row => IsPayment(row, orientation)))
            .Where(row => claim.Index is null || (row.Position.Index == claim.Index && (claim.Phase is null || row.Position.Phase == claim.Phase)))
            .ToList();
        if (claim is { Index: { } index, Phase: null } && named.Count > 1)
        {
            string candidates = string.Join(", ", named.Select(row => $"{(byte)row.Position.Phase}:{index} ({row.Amount} of {row.Asset.Reference})"));
            throw new FormatException($"Expected one transfer of {claim.Tx} with index {index}, found several; name one with its phase as TX:PHASE:INDEX: {candidates}.");
        }

        HashSet<(Address?, AssetId)> paid = [];
        foreach (var row in named)
        {
            if (orientation.Payer(row) is { } payer && paid.Contains((payer, row.Asset)))
            {
                continue;
            }

            paid.Add((orientation.Payee(row), row.Asset));
            string id = $"{claim.Chain}:{claim.Tx.Render(claim.Chain)}:{(byte)row.Position.Phase}:{row.Position.Index}";
            Claim(row, Open(id, row.Asset, claim.Tx, orientation.Payee(row)));
            _transactions.Add((row.Chain, row.Tx));
        }
    }

    private static bool IsPayment(Transfer row, Orientation orientation) =>
        row.Output is null ? row.Kind != TransferKind.Fee && row.From != row.To : orientation.Creates(row);

    private void Add(TheftClaim.BySeed seed, Orientation orientation, IHistories histories, bool openingStolen)
    {
        foreach (var asset in histories.AssetsOf(seed.Chain, seed.Address))
        {
            var holding = new Holding(seed.Address, asset);
            var paid = histories.Of(holding).Where(row => IsPaidTo(seed, row, orientation)).ToList();
            if (paid.Count == 0 && !openingStolen)
            {
                continue;
            }

            int theft = Open($"seed:{AddressText.ToCaip10(seed.Chain, seed.Address)}/{asset.Reference}", asset, null, seed.Address);
            paid.ForEach(row => Claim(row, theft));
            _seeds.TryAdd(holding, (seed, theft));
            if (openingStolen)
            {
                AddOpening(seed, holding, theft, orientation.Forward, histories.Of(holding));
            }
        }
    }

    // On UTXO chains the opening balance of a seed is every output it spends that the data do not show it receiving.
    private void AddOpening(TheftClaim.BySeed seed, Holding holding, int theft, bool forward, Transfer[] history)
    {
        if (!Array.Exists(history, row => row.Output is not null))
        {
            _openings.TryAdd(holding, (seed, theft));
            return;
        }

        var received = history.Where(row => row.Kind == TransferKind.UtxoOut).Select(row => row.Output).ToHashSet();
        foreach (var row in history.Where(row => forward && row.Kind == TransferKind.UtxoIn && !received.Contains(row.Output) && seed.Covers(row)))
        {
            Claim(row, theft);
        }
    }

    private static bool IsPaidTo(TheftClaim.BySeed seed, Transfer row, Orientation orientation) =>
        orientation.Payee(row) == seed.Address
        && row.From != row.To
        && row.Kind != TransferKind.Fee
        && (row.Output is null || orientation.Creates(row))
        && seed.Covers(row);

    private void Add(TheftClaim.ByHolding claim, IHistories histories)
    {
        foreach (var asset in histories.AssetsOf(claim.Chain, claim.Address))
        {
            var holding = new Holding(claim.Address, asset);
            var rows = histories.Of(holding);
            string moment = claim.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            int theft = Open($"holding:{AddressText.ToCaip10(claim.Chain, claim.Address)}/{asset.Reference}@{moment}", asset, null, claim.Address);
            if (!rows.Any(row => row.Output is not null))
            {
                Moments(holding).Add((claim.At, theft));
                continue;
            }

            var spent = rows.Where(row => row.Kind == TransferKind.UtxoIn && row.Time <= claim.At).Select(row => row.Output).ToHashSet();
            rows.Where(row => row.Kind == TransferKind.UtxoOut && row.Time <= claim.At && !spent.Contains(row.Output))
                .ToList().ForEach(row => Claim(row, theft));
        }
    }

    private List<(DateTimeOffset At, int Theft)> Moments(Holding holding)
    {
        if (!_byHolding.TryGetValue(holding, out var moments))
        {
            _byHolding[holding] = moments = [];
        }

        return moments;
    }

    private int Open(string id, AssetId asset, TxHash? tx, Address? address)
    {
        int same = Thefts.Count(theft => theft.Id == id || theft.Id.StartsWith(id + "#", StringComparison.Ordinal));
        Thefts.Add(new(Thefts.Count + 1, same == 0 ? id : $"{id}#{same + 1}", asset, tx, address, Amount.Zero));
        return Thefts.Count;
    }

    private void Claim(Transfer transfer, int theft)
    {
        // A transfer named by two claims belongs to the first; there is nothing left for the second to take.
        if (!transfer.Amount.IsZero && _byTransfer.TryAdd((transfer.Chain, transfer.Key), (transfer, theft)))
        {
            Transfers.Add(transfer);
        }
    }
}
