using System.Text.Json;
using Spoor.Response.Compensation.Books;
using Spoor.Tests.Approved;
using Spoor.Workspace.Compensation;

namespace Spoor.Tests.Cli.Compensation;

public sealed class CompensationCommandTests : IDisposable
{
    private readonly CompensationDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_pages_are_the_approved_ones()
    {
        await _desk.BeginAsync();
        await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "proof", "coinex-2023", "c-1003", "--out", "proof.json"));

        ApprovedText.Check("compensation-status.txt", await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "status", "coinex-2023")));
        ApprovedText.Check("compensation-verify.txt", await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "verify", "proof.json", "--root", "root.json")));
        ApprovedText.Check("compensation-tree.txt", await CompensationDesk.DoneAsync(_desk.ActAsync("tree", "--out", "root.json")));
        ApprovedText.Check("compensation-proof.json", File.ReadAllText(Path.Combine(_desk.Spoor.Folder, "proof.json")));
    }

    [Theory]
    [InlineData("compensation-status.txt")]
    [InlineData("compensation-verify.txt")]
    public void The_manual_shows_the_approved_pages(string approved)
    {
        string manual = File.ReadAllText(Repository.File("docs/cli.md")).ReplaceLineEndings("\n");
        string page = File.ReadAllText(Repository.File($"tests/Spoor.Tests/Approved/{approved}")).ReplaceLineEndings("\n").TrimEnd('\n');

        Assert.Contains($"```text\n{page}\n```", manual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loss_writtenshared_out_pro_rata_and_in_dollars()
    {
        ApprovedText.Check("compensation-pro-rata.txt", await CompensationDesk.DoneAsync(
            _desk.OpenAsync("--policy", "pro-rata", "--share", "75", "--usd-at", "2023-09-12T13:21:00Z")));
    }

    [Fact]
    public async Task The_documents_are_as_their_schemas_say()
    {
        await _desk.BeginAsync();

        Check("compensation", await _desk.StatusAsync());
        Check("compensation-entry", await CompensationDesk.DoneAsync(_desk.ActAsync("pay", "--json", "--reference", "P-2", "--customer", "c-1004", "--asset", "USDT", "--amount", "1")));
        Check("compensation-entry", await CompensationDesk.DoneAsync(_desk.ActAsync("pay", "--json", "--reference", "P-2", "--customer", "c-1004", "--asset", "USDT", "--amount", "1")));
        Check("compensation-root", await CompensationDesk.DoneAsync(_desk.ActAsync("tree", "--json")));
        string proof = await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "proof", "coinex-2023", "c-1004"));
        Check("compensation-proof", proof);
        _desk.Spoor.Write("proof.json", proof);
        Check("compensation-check", await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "verify", "proof.json", "--json")));

        static void Check(string name, string text)
        {
            using var document = JsonDocument.Parse(text);
            Assert.Equal($"{name}/1", document.RootElement.GetProperty("spoor").GetString());
            Assert.Empty(JsonSchema.Read($"docs/{name}.schema.json").Faults(document.RootElement));
        }
    }

    [Fact]
    public async Task A_proof_writtenchecked_without_the_desk_and_an_altered_one_writtenrefused()
    {
        await _desk.BeginAsync();
        string proof = await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "proof", "coinex-2023", "c-1001"));
        using var elsewhere = new CommandRun();
        elsewhere.Write("proof.json", proof);
        elsewhere.Write("root.json", File.ReadAllText(Path.Combine(_desk.Spoor.Folder, "root.json")));
        elsewhere.Write("altered.json", proof.Replace("12500000000000000000", "12500000000000000001", StringComparison.Ordinal));

        Assert.Equal(0, (await elsewhere.RunAsync("compensation", "verify", "proof.json")).Code);
        Assert.Equal(0, (await elsewhere.RunAsync("compensation", "verify", "proof.json", "--root", "root.json")).Code);
        var altered = await elsewhere.RunAsync("compensation", "verify", "altered.json");
        var other = await elsewhere.RunAsync("compensation", "verify", "proof.json", "--root", new string('0', 64));
        Assert.Equal((2, 2), (altered.Code, other.Code));
        Assert.Contains("The proof does not hold", altered.Result, StringComparison.Ordinal);
        Assert.Contains("the published one is 0000", other.Result.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"total\": \"15500000000000000000\"", "\"total\": \"99000000000000000000\"", "states a total of 99000000000000000000 units of ETH, its hash is of 15500000000000000000")]
    [InlineData("\"leaves\": 4", "\"leaves\": 4000", "of 4000 customers of coinex-2023 in ETH, USDT, its hash is of 4 of coinex-2023")]
    [InlineData("\"asset\": \"USDT\"", "\"asset\": \"USDC\"", "in ETH, USDC, its hash is of 4 of coinex-2023 in ETH, USDT")]
    [InlineData("\"asset\": \"USDT\"", "\"asset\": \"ETH\"", "expected each asset once, found 'ETH'")]
    public async Task A_published_root_that_states_more_than_its_hash_writtenno_root(string written, string stated, string fault)
    {
        await _desk.BeginAsync();
        _desk.Spoor.Write("proof.json", await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "proof", "coinex-2023", "c-1001")));
        string root = File.ReadAllText(Path.Combine(_desk.Spoor.Folder, "root.json"));
        Assert.Contains(written, root, StringComparison.Ordinal);
        _desk.Spoor.Write("other.json", root.Replace(written, stated, StringComparison.Ordinal));

        var (code, result, talk) = await _desk.Spoor.RunAsync("compensation", "verify", "proof.json", "--root", "other.json", "--json");

        Assert.Equal(2, code);
        Assert.Contains(fault, result + talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payments_of_a_file_are_booked_once_and_only_all_together()
    {
        await _desk.BeginAsync();
        string before = await _desk.StatusAsync();
        _desk.Spoor.Write("bad.csv", "reference,customer,asset,amount\nQ-1,c-1002,ETH,0.75\nQ-2,c-1004,USDT,100\n");
        _desk.Spoor.Write("good.csv", "reference,customer,asset,amount\nQ-1,c-1002,ETH,0.75\nQ-2,c-1004,USDT,99.99\nP-1,c-1001,ETH,10\n");

        var bad = await _desk.ActAsync("pay", "--payments", "bad.csv");
        Assert.Equal(2, bad.Code);
        Assert.Contains("payment Q-2: amount: expected more than nothing and at most 99.99 USDT", bad.Talk, StringComparison.Ordinal);
        Assert.Equal(before, await _desk.StatusAsync());

        await CompensationDesk.DoneAsync(_desk.ActAsync("pay", "--payments", "good.csv"));
        string after = await _desk.StatusAsync();
        Assert.Contains("Booked before", await CompensationDesk.DoneAsync(_desk.ActAsync("pay", "--payments", "good.csv")), StringComparison.Ordinal);
        Assert.Equal(after, await _desk.StatusAsync());
        using var document = JsonDocument.Parse(after);
        Assert.Equal(3, document.RootElement.GetProperty("payments").GetInt32());
    }

    // In smallest units a file is longer than it came, and books that name a file which nobody can read are lost.
    [Fact]
    public void Payments_that_could_not_be_read_again_are_not_written()
    {
        var folder = new CompensationFolder(_desk.Spoor.Folder) { MostPayments = 1_000 };
        var payments = Enumerable.Range(0, 40).Select(number => new CompensationPayment($"P-{number}", "c-1001", "ETH", new(10_000_000_000))).ToList();

        Assert.Contains("Split the file", Assert.Throws<FormatException>(() => folder.WritePayments(payments)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
        Assert.Equal(64, folder.WritePayments([.. payments.Take(20)]).Length);
    }

    [Fact]
    public async Task An_opening_that_is_refused_leaves_no_file_and_no_secret_is_passed_over()
    {
        await CompensationDesk.DoneAsync(_desk.OpenAsync());
        string[] files = Directory.GetFiles(_desk.Files);

        var again = await _desk.OpenAsync("--policy", "pro-rata");
        Assert.Equal(2, again.Code);
        Assert.Contains("Nothing was changed", again.Talk, StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(_desk.Files));

        File.Delete(_desk.Log);
        _desk.Spoor.Write("secret.txt", new string('a', 64));
        Assert.Contains("found another one kept before", (await _desk.OpenAsync()).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_cut_at_any_line_leaves_books_that_balance()
    {
        await _desk.BeginAsync();
        string[] lines = File.ReadAllLines(_desk.Log);

        for (int kept = 1; kept < lines.Length; kept++)
        {
            File.WriteAllText(_desk.Log, string.Concat(lines.Take(kept).Select(line => line + "\n")) + lines[kept][..(lines[kept].Length / 2)]);
            using var document = JsonDocument.Parse(await _desk.StatusAsync());
            Assert.All(document.RootElement.GetProperty("assets").EnumerateArray(), asset => Assert.True(asset.GetProperty("balanced").GetBoolean()));
        }
    }

    [Fact]
    public async Task What_was_changed_on_the_desk_writtenfound()
    {
        await _desk.BeginAsync();
        string pledges = Assert.Single(Directory.GetFiles(_desk.Files, "pledges-*.csv"));
        string table = File.ReadAllText(pledges);
        string log = File.ReadAllText(_desk.Log);

        File.WriteAllText(pledges, table.Replace("750000000000000000", "850000000000000000", StringComparison.Ordinal));
        Assert.Contains("expected the file whose SHA-256", (await _desk.Spoor.RunAsync("compensation", "status", "coinex-2023")).Talk, StringComparison.Ordinal);
        File.WriteAllText(pledges, table);
        File.WriteAllText(_desk.Log, log.Replace("\"amount\":\"10000000000000000000\"", "\"amount\":\"10000000000000000001\"", StringComparison.Ordinal));
        Assert.Contains("id: expected", (await _desk.Spoor.RunAsync("compensation", "status", "coinex-2023")).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_writtenof_the_root_published_last_until_a_new_one_is()
    {
        await _desk.BeginAsync();
        await CompensationDesk.DoneAsync(_desk.ActAsync("settle", "--reference", "D-1", "--pledge", "13000"));
        string root = Path.Combine(_desk.Spoor.Folder, "root.json");

        Assert.Contains("\"12000500000\"", await ProofAsync(), StringComparison.Ordinal);
        await CompensationDesk.DoneAsync(_desk.ActAsync("tree", "--out", "root.json"));
        Assert.Contains("\"13000000000\"", await ProofAsync(), StringComparison.Ordinal);

        async Task<string> ProofAsync()
        {
            await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "proof", "coinex-2023", "c-1003", "--out", "mine.json"));
            await CompensationDesk.DoneAsync(_desk.Spoor.RunAsync("compensation", "verify", "mine.json", "--root", root));
            return File.ReadAllText(Path.Combine(_desk.Spoor.Folder, "mine.json"));
        }
    }

    [Fact]
    public async Task The_same_opening_twice_writtenone_and_another_writtenrefused()
    {
        await CompensationDesk.DoneAsync(_desk.OpenAsync());

        Assert.Contains("nothing changes", (await _desk.OpenAsync()).Talk, StringComparison.Ordinal);
        Assert.Equal(2, (await _desk.OpenAsync("--policy", "pro-rata")).Code);
        Assert.Single(File.ReadAllLines(_desk.Log));
    }

    [Fact]
    public async Task Without_a_secret_handed_in_each_desk_has_its_own()
    {
        using var other = new CompensationDesk();
        Assert.NotEqual(await RootAsync(_desk), await RootAsync(other));

        static async Task<string> RootAsync(CompensationDesk desk)
        {
            await CompensationDesk.DoneAsync(desk.ActAsync("open", "--balances", "balances.csv", "--losses", "losses.csv", "--policy", "full"));
            return await CompensationDesk.DoneAsync(desk.ActAsync("tree", "--json"));
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("tree", "--why", "x")]
    [InlineData("claim", "--reference", "T-1", "--customer", "c-1", "--asset", "ETH", "--amount", "1", "--why", "x")]
    public async Task Nothing_writtenmade_where_no_compensation_writtenopen(params string[] arguments)
    {
        var (code, _, talk) = await _desk.Spoor.RunAsync(["compensation", arguments[0], "coinex-2023", .. arguments[1..]]);

        Assert.Equal(2, code);
        Assert.NotEqual("", talk);
        Assert.False(Directory.Exists(Path.GetDirectoryName(_desk.Log)!));
    }

    [Theory]
    [InlineData("pay", "--reference", "P-1")]
    [InlineData("pay", "--payments", "x.csv", "--reference", "P-1")]
    [InlineData("pay", "--reference", "P-9", "--customer", "c-1001", "--asset", "ETH", "--amount", "-1")]
    [InlineData("pay", "--reference", "P-9", "--customer", "c-1001", "--asset", "DOGE", "--amount", "1")]
    [InlineData("pay", "--reference", "P-9", "--customer", "c-9", "--asset", "ETH", "--amount", "1")]
    [InlineData("pay", "--reference", "=P", "--customer", "c-1001", "--asset", "ETH", "--amount", "1")]
    [InlineData("settle", "--reference", "D-9")]
    [InlineData("open", "--balances", "balances.csv", "--losses", "losses.csv", "--policy", "full", "--share", "50")]
    [InlineData("open", "--balances", "balances.csv", "--losses", "losses.csv", "--policy", "some")]
    public async Task What_writtenwrong_writtenrefused_and_changes_nothing(string verb, params string[] options)
    {
        await _desk.BeginAsync();
        byte[] before = File.ReadAllBytes(_desk.Log);

        var (code, _, talk) = await _desk.ActAsync(verb, options);

        Assert.Equal(2, code);
        Assert.NotEqual("", talk);
        Assert.Equal(before, File.ReadAllBytes(_desk.Log));
    }
}
