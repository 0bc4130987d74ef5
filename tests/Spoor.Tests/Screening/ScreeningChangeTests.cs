using System.Text;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Tests.Tracing;

namespace Spoor.Tests.Screening;

/// <summary>A score changes for one of three reasons, and a re-screen says which.</summary>
public sealed class ScreeningChangeTests
{
    private static readonly LabelBook Shops = new([Screened.Name("shop", "exchange", "Shop")]);

    private static Story Past => new Story().Pay("late", "m", 50).Pay("shop", "m", 50).Pay("m", "X", 100);

    [Fact]
    public void Nothing_changed_has_no_reason() => Assert.Empty(Since(Past.Book(Shops), Past.Book(Shops)).Reasons);

    [Fact]
    public void A_label_on_money_that_was_there_before_is_a_new_label()
    {
        var change = Since(Past.Book(Shops), Past.Book(new([.. Shops.Labels, Screened.Name("late", "sanction", "Listed today")])));

        var reason = Assert.IsType<ChangeReason.NewLabel>(Assert.Single(change.Reasons));
        var label = Assert.Single(reason.Labels);
        Assert.Equal((Story.At("late"), "Listed today", false), (label.Address, label.Label.Name, label.IsGone));
        Assert.Equal((0, 88), (change.Before, change.After));
    }

    [Fact]
    public void A_label_that_was_taken_back_is_told_as_gone()
    {
        LabelBook listed = new([.. Shops.Labels, Screened.Name("late", "sanction", "Listed in error"), Screened.Name("X", "heist", "Thief")]);

        var reason = Assert.IsType<ChangeReason.NewLabel>(Assert.Single(Since(Past.Book(listed), Past.Book(Shops)).Reasons));

        Assert.Equal(["Thief", "Listed in error"], reason.Labels.Select(label => label.Label.Name));
        Assert.All(reason.Labels, label => Assert.True(label.IsGone));
    }

    [Fact]
    public void A_payment_that_came_since_is_new_funds()
    {
        var change = Since(Past.Book(), Past.Pay("bad", "X", 100).Book());

        var reason = Assert.IsType<ChangeReason.NewFunds>(Assert.Single(change.Reasons));
        Assert.Equal((1, Story.At("bad")), (reason.Payments, Assert.Single(reason.Ends).Address));
    }

    [Fact]
    public void Another_table_is_a_rule_change_and_says_what_it_makes_of_the_old_facts()
    {
        var book = Past.Book(new([.. Shops.Labels, Screened.Name("late", "sanction", "Listed")]));
        var milder = ScreeningRules.Builtin with { Version = "screening-rules/2", Digest = "other", Rules = [.. ScreeningRules.Builtin.Rules.Where(rule => rule.Points < 80)] };

        var change = Since(book, book.WithRules(milder));

        var reason = Assert.IsType<ChangeReason.RuleChange>(Assert.Single(change.Reasons));
        Assert.Equal(("screening-rules/1", "screening-rules/2", 75), (reason.From, reason.To, reason.Score));
        Assert.Equal(["indirect-sanctioned-10", "indirect-sanctioned-50"], reason.Rules);
    }

    [Fact]
    public void All_three_at_once_are_told_apart()
    {
        var rules = ScreeningRules.Builtin with { Digest = "other", Rules = [] };
        var before = Past.Book(new([.. Shops.Labels, Screened.Name("X", "mixer", "Mixer")]));
        var after = Past.Pay("bad", "X", 100).Book(new([.. Screened.Known.Labels, Screened.Name("X", "mixer", "Mixer"), Screened.Name("late", "heist", "Thief")]), rules);

        Assert.Equal(
            [typeof(ChangeReason.RuleChange), typeof(ChangeReason.NewLabel), typeof(ChangeReason.NewFunds)],
            Since(before, after).Reasons.Select(reason => reason.GetType()));
    }

    [Fact]
    public void A_document_is_read_back_as_what_was_kept()
    {
        var book = Past.Pay("bad", "X", 100).Book(prices: Screened.Dollars);
        var screening = book.Screen(Story.At("X"), Story.Chain);

        var read = Assert.Single(ScreeningRecordReading.Read(Document(book, screening)));

        var kept = ScreeningRecord.Of(screening, book);
        Assert.Equal(kept.Facts, read.Facts);
        Assert.Equal(kept.Ends, read.Ends);
        Assert.Equal((kept.Address, kept.Chain, kept.Score, kept.Payments, kept.RulesDigest), (read.Address, read.Chain, read.Score, read.Payments, read.RulesDigest));
        Assert.Equal(kept.Heads, read.Heads);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"spoor\":\"trace/1\"}")]
    [InlineData("{\"spoor\":\"screen/1\",\"chains\":{},\"rules\":{},\"screenings\":[]}")]
    [InlineData("{\"spoor\":\"screen/1\",\"chains\":[],\"rules\":{},\"screenings\":[{\"chain\":null,\"address\":\"0x12\"}]}")]
    [InlineData("{\"spoor\":\"screen/1\",\"chains\":[{\"chain\":\"eip155:1\",\"block\":1},{\"chain\":\"eip155:1\",\"block\":2}],\"rules\":{},\"screenings\":[]}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]}")]
    public void What_is_no_document_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ScreeningRecordReading.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("\"sharePerMillion\": 500000", "\"sharePerMillion\": 5e99")]
    [InlineData("\"usd\": \"100.000000\"", "\"usd\": \"-1.0\"")]
    [InlineData("\"side\": \"incoming\"", "\"side\": \"sideways\"")]
    [InlineData("\"category\": \"sanctioned\"", "\"category\": \"bad\\u202e\"")]
    [InlineData("\"firstBlock\": 3", "\"firstBlock\": \"3\"")]
    public void A_document_that_somebody_changed_is_refused_where_it_makes_no_sense(string written, string changed)
    {
        var book = Past.Pay("bad", "X", 100).Book(prices: Screened.Dollars);
        string text = Encoding.UTF8.GetString(Document(book, book.Screen(Story.At("X"), Story.Chain)));
        Assert.Contains(written, text, StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => ScreeningRecordReading.Read(Encoding.UTF8.GetBytes(text.Replace(written, changed, StringComparison.Ordinal))));
    }

    // Through the document, as a user has it.
    private static ScreeningChange Since(ScreeningBook before, ScreeningBook after)
    {
        var earlier = ScreeningRecordReading.Read(Document(before, before.Screen(Story.At("X"), Story.Chain)))[0];
        return ScreeningChange.Between(earlier, after.Screen(Story.At("X"), Story.Chain), after);
    }

    private static byte[] Document(ScreeningBook book, AddressScreening screening)
    {
        using var bytes = new MemoryStream();
        ScreeningJson.Write(book, [(screening, null)], bytes);
        return bytes.ToArray();
    }
}
