using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Tests.Tracing;

namespace Spoor.Tests.Attribution.Links;

/// <summary>What counter-checks say where transfers can answer them.</summary>
public sealed class CounterCheckTests
{
    private static readonly TheftCase North = LinkStory.Case("north", LinkStory.Thief("key"));
    private static readonly TheftCase South = LinkStory.Case("south", LinkStory.Thief("key", LinkStory.Polygon));

    [Fact]
    public async Task A_key_that_signed_on_both_sides_weighs_more_than_one_that_is_only_named()
    {
        var story = new Story().Fee("key", 1).Fee("key", 1, LinkStory.Matic);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story));

        Assert.Equal((LinkEvidence.SameKeySpent, 4m), (link.Evidence, link.Weight));
        Assert.Equal((CheckOutcome.Passed, CheckOutcome.Passed), (link.CheckOf("spent")!.Outcome, link.CheckOf("contract")!.Outcome));
    }

    [Fact]
    public async Task A_key_that_only_received_on_one_side_was_not_seen_to_act_there()
    {
        var story = new Story().Fee("key", 1).Pay("b", "key", 5, LinkStory.Matic);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story));

        Assert.Equal((LinkEvidence.SameKeyNamed, CheckOutcome.NotChecked), (link.Evidence, link.CheckOf("spent")!.Outcome));
        Assert.Contains("signed nothing for south", link.CheckOf("spent")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_key_signed_before_a_theft_says_nothing_of_it()
    {
        var story = new Story().Fee("key", 1).Fee("key", 1, LinkStory.Matic);
        var later = South with { Began = Story.Begin.AddHours(1) };

        var link = Assert.Single(await LinkStory.LinksAsync(North, later, story));

        Assert.Equal((LinkEvidence.SameKeyNamed, CheckOutcome.NotChecked), (link.Evidence, link.CheckOf("spent")!.Outcome));
    }

    [Fact]
    public async Task One_transaction_on_the_chain_of_both_lists_speaks_for_one_side_only()
    {
        var south = LinkStory.Case("south", LinkStory.Thief("key"));

        Assert.Equal(LinkEvidence.SameKeyNamed, Assert.Single(await LinkStory.LinksAsync(North, south, new Story().Fee("key", 1))).Evidence);
        Assert.Equal(LinkEvidence.SameKeySpent, Assert.Single(await LinkStory.LinksAsync(North, south, new Story().Fee("key", 1).Fee("key", 1))).Evidence);
    }

    [Fact]
    public async Task Coins_that_left_an_EVM_address_are_no_signature_since_a_contract_pays_in_a_call()
    {
        var story = new Story().Pay("key", "a", 5).Pay("key", "b", 5, LinkStory.Matic);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story));

        Assert.Equal((LinkEvidence.SameKeyNamed, CheckOutcome.NotChecked, CheckOutcome.NotChecked), (link.Evidence, link.CheckOf("spent")!.Outcome, link.CheckOf("contract")!.Outcome));
    }

    [Fact]
    public async Task What_the_victim_paid_to_a_named_key_is_weighed_and_what_strangers_paid_is_not()
    {
        var north = LinkStory.Case("north", LinkStory.Thief("key"), LinkStory.Member(MemberSide.Victim, Story.At("vault")));

        var paid = Assert.Single(await LinkStory.LinksAsync(north, South, new Story().Pay("vault", "key", 5)));
        var brushed = Assert.Single(await LinkStory.LinksAsync(north, South, new Story().Pay("stranger", "key", 5)));

        Assert.Equal((CheckOutcome.Passed, CheckOutcome.NotChecked), (paid.CheckOf("dust")!.Outcome, brushed.CheckOf("dust")!.Outcome));
    }

    [Fact]
    public async Task What_there_is_nothing_to_compare_with_is_not_called_checked()
    {
        var link = Assert.Single(await LinkStory.LinksAsync(North, South));

        Assert.Equal((CheckOutcome.NotChecked, CheckOutcome.NotChecked), (link.CheckOf("victim")!.Outcome, link.CheckOf("date-order")!.Outcome));
    }

    [Fact]
    public async Task A_payment_to_an_address_already_public_may_be_a_copycats()
    {
        var south = LinkStory.Case("south", LinkStory.Thief("s0")) with { Began = Story.Begin.AddDays(-300) };
        var early = south with { Sources = new([new() { Key = "police", Kind = SourceKind.Authority, Title = "Police", Published = new(2023, 1, 1) }]) };
        var story = new Story().Pay("vault", "key", 1_000).Pay("key", "s0", 900);

        Assert.Equal(CheckOutcome.Passed, Assert.Single(await LinkStory.LinksAsync(North, south, story)).CheckOf("publicity")!.Outcome);
        Assert.Equal(CheckOutcome.Failed, Assert.Single(await LinkStory.LinksAsync(North, early, story)).CheckOf("publicity")!.Outcome);
        Assert.Equal(CheckOutcome.Failed, Assert.Single(await LinkStory.LinksAsync(North, early, story.Pay("s0", "x", 900))).CheckOf("publicity")!.Outcome);
    }

    [Fact]
    public async Task A_transfer_after_the_day_did_not_happen_yet()
    {
        var story = new Story().Pay("vault", "key", 1_000).Pay("key", "s0", 900);
        var request = LinkStory.Request(North, [LinkStory.Case("south", LinkStory.Thief("s0", null, "early"))], story);
        var early = request with
        {
            Case = Early(request.Case),
            Against = [Early(request.Against[0])],
        };

        Assert.NotEmpty(await LinkSearch.RunAsync(early with { AsOf = DateOnly.FromDateTime(Story.Begin.UtcDateTime) }, TestContext.Current.CancellationToken));
        Assert.Empty(await LinkSearch.RunAsync(early with { AsOf = DateOnly.FromDateTime(Story.Begin.UtcDateTime).AddDays(-1) }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_kind_and_every_check_has_a_page_of_its_version()
    {
        foreach (var (name, version) in LinkSearch.Kinds)
        {
            Assert.Contains($"Kind `{name}`, version {version}.", Page(name), StringComparison.Ordinal);
            Assert.Contains($"({name}.md)", Page("links"), StringComparison.Ordinal);
        }

        foreach (var (name, version) in LinkSearch.Checks)
        {
            Assert.Contains($"Check `{name}`, version {version}", Page(name), StringComparison.Ordinal);
            Assert.Contains($"({name}.md)", Page("links"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_evidence_of_a_link_has_a_row_in_the_likelihood_table() =>
        Assert.All(LinkEvidence.All, evidence => Assert.True(LinkEvidence.WeightOf(evidence) > 0));

    private static string Page(string name) => File.ReadAllText(Repository.File($"docs/methods/{name}.md"));

    private static TheftCase Early(TheftCase theft) => theft with
    {
        Sources = new([new() { Key = "police", Kind = SourceKind.Authority, Title = "Police", Published = new(2023, 9, 11) }, new() { Key = "early", Kind = SourceKind.Press, Title = "Press", Published = new(2023, 9, 11) }]),
    };
}
