using CsCheck;
using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Valuation;

namespace Spoor.Tests.Incidents.Losses;

/// <summary>Small estimates, by hand and by chance.</summary>
internal static class LossCase
{
    // Few names, classes and figures, so that rows of two estimates meet in every combination of changes.
    private static readonly Gen<Coins?> GenAmount = Gen.OneOf(
        Gen.Const((Coins?)null), Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[0, 18], (units, decimals) => (Coins?)Coins.Of(new Spoor.Transfers.Amount((UInt128)units), decimals)));

    private static readonly Gen<PriceQuote> GenQuote = Gen.OneOf(
        Gen.Const(new PriceQuote { Quality = PriceQuality.U, Missing = "none" }),
        Gen.Select(Gen.Decimal[0.00000001m, 90_000m], Gen.Decimal[0m, 10m], Gen.Decimal[0m, 10m], (usd, down, up) => Quote(usd, Math.Max(usd - down, 0.00000001m), usd + up)));

    private static readonly Gen<ValuedRow> GenRow =
        from id in Gen.Int[0, 12]
        from chain in Gen.Int[0, 3]
        from amount in GenAmount
        from quote in GenQuote
        from one in Gen.Enum<LossClass>()
        from stated in Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, 10_000_000].Select(usd => (long?)usd))
        select new ValuedRow(Row($"row-{id}", one, amount, $"chain-{chain}", stated), quote);

    /// <summary>Adversarial rows: without amount, without price, of every class, and of another asset under the same name.</summary>
    public static Gen<ValuedEstimate> GenEstimate { get; } =
        GenRow.List[0, 14].Select(rows => Valued("r", [.. rows.DistinctBy(row => row.Row.Id)]));

    public static ValuedEstimate Valued(string id, params ValuedRow[] rows) => new(Estimate(id, "2023-09-12", [.. rows.Select(row => row.Row)]), rows);

    public static LossEstimate Estimate(string id, string asOf, params LossRow[] rows) => new()
    {
        Id = id,
        AsOf = StatedTime.Parse(asOf),
        Author = "test",
        Method = "test",
        PricesKnownBy = DateOnly.MaxValue,
        Scope = "test",
        Rows = rows,
    };

    public static LossRow Row(string id, LossClass one, Coins? amount, string chain = "eip155:1", long? stated = null, string asset = "AAA") => new()
    {
        Id = id,
        Asset = NamedAsset.TryParse(chain, asset, out var named) ? named : throw new FormatException(chain),
        Amount = amount,
        Class = one,
        Time = StatedTime.Parse("2023-09-12"),
        StatedUsd = stated,
        Source = "test",
    };

    public static ValuedRow At(this LossRow row, decimal? usd) =>
        new(row, usd is { } known ? Quote(known, known, known) : new() { Quality = PriceQuality.U, Missing = "none" });

    public static PriceQuote Quote(decimal usd, decimal low, decimal high) => new()
    {
        Quality = PriceQuality.C,
        Price = new() { Subject = "AAA", Kind = PriceKind.DailyClose, Time = DateTimeOffset.UnixEpoch, Usd = usd, Source = "test" },
        Low = low,
        High = high,
    };
}
