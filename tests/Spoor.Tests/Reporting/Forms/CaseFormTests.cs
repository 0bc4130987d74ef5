using System.Text;
using System.Text.Json;
using Spoor.Incidents;
using Spoor.Labels;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Forms;
using Spoor.Tests.Cli;
using Spoor.Tests.Files.Labels;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Labels;

namespace Spoor.Tests.Reporting.Forms;

public sealed class CaseFormTests
{
    public static TheoryData<string> Incidents => ["coinex-2023", "stake-2023", "ronin-2022", "kucoin-2020", "easyfi-2021"];

    [Theory]
    [MemberData(nameof(Incidents))]
    public async Task Every_object_of_the_bundle_is_as_the_schemas_of_OASIS_say(string incident)
    {
        var schemas = new OasisSchemas(SharedData.File("standards/stix2.1"), SharedData.File("standards/stix-extensions/schemas/scos"));
        var bundle = await JsonOfAsync(incident, StixBundle.Write);

        Assert.Equal("bundle", bundle.GetProperty("type").GetString());
        Assert.Matches("^bundle--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", bundle.GetProperty("id").GetString());
        Assert.All(Objects(bundle), one => Assert.Empty(schemas.FaultsOf(one)));
    }

    [Fact]
    public void The_check_by_schema_finds_what_is_wrong()
    {
        var schemas = new OasisSchemas(SharedData.File("standards/stix2.1"), SharedData.File("standards/stix-extensions/schemas/scos"));
        using var wrong = JsonDocument.Parse("""
            { "type": "opinion", "spec_version": "2.1", "id": "opinion--1", "created": "2023-09-12", "modified": "2023-09-12T00:00:00.000Z", "opinion": "perhaps", "object_refs": [] }
            """);

        string[] faults = [.. schemas.FaultsOf(wrong.RootElement)];

        Assert.Contains(faults, fault => fault.StartsWith("opinion/id:", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("opinion/created:", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("opinion/opinion:", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("opinion/object_refs: minItems", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Incidents))]
    public async Task Ids_are_each_there_once_and_every_reference_is_in_the_bundle(string incident)
    {
        var objects = Objects(await JsonOfAsync(incident, StixBundle.Write));
        var ids = objects.Select(one => one.GetProperty("id").GetString()!).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(objects.SelectMany(References), reference => Assert.Contains(reference, ids));
    }

    // Ids that https://github.com/muchdogesec/stix2extensions gives its own examples.
    [Fact]
    public void Wallets_have_the_ids_that_others_give_them()
    {
        Assert.Equal("cryptocurrency-wallet--b6ae6083-875f-5fe9-84b9-89e168f89406", StixIds.Wallet("1KFHE7w8BhaENAswwryaoccDb6qcT6DbYY"));
    }

    [Fact]
    public async Task The_bundle_names_the_actor_as_attribution_does_and_amounts_to_the_unit()
    {
        var objects = Objects(await JsonOfAsync("coinex-2023", StixBundle.Write));

        var actor = Assert.Single(objects, one => one.GetProperty("type").GetString() == "intrusion-set");
        Assert.InRange(actor.GetProperty("confidence").GetInt32(), 1, 99);
        Assert.Contains("likelihood ratio", Assert.Single(objects, one => one.GetProperty("type").GetString() == "note").GetProperty("content").GetString(), StringComparison.Ordinal);
        var exact = Assert.Single(objects, one => one.GetProperty("type").GetString() == "cryptocurrency-transaction").GetProperty("extensions").GetProperty(StixIds.ExactExtension);
        Assert.Matches("^[0-9]{20,}$", exact.GetProperty("movements")[0].GetProperty("amount").GetString());
        Assert.Equal("eip155:1", exact.GetProperty("chain").GetString());
        Assert.DoesNotContain(Objects(await JsonOfAsync("easyfi-2021", StixBundle.Write)), one => one.GetProperty("type").GetString() is "intrusion-set" or "threat-actor");
    }

    [Theory]
    [MemberData(nameof(Incidents))]
    public async Task Every_object_of_the_event_has_what_its_template_requires(string incident)
    {
        var objects = (await JsonOfAsync(incident, MispEvent.Write)).GetProperty("Event").GetProperty("Object").EnumerateArray().ToList();

        Assert.NotEmpty(objects);
        foreach (var one in objects)
        {
            using var template = JsonDocument.Parse(File.ReadAllText(SharedData.File($"standards/misp/{one.GetProperty("name").GetString()}.json")));
            Assert.Equal(template.RootElement.GetProperty("uuid").GetString(), one.GetProperty("template_uuid").GetString());
            Assert.Equal(template.RootElement.GetProperty("version").GetInt32().ToString(), one.GetProperty("template_version").GetString());
            var known = template.RootElement.GetProperty("attributes");
            var attributes = one.GetProperty("Attribute").EnumerateArray().ToList();
            Assert.All(attributes, attribute => Assert.Equal(
                known.GetProperty(attribute.GetProperty("object_relation").GetString()!).GetProperty("misp-attribute").GetString(), attribute.GetProperty("type").GetString()));
            Assert.Contains(
                template.RootElement.GetProperty("requiredOneOf").EnumerateArray().Select(name => name.GetString()),
                required => attributes.Exists(attribute => attribute.GetProperty("object_relation").GetString() == required));
        }
    }

    [Fact]
    public async Task Only_bitcoin_stands_as_address_and_only_the_thief_is_to_be_looked_for()
    {
        var accounts = (await JsonOfAsync("coinex-2023", MispEvent.Write)).GetProperty("Event").GetProperty("Object").EnumerateArray()
            .Where(one => one.GetProperty("name").GetString() == "coin-address")
            .Select(one => one.GetProperty("Attribute").EnumerateArray().ToDictionary(attribute => attribute.GetProperty("object_relation").GetString()!)).ToList();

        Assert.All(accounts.Where(one => one.ContainsKey("address")), one => Assert.Equal("BTC", one["symbol"].GetProperty("value").GetString()));
        Assert.Contains(accounts, one => one.TryGetValue("address-crypto", out var address) && address.GetProperty("value").GetString()!.StartsWith("0x", StringComparison.Ordinal));
        Assert.All(accounts, one => Assert.Equal(
            one["text"].GetProperty("value").GetString()!.EndsWith("thief", StringComparison.Ordinal) || one["text"].GetProperty("value").GetString()!.EndsWith("thief_onward", StringComparison.Ordinal)
                || one["text"].GetProperty("value").GetString()!.EndsWith("linking", StringComparison.Ordinal),
            (one.GetValueOrDefault("address") is { ValueKind: JsonValueKind.Object } bitcoin ? bitcoin : one["address-crypto"]).GetProperty("to_ids").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Incidents))]
    public async Task The_pack_imports_back_as_the_same_labels(string incident)
    {
        var findings = await FindingsAsync(incident);
        using var pack = new MemoryStream();

        Assert.True(CaseTagPack.TryWrite(findings, pack));
        var again = LabelText.Read("case.yaml", Encoding.UTF8.GetString(pack.ToArray()), LabelText.Trusting).Labels;

        Assert.Equal(
            CaseTagPack.LabelsOf(findings).Select(LabelText.Value).OrderBy(Order, StringComparer.Ordinal),
            again.Select(LabelText.Value).OrderBy(Order, StringComparer.Ordinal));

        static string Order((Label Label, string Concepts) one) => $"{one.Label.Subject} {one.Label.Name} {one.Label.Source}";
    }

    [Fact]
    public async Task The_report_under_DORA_has_every_field_once_known_or_unknown()
    {
        var report = await JsonOfAsync("coinex-2023", DoraReport.Write);
        var fields = report.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("number").GetString()!, field => field.GetProperty("value").GetString()!);

        Assert.Empty(JsonSchema.Read("docs/dora.schema.json").Faults(report));
        Assert.Equal(16 + 10 + 35 + 16, fields.Count);
        Assert.Equal(("CoinEx", "coinex-2023", "2023-09-12T13:20:59Z"), (fields["1.5"], fields["2.1"], fields["3.2"]));
        Assert.StartsWith("USD ", fields["4.13"], StringComparison.Ordinal);
        Assert.Equal(DoraReport.Unknown, fields["3.4"]);
        Assert.Equal(report.GetProperty("known").GetInt32(), fields.Count(field => field.Value != DoraReport.Unknown));
        Assert.NotEmpty(report.GetProperty("indicators").EnumerateArray());
    }

    [Fact]
    public async Task What_comes_from_outside_hides_and_breaks_nothing()
    {
        var findings = await FindingsAsync("coinex-2023");
        const string Evil = "\u202Eevil</script>'] OR [url:value = 'x\u0007";
        var facts = findings.Facts with
        {
            Title = Evil + new string('x', 10_000),
            Victim = Evil,
            Wallets = [.. findings.Facts.Wallets, new IncidentWallet { Chain = "kadena", Address = "k:' OR '\\", Account = null, Role = WalletRole.Thief, Source = "rekt" }],
        };
        var hostile = findings with { Inputs = findings.Inputs with { Facts = facts } };
        foreach (Action<CaseFindings, Stream> write in new[] { StixBundle.Write, MispEvent.Write, DoraReport.Write })
        {
            using var output = new MemoryStream();
            write(hostile, output);
            string text = Encoding.UTF8.GetString(output.ToArray());
            using var parsed = JsonDocument.Parse(text);
            Assert.DoesNotContain('\u202E', text);
            Assert.DoesNotContain('\u0007', text);
            Assert.DoesNotContain(new string('x', 5_000), text, StringComparison.Ordinal);
        }

        var patterns = Objects(Parsed(hostile, StixBundle.Write)).Where(one => one.TryGetProperty("pattern", out _)).Select(one => one.GetProperty("pattern").GetString()!);
        Assert.Contains(@"[cryptocurrency-wallet:value = 'k:\' OR \'\\']", patterns);
    }

    [Fact]
    public async Task The_same_case_has_the_same_bytes()
    {
        foreach (Action<CaseFindings, Stream> write in new[] { StixBundle.Write, MispEvent.Write, DoraReport.Write, (findings, output) => CaseTagPack.TryWrite(findings, output) })
        {
            using var first = new MemoryStream();
            using var second = new MemoryStream();
            write(await FindingsAsync("coinex-2023"), first);
            write(await FindingsAsync("coinex-2023"), second);
            Assert.Equal(first.ToArray(), second.ToArray());
        }
    }

    private static List<JsonElement> Objects(JsonElement bundle) => [.. bundle.GetProperty("objects").EnumerateArray()];

    private static IEnumerable<string> References(JsonElement one) => one.EnumerateObject().SelectMany(member =>
        member.Name.EndsWith("_ref", StringComparison.Ordinal) ? [member.Value.GetString()!]
        : member.Name.EndsWith("_refs", StringComparison.Ordinal) ? member.Value.EnumerateArray().Select(item => item.GetString()!)
        : member.Name is "input" or "output" ? member.Value.EnumerateArray().SelectMany(References)
        : []);

    private static async Task<JsonElement> JsonOfAsync(string incident, Action<CaseFindings, Stream> write) => Parsed(await FindingsAsync(incident), write);

    private static JsonElement Parsed(CaseFindings findings, Action<CaseFindings, Stream> write)
    {
        using var output = new MemoryStream();
        write(findings, output);
        using var document = JsonDocument.Parse(output.ToArray());
        return document.RootElement.Clone();
    }

    private static async Task<CaseFindings> FindingsAsync(string incident)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var library = IncidentLibrary.Open(null);
        var inputs = await CaseReading.ReadAsync(library, library.Find(incident), null, LabelFiles.None, new(), cancellation);
        return await CaseFindings.OfAsync(inputs, null, cancellation);
    }
}
