using Spoor.Chains.Files.Labels;
using Spoor.Labels;

namespace Spoor.Tests.Files.Labels;

/// <summary>The TagPack as algorithms 6.1 of the issue describe it, after graphsense-lib (MIT), August 2026.</summary>
public sealed class TagPackTests
{
    private const string Header = """
        title: CoinEx 2023-09-12 exploit addresses
        creator: a tester
        confidence: forensic
        source: https://example.org/coinex
        lastmod: 2023-09-13

        """;

    private const string Key = "0x75497999432b8701330fb68058bd21918c02ac59";

    [Fact]
    public void A_pack_of_the_new_form_is_read_with_what_its_header_hands_down()
    {
        var content = LabelText.Read("pack.yaml", Header + $$"""
            network: ETH
            currency: ETH
            abuse: service_hack
            concepts: [service_hack, exploit]
            tag_type: event
            tags:
            - address: '{{Key}}'
              label: CoinEx exploiter
            - address: '{{Key}}'
              label: The same on Polygon
              network: MATIC
              currency: USDC
              actor: lazarusgroup
              abuse:
              context: '{"note": "also Stake"}'
            - tx_hash: '0x{{new string('a', 64)}}'
              label: The first drain
            """);

        Assert.Equal(["eip155:1", "eip155:137", "eip155:1"], content.Labels.Select(label => label.Chain?.Value));
        var first = content.Labels[0];
        Assert.Equal(("service_hack", "", "forensic", "a tester", ""), (first.Abuse, first.Category, first.Confidence.Id, first.Author, first.Currency));
        Assert.Equal(["service_hack", "exploit"], first.Concepts);
        Assert.Equal((new DateOnly(2023, 9, 13), new DateOnly(2023, 9, 13)), (first.Observed!.Value, first.Learned));
        Assert.Equal("""{"tag_type":"event"}""", first.Context);
        var second = content.Labels[1];
        Assert.Equal(("lazarusgroup", "", "USDC", """{"note":"also Stake","tag_type":"event"}"""), (second.Actor, second.Abuse, second.Currency, second.Context));
        Assert.IsType<LabelSubject.OfTransaction>(content.Labels[2].Subject);
    }

    [Fact]
    public void A_pack_of_the_old_form_takes_its_network_from_the_currency_and_need_not_say_how_sure_it_is()
    {
        var labels = LabelText.Read("pack.yaml", $"""
            title: t
            creator: c
            source: s
            tags:
            - address: 1BoatSLRHtKNngkdXEeobR76b53LETtpyT
              currency: BTC
              label: On Bitcoin
            - address: '{Key}'
              currency: USDT
              label: A token means Ethereum in old packs
            - address: TQ8y7omRyKSq42Tri398txQCQE4wxjk97Q
              currency: USDT
              label: The address tells that it is Tron
            - address: 47phfvd2XMzxxcjZPbQzZaTEXmXzG7WWsb
              currency: XMR
              label: Kept as written
            """).Labels;

        Assert.Equal(
            ["bip122:000000000019d6689c085ae165831e93", "eip155:1", "tron:0x2b6653dc", ""],
            labels.Select(label => label.Chain?.Value ?? ""));
        Assert.Equal(["", "USDT", "USDT", ""], labels.Select(label => label.Currency));
        Assert.Equal(new LabelSubject.Unread("xmr", "47phfvd2XMzxxcjZPbQzZaTEXmXzG7WWsb"), labels[3].Subject);
        Assert.All(labels, label => Assert.Equal(("unknown", LabelText.Today), (label.Confidence.Id, label.Learned)));
    }

