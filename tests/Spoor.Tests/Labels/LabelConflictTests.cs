using Spoor.Labels;
using Spoor.Transfers;
using static Spoor.Tests.Labels.SomeLabels;

namespace Spoor.Tests.Labels;

public sealed class LabelConflictTests
{
    private static readonly Confidence Forensic = new("forensic", 50);

    [Fact]
    public void A_token_contract_labelled_as_thief_is_caught_by_the_token_list_alone()
    {
        var conflict = Assert.Single(Find(Of(Dai, Ethereum, "CoinEx thief", "heist")));

        Assert.Equal((LabelConflictKind.PerpetratorContract, false, true), (conflict.Kind, conflict.AcrossChains, conflict.Independent));
        Assert.Equal("eip155:1:0x6B175474E89094C44Da98b954EedeAC495271d0F", conflict.Subject.ToString());
        Assert.Equal(("perpetrator", "token DAI"), (conflict.One.Claim, conflict.Other.Claim));
        Assert.True(conflict.Balance < 0, "The token list weighs more than a label of unknown confidence.");
    }

    [Fact]
    public void A_label_of_a_contract_and_the_token_list_are_one_side()
    {
        var conflict = Assert.Single(Find(Of(Dai, Ethereum, "thief", "heist"), Of(Dai, Ethereum, "Dai", "token", "other") with { Confidence = Forensic }));

        Assert.Equal(1.25m, conflict.Other.Weight);
        Assert.Equal([[LabelSide.TokenListSource], ["other"]], conflict.Other.Witnesses);
    }

    [Fact]
    public void A_thief_that_is_an_exchange_is_a_conflict_on_one_chain_or_said_to_be_over_two()
    {
        var thief = Of(Pivot, Polygon, "Stake hacker", "heist");

        Assert.False(Assert.Single(Find(thief, Of(Pivot, Polygon, "Huobi 23", "exchange"))).AcrossChains);
        Assert.False(Assert.Single(Find(thief, Of(Pivot, null, "Huobi 23", "exchange"))).AcrossChains);
        var across = Assert.Single(Find(thief, Of(Pivot, Ethereum, "Huobi 23", "exchange")));
        Assert.True(across.AcrossChains);
        Assert.Equal("0x75497999432B8701330fB68058bd21918C02Ac59", across.Subject.ToString());
    }

    [Fact]
    public void Two_actors_disagree_and_two_names_of_one_service_do_not()
    {
        var huobi = Of(Pivot, Ethereum, "Huobi 23", "exchange") with { Actor = "huobi" };

        Assert.Empty(Find(huobi, Of(Pivot, Ethereum, "HTX hot wallet", "exchange")));
        Assert.Empty(Find(huobi, Of(Pivot, Ethereum, "HTX hot wallet", "exchange") with { Actor = "Huobi" }));
        var conflict = Assert.Single(Find(huobi, Of(Pivot, Ethereum, "OKX 7", "exchange") with { Actor = "okx" }));
        Assert.Equal((LabelConflictKind.TwoActors, "actor huobi", "actor okx"), (conflict.Kind, conflict.One.Claim, conflict.Other.Claim));
    }

    [Fact]
    public void A_sanctioned_or_mixing_thief_is_no_contradiction() => Assert.Empty(Find(
        Of(Pivot, Ethereum, "Ronin thief", "heist"),
        Of(Pivot, Ethereum, "LAZARUS GROUP", "sanction"),
        Of(Pivot, Ethereum, "some mixer", "mixing_service")));

    [Fact]
    public void Copies_weigh_once_and_are_not_independent_of_their_origin()
    {
        var fbi = Of(Pivot, Polygon, "Stake theft", "heist", "fbi") with { Confidence = new("authority_data", 60) };
        Label[] copies =
        [
            Of(Pivot, Polygon, "Stake hacker", "heist", "slowmist") with { Confidence = Forensic },
            Of(Pivot, Polygon, "Stake.com Hacker", "heist", "etherscan") with { Confidence = Forensic },
        ];
        var lineage = new SourceLineage([Repeats("slowmist", "fbi"), Repeats("etherscan", "slowmist"), Repeats("blog", "etherscan")]);

        var conflict = Assert.Single(Find(lineage, [fbi, .. copies, Of(Pivot, Polygon, "Huobi 23", "exchange", "blog")]));
        var other = Assert.Single(Find(lineage, [fbi, .. copies, Of(Pivot, Polygon, "Huobi 23", "exchange", "huobi")]));

        Assert.Equal([["etherscan", "fbi", "slowmist"]], conflict.One.Witnesses);
        Assert.Equal(0.36m, conflict.One.Weight);
        Assert.Equal((false, true), (conflict.Independent, other.Independent));
    }

    [Fact]
    public void A_source_that_contradicts_itself_is_not_independent() => Assert.False(
        Assert.Single(Find(Of(Pivot, Ethereum, "a", "heist"), Of(Pivot, Ethereum, "b", "exchange"))).Independent);

    [Fact]
    public void Transactions_and_addresses_that_Spoor_does_not_decode_can_have_conflicts_of_their_own()
    {
        var thief = Of(Pivot, null, "a", "heist");
        LabelSubject[] subjects = [new LabelSubject.OfTransaction(Polygon, new(1, 2)), new LabelSubject.Unread("xmr", "4x")];

        var conflicts = Find([.. subjects.SelectMany(subject => new[]
        {
            thief with { Subject = subject }, thief with { Subject = subject, Category = "exchange" },
        })]);

        Assert.Equal(subjects.Select(subject => subject.ToString()).Order(StringComparer.Ordinal), conflicts.Select(conflict => conflict.Subject.ToString()));
    }

    [Fact]
    public void The_order_in_which_labels_came_does_not_matter()
    {
        Label[] labels =
        [
            Of(Dai, Ethereum, "thief", "heist"), Of(Pivot, Ethereum, "x", "heist"), Of(Pivot, Ethereum, "y", "exchange") with { Actor = "y" },
            Of(Pivot, Polygon, "z", "exchange") with { Actor = "z" },
        ];

        string[] there = [.. Find(labels).Select(conflict => $"{conflict.Kind} {conflict.Subject} {conflict.One.Claim} {conflict.Other.Claim}")];
        string[] back = [.. Find([.. labels.Reverse()]).Select(conflict => $"{conflict.Kind} {conflict.Subject} {conflict.One.Claim} {conflict.Other.Claim}")];

        Assert.Equal(3, there.Length);
        Assert.Equal(there, back);
    }

    private static Citation Repeats(string key, string origin) =>
        new() { Key = key, Kind = SourceKind.Compilation, Title = key, DerivedFrom = [origin] };

    private static IReadOnlyList<LabelConflict> Find(params Label[] labels) => Find(SourceLineage.Empty, labels);

    private static IReadOnlyList<LabelConflict> Find(SourceLineage lineage, IReadOnlyList<Label> labels) =>
        LabelConflicts.Find(labels.Select((label, i) => label.As($"{i}")), lineage, TokenList.Builtin);
}
