using CsCheck;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Labels;

public sealed class LabelIdentityTests
{
    [Fact]
    public void The_day_learned_does_not_change_the_id() =>
        GeneratedLabels.One.Sample(label => LabelIdentity.Of(label) == LabelIdentity.Of(label with { Learned = label.Learned.AddDays(1) }));

    [Fact]
    public void Whatever_else_is_said_changes_the_id()
    {
        var label = new Label
        {
            Subject = new LabelSubject.OfTransaction(ChainId.Parse("eip155:1"), default),
            Name = "a",
            Category = "",
            Source = "s",
            Learned = new(2023, 9, 13),
        };
        Label[] others =
        [
            label with { Subject = new LabelSubject.OfTransaction(ChainId.Parse("eip155:10"), default) },
            label with { Subject = new LabelSubject.Unread("eip155:1", "0x" + new string('0', 64)) },
            label with { Name = "", Category = "a" },
            label with { Category = "a" },
            label with { Abuse = "a" },
            label with { Concepts = ["a"] },
            label with { Concepts = ["a", "b"] },
            label with { Concepts = ["a\n1:b"] },
            label with { Actor = "a" },
            label with { Source = "t" },
            label with { Confidence = Confidence.All[0] },
            label with { Author = "a" },
            label with { Observed = new(2023, 9, 13) },
            label with { Tlp = Tlp.Red },
            label with { Currency = "USDT" },
            label with { IsClusterDefiner = true },
            label with { Context = "{}" },
            label,
        ];

        Assert.Equal(others.Length, others.Select(LabelIdentity.Of).Distinct().Count());
    }

    // Ids are stored and printed: a change of the canonical text must be a decision.
    [Fact]
    public void The_id_is_the_first_half_of_a_digest_of_a_text_that_does_not_change()
    {
        string text = "label/1\n6:Unread\n7:xmr:abc\n1:N\n0:\n0:\n1:0\n0:\n1:s\n7:unknown\n0:\n0:\n5:CLEAR\n0:\n7:address\n0:\n";
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.Equal(digest[..32], LabelIdentity.Of(new()
        {
            Subject = new LabelSubject.Unread("xmr", "abc"),
            Name = "N",
            Category = "",
            Source = "s",
            Learned = new(2023, 9, 13),
        }));
    }
}
