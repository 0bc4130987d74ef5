using Spoor.Records;
using Spoor.Response;
using Spoor.Response.Freezing;
using Spoor.Transfers;

namespace Spoor.Tests.Response.Freezing;

public sealed class FreezeBookTests
{
    private static readonly DateTimeOffset Noon = new(2023, 9, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly ActAuthor Ana = ActAuthor.OfPerson("Ana", "why");
    private static readonly AssetId Tether = TokenList.Builtin.Tokens.First(token => token.Symbol == "USDT").Asset;

    [Fact]
    public void A_packet_goes_from_prepared_to_decided_and_keeps_when()
    {
        var log = Step(Step(Prepare(ActLog.Empty, "Tether"), FreezeActs.Sent, 1), FreezeActs.Acknowledged, 3);
        log = Decide(log, FreezeOutcome.Partly, 6, 40);

        var standing = Assert.Single(FreezeBook.Of(log));

        Assert.Equal(("partly", Noon.AddHours(1), Noon.AddHours(3), Noon.AddHours(6)), (standing.State, standing.SentAt, standing.AcknowledgedAt, standing.DecidedAt));
        Assert.Equal([new(40)], standing.Frozen.Select(frozen => frozen.Amount));
    }

    [Fact]
    public void Steps_that_skip_go_back_in_time_or_come_twice_are_refused()
    {
        var prepared = Prepare(ActLog.Empty, "Tether");
        var sent = Step(prepared, FreezeActs.Sent, 2);

        Assert.Contains("sent first", Assert.Throws<FormatException>(() => Step(prepared, FreezeActs.Acknowledged, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("already", Assert.Throws<FormatException>(() => Step(sent, FreezeActs.Sent, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("not before", Assert.Throws<FormatException>(() => Step(sent, FreezeActs.Acknowledged, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Decide(prepared, FreezeOutcome.Frozen, 3, 1));
    }

    [Fact]
    public void A_refusal_freezes_nothing_and_a_grant_something()
    {
        var sent = Step(Prepare(ActLog.Empty, "Tether"), FreezeActs.Sent, 2);

        Assert.Throws<FormatException>(() => Decide(sent, FreezeOutcome.Refused, 3, 1));
        Assert.Throws<FormatException>(() => Decide(sent, FreezeOutcome.Frozen, 3, 0));
    }

    [Fact]
    public void The_same_packet_prepared_again_is_one_packet() =>
        Assert.Single(FreezeBook.Of(Prepare(Prepare(ActLog.Empty, "Tether"), "Tether")));

    [Fact]
    public void The_league_has_the_fastest_first_and_sums_by_asset()
    {
        var fast = Decide(Step(Prepare(ActLog.Empty, "Fast"), FreezeActs.Sent, 1), FreezeOutcome.Frozen, 2, 100);
        var slow = Decide(Step(Prepare(ActLog.Empty, "Slow"), FreezeActs.Sent, 1), FreezeOutcome.Refused, 30, 0);
        var silent = Step(Prepare(ActLog.Empty, "Silent"), FreezeActs.Sent, 1);
        var unsent = Prepare(ActLog.Empty, "Unsent");

        var rows = FreezeLeague.Of(new[] { silent, slow, unsent, fast, fast }.SelectMany(FreezeBook.Of));

        Assert.Equal(["Fast", "Slow", "Silent"], rows.Select(row => row.Target.Name));
        Assert.Equal((2, TimeSpan.FromHours(1)), (rows[0].Sent, rows[0].MedianToDecide));
        Assert.Equal([new(200)], rows[0].Frozen.Select(frozen => frozen.Amount));
        Assert.Null(rows[2].MedianToDecide);
    }

    private static ActLog Prepare(ActLog log, string to) => log.With(log.Next(FreezeActs.Prepare(
        new()
        {
            Incident = "coinex-2023",
            Victim = "CoinEx",
            Target = new(to, IsIssuer: true),
            Requester = new(),
            Positions = [new() { Asset = Tether, Token = null, Address = Address(1), Label = "", Amount = new(100), Arrivals = [], Chronology = [] }],
            Rule = "haircut",
            MadeAt = Noon,
        },
        "00", Ana, Noon)));

    private static ActLog Step(ActLog log, string kind, int hours) =>
        log.With(log.Next(FreezeActs.Step(kind, FreezeBook.Of(log)[0], Ana, Noon.AddHours(hours), Noon.AddHours(100))));

    private static ActLog Decide(ActLog log, FreezeOutcome outcome, int hours, uint frozen) =>
        log.With(log.Next(FreezeActs.Decide(FreezeBook.Of(log)[0], outcome, [(Tether, new(frozen))], Ana, Noon.AddHours(hours), Noon.AddHours(100))));

    private static Address Address(int number) => AddressText.Parse(ChainRegistry.Find("ethereum").Id, $"0x{number:x40}");
}