    [Theory]
    [InlineData("- address: 0x75497999432b8701330fb68058bd21918c02ac59\n  label: a\n  currency: ETH", 7, "address", "in quotation marks")]
    [InlineData("- address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  currency: ETH", 7, "label", "a value, here or in the header")]
    [InlineData("- address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  label: a", 7, "address", "give the chain", "1x")]
    [InlineData("- label: a\n  currency: ETH", 7, "address, tx_hash", "either an address or a transaction")]
    [InlineData("- label: a\n  currency: ETH\n  address: 'x'\n  tx_hash: 'y'", 7, "address, tx_hash", "either an address or a transaction")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  lastmod: 2023-02-30", 10, "lastmod", "a day of the calendar")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  lastmod: 13.09.2023", 10, "lastmod", "a day of the calendar")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  confidence: sure", 10, "confidence", "one of override, ownership")]
    [InlineData("- label: \"a\\e[2J\"\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'", 7, "label", "without control characters")]
    [InlineData("- label: \"a\\u202eb\"\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'", 7, "label", "without control characters")]
    [InlineData("- label: a\n  label: b\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'", 8, "label", "each key once")]
    [InlineData("- label: a\n  lable: b\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'", 8, "lable", "a key of a tag")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02'", 9, "address", "an address of Ethereum")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x7549'", 9, "address", "an address of Ethereum")]
    [InlineData("- label: a\n  network: BTC\n  address: 'TQ8y7omRyKSq42Tri398txQCQE4wxjk97Q'", 9, "address", "an address of Bitcoin")]
    [InlineData("- label: a\n  currency: ETH\n  tx_hash: '0x12'", 9, "tx_hash", "64 hex digits")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  tag_type: guess", 10, "tag_type", "one of actor, event")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  is_cluster_definer: 1", 10, "is_cluster_definer", "true or false")]
    [InlineData("- label: &a [*a]", 7, "label", "an anchor or a reference", "Found")]
    [InlineData("- label: a\n  currency: ETH\n  address: '0x75497999432b8701330fb68058bd21918c02ac59'\n  context: '{\"a\": \"\\ud800\"}'", 10, "context", "JSON text")]
    [InlineData("- label: [", 8, "YAML", "well-formed YAML")]
    [InlineData("- just text", 7, "tags", "an entry with keys")]
    public void A_fault_is_named_by_line_and_field(string tag, long line, string field, string expected, string? instead = null)
    {
        string text = Header + "tags:\n" + (instead == "1x" ? tag.Replace("'0x7", "'1x7", StringComparison.Ordinal) : tag) + "\n";
        var fault = LabelText.Faults("pack.yaml", text)[0];

        Assert.Equal(("pack.yaml", line, field), (fault.File, fault.Line, fault.Field));
        Assert.Contains(expected, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_foreign_pack_says_of_its_own_age_author_and_witnesses_is_not_taken_on_trust()
    {
        const string Extras = """{"a":1,"spoor":{"learned":"2023-09-13","author":"FBI","chain":"any","derived_from":["fbi"],"tlp":"RED"}}""";
        string text = $"title: t\ncreator: c\nsource: s\ntags:\n- address: '{Key}'\n  label: a\n  currency: ETH\n  context: '{Extras}'\n";

        var foreign = LabelText.Read("pack.yaml", text);
        var own = LabelText.Read("pack.yaml", text, LabelText.Trusting);

        Assert.Equal(
            ("c", LabelText.Today, "eip155:1", Tlp.Red, Extras),
            (foreign.Labels[0].Author, foreign.Labels[0].Learned, foreign.Labels[0].Chain?.Value, foreign.Labels[0].Tlp, foreign.Labels[0].Context));
        Assert.Equal(("FBI", new DateOnly(2023, 9, 13), null, Tlp.Red), (own.Labels[0].Author, own.Labels[0].Learned, own.Labels[0].Chain, own.Labels[0].Tlp));
        Assert.Empty(foreign.Sources);
        Assert.Equal(["fbi"], Assert.Single(own.Sources).DerivedFrom);
        Assert.Contains(foreign.Remarks, remark => remark.Labels == 1 && remark.Text.StartsWith("context.spoor ignored", StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_day_is_heeded_and_one_before_the_day_observed_is_refused_whoever_says_so()
    {
        static string Text(string learned) =>
            Header + $$$"""currency: ETH{{{"\n"}}}tags:{{{"\n"}}}- address: '{{{Key}}}'{{{"\n"}}}  label: a{{{"\n"}}}  context: '{"spoor":{"learned":"{{{learned}}}"}}'{{{"\n"}}}""";

        Assert.Equal(new DateOnly(2023, 10, 1), LabelText.Read("pack.yaml", Text("2023-10-01")).Labels[0].Learned);
        Assert.Contains("not before the day observed", Assert.Single(LabelText.Faults("pack.yaml", Text("2023-09-12"))).Expected, StringComparison.Ordinal);
        Assert.Throws<LabelFileException>(() => LabelText.Read("pack.yaml", Text("2023-09-12"), LabelText.Trusting));
    }

    [Fact]
    public void What_a_pack_leaves_out_though_it_must_not_is_remarked()
    {
        var remarks = LabelText.Read("pack.yaml", "title: t\ncreator: c\nsource: s\ntags:\n- address: 'TQ8y7omRyKSq42Tri398txQCQE4wxjk97Q'\n  label: a\n").Remarks;

        Assert.Equal([new("neither currency nor network stated: told by the address", 1), new("no confidence stated: unknown", 1)], remarks);
    }

    [Theory]
    [InlineData("creator: c\nlabel: a\nsource: s\ncurrency: BTC\ntags:\n- address: x\n", "title")]
    [InlineData("title: t\nlabel: a\nsource: s\ncurrency: BTC\ntags:\n- address: x\n", "creator")]
    [InlineData("title: t\ncreator: c\nsource: s\n", "tags")]
    [InlineData("title: t\ncreator: c\nheader: !include header.yaml\ntags: []\n", "header")]
    [InlineData("title: t\ncreator: c\ntags: nothing\n", "tags")]
    public void A_faulty_header_is_refused(string text, string field) =>
        Assert.Contains(LabelText.Faults("pack.yaml", text), fault => fault.Field == field);

    [Fact]
    public void Every_fault_is_told_and_not_only_the_first()
    {
        string tags = string.Concat(Enumerable.Range(0, 150).Select(number => $"- label: l{number}\n  currency: ETH\n  address: 0x{number:x}\n"));
        var refused = LabelText.Faults("pack.yaml", Header + "tags:\n" + tags);

        Assert.Equal(100, refused.Count);
        Assert.Equal([9L, 12, 15], refused.Take(3).Select(fault => fault.Line));
    }

    [Fact]
    public void Faulty_tags_can_be_left_out_and_are_listed()
    {
        var content = LabelText.Read(
            "pack.yaml",
            Header + $"currency: ETH\ntags:\n- address: '{Key}'\n  label: good\n- address: 0x1\n  label: bad\n",
            new() { DefaultLearned = LabelText.Today, SkipFaultyRows = true });

        Assert.Equal(("good", 10L, 1), (Assert.Single(content.Labels).Name, Assert.Single(content.Faults).Line, content.FaultCount));
    }

    [Fact]
    public void The_day_learned_is_what_the_caller_says_before_what_the_file_says()
    {
        string text = Header + $"currency: ETH\ntags:\n- address: '{Key}'\n  label: a\n";
        var told = LabelText.Read("pack-2022-01-01.yaml", text, new() { DefaultLearned = LabelText.Today, Learned = new(2023, 10, 1) });

        Assert.Equal(new DateOnly(2023, 10, 1), told.Labels[0].Learned);
        Assert.Equal(new DateOnly(2023, 9, 13), LabelText.Read("pack-2022-01-01.yaml", text).Labels[0].Learned);
        Assert.Equal(
            new DateOnly(2022, 1, 1),
            LabelText.Read("pack-2022-01-01.yaml", text.Replace("lastmod: 2023-09-13\n", "", StringComparison.Ordinal)).Labels[0].Learned);
    }

    [Fact]
    public void An_actor_pack_is_read_with_its_context_as_json()
    {
        var content = LabelText.Read("actors.yaml", """
            title: Actors
            creator: a tester
            lastmod: 2023-09-14
            actors:
            - id: lazarusgroup
              label: Lazarus Group
              uri: https://www.fbi.gov
              categories: [perpetrator]
              jurisdictions: [KP]
              aliases: [tradertraitor, apt38]
              context:
                uris: [https://www.fbi.gov/a, https://www.fbi.gov/b]
            """);

        var actor = Assert.Single(content.Actors);
        Assert.Equal(("ActorPack", "lazarusgroup", "Lazarus Group", new DateOnly(2023, 9, 14)), (content.Format, actor.Id, actor.Name, actor.Observed));
        Assert.Equal(["tradertraitor", "apt38"], actor.Aliases);
        Assert.Equal("""{"uris":["https://www.fbi.gov/a","https://www.fbi.gov/b"]}""", actor.Context);
    }

    [Fact]
    public void An_actor_without_a_mandatory_field_or_named_twice_is_refused()
    {
        const string Actor = "- id: a\n  label: A\n  uri: u\n  categories: [exchange]\n";
        var faults = LabelText.Faults("actors.yaml", $"title: t\ncreator: c\nactors:\n{Actor}  lastmod: 2023-01-01\n{Actor}");

        Assert.Equal([(9L, "lastmod"), (9L, "id")], faults.Select(fault => (fault.Line, fault.Field)));
    }
}
