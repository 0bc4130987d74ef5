using System.Net;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

/// <summary>Calls as a client of MistTrack's OpenAPI makes them: the key in the query, the envelope around everything.</summary>
public sealed class MistTrackTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Fence = "0x00000000000000000000000000000000000000e1";

    private string Key => served.KeyOf(Role.Viewer);

    public static TheoryData<string, string[]> Paths => new()
    {
        { "/v1/status", ["support_coin"] },
        { "/v1/address_labels", ["label_list", "label_type"] },
        { "/v1/address_overview", ["balance", "txs_count", "first_seen", "last_seen", "total_received", "total_spent", "received_txs_count", "spent_txs_count"] },
        { "/v1/risk_score", ["score", "risk_level", "detail_list", "hacking_event", "risk_detail", "risk_report_url"] },
        { "/v2/risk_score", ["score", "risk_level", "detail_list", "hacking_event", "risk_detail", "risk_report_url"] },
        { "/v3/risk_score", ["score", "risk_level", "detail_list", "hacking_event", "risk_detail", "risk_report_url", "address_label", "hop_dic"] },
        { "/v2/risk_score_query_task", ["score", "risk_level", "detail_list", "hacking_event", "risk_detail", "risk_report_url"] },
        { "/v3/risk_score_query_task", ["score", "risk_level", "detail_list", "hacking_event", "risk_detail", "risk_report_url", "address_label", "hop_dic"] },
        { "/v1/transactions_investigation", ["in", "out", "page", "total_pages", "transactions_on_page"] },
        { "/v1/address_action", ["received_txs", "spent_txs"] },
        { "/v1/address_trace", ["first_address", "use_platform", "malicious_event", "relation_info"] },
        { "/v1/address_counterparty", ["address_counterparty_list"] },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_call_gets_the_envelope_and_the_fields_that_clients_read(string path, string[] fields)
    {
        var (status, answer) = await served.GetAsync($"{path}?coin=ETH&address={SmallCase.Thief}&api_key={Key}", null);
        var (refused, refusal) = await served.GetAsync($"{path}?coin=ETH&address={SmallCase.Thief}", null);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((true, ""), (answer.GetProperty("success").GetBoolean(), answer.GetProperty("msg").GetString()));
        Assert.Equal(fields, answer.GetProperty("data").EnumerateObject().Select(member => member.Name));
        Assert.Equal(HttpStatusCode.Unauthorized, refused);
        Assert.Equal((false, "InvalidApiKey"), (refusal.GetProperty("success").GetBoolean(), refusal.GetProperty("msg").GetString()));
    }

    [Theory]
    [InlineData("coin=DOGGO&address=0x00000000000000000000000000000000000000a1", "UnsupportedToken")]
    [InlineData("address=0x00000000000000000000000000000000000000a1", "UnsupportedToken")]
    [InlineData("coin=ETH&address=0x12", "InvalidAddress")]
    [InlineData("coin=ETH", "InvalidAddress")]
    public async Task What_cannot_be_answered_is_refused_in_the_words_that_clients_know(string query, string message)
    {
        var (status, answer) = await served.GetAsync($"/v1/address_overview?{query}&api_key={Key}", null);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal((false, message), (answer.GetProperty("success").GetBoolean(), answer.GetProperty("msg").GetString()));
    }

    [Fact]
    public async Task An_overview_counts_in_whole_coins_to_the_last_digit()
    {
        var data = await DataAsync("/v1/address_overview", Fence);

        Assert.Equal(("60", "60", "0"), (data.GetProperty("balance").GetRawText(), data.GetProperty("total_received").GetRawText(), data.GetProperty("total_spent").GetRawText()));
        Assert.Equal(1_694_524_871, data.GetProperty("first_seen").GetInt64());
    }

    [Fact]
    public async Task A_score_names_what_it_rests_on_and_the_transactions_behind_it()
    {
        var data = await DataAsync("/v3/risk_score", SmallCase.Thief);

        Assert.InRange(data.GetProperty("score").GetInt32(), 3, 100);
        Assert.Matches("^(Low|Moderate|High|Severe)$", data.GetProperty("risk_level").GetString());
        Assert.Contains(data.GetProperty("risk_detail").EnumerateArray(), risk =>
            risk.GetProperty("risk_type").GetString() == "sanctioned_entity" && risk.GetProperty("exposure_type").GetString() == "direct" && risk.GetProperty("evidence").GetArrayLength() > 0);
    }

    [Fact]
    public async Task An_investigation_lists_who_paid_and_who_was_paid_with_the_hashes()
    {
        var data = await DataAsync("/v1/transactions_investigation", SmallCase.Thief);

        Assert.Equal("100", Assert.Single(data.GetProperty("in").EnumerateArray()).GetProperty("amount").GetRawText());
        Assert.Equal(2, data.GetProperty("out").GetArrayLength());
        Assert.Equal(3, data.GetProperty("transactions_on_page").GetInt32());
    }

    [Theory]
    [InlineData("/v2")]
    [InlineData("/v3")]
    public async Task A_task_has_its_result_as_soon_as_it_is_made_and_its_key_comes_in_the_body(string version)
    {
        var (status, answer) = await CreateAsync(version, $"{{\"coin\":\"ETH\",\"address\":\"{SmallCase.Thief}\",\"api_key\":\"{Key}\"}}");
        var (refused, refusal) = await CreateAsync(version, $"{{\"coin\":\"ETH\",\"address\":\"{SmallCase.Thief}\"}}");
        var (bad, word) = await CreateAsync(version, $"{{\"coin\":\"ETH\",\"address\":\"0x12\",\"api_key\":\"{Key}\"}}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["has_result", "scanned_ts", "task_id"], answer.GetProperty("data").EnumerateObject().Select(member => member.Name));
        Assert.True(answer.GetProperty("data").GetProperty("has_result").GetBoolean());
        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidApiKey"), (refused, refusal.GetProperty("msg").GetString()));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidAddress"), (bad, word.GetProperty("msg").GetString()));
    }

    [Fact]
    public async Task A_transaction_has_the_score_of_the_gravest_who_paid_or_was_paid_in_it()
    {
        const string ToFence = "0x0000000000000000000000000000000000000000000000000000000000000002";
        async Task<int> ScoreAsync(string query) => (await served.GetAsync($"/v3/risk_score?coin=ETH&{query}&api_key={Key}", null)).Body.GetProperty("data").GetProperty("score").GetInt32();
        int fence = await ScoreAsync($"address={Fence}");
        int thief = await ScoreAsync($"address={SmallCase.Thief}");

        Assert.Equal(fence, await ScoreAsync($"txid={ToFence}&direction=withdraw"));
        Assert.Equal(thief, await ScoreAsync($"txid={ToFence}&direction=deposit"));
        Assert.Equal(Math.Max(fence, thief), await ScoreAsync($"txid={ToFence}"));
        var (status, answer) = await served.GetAsync($"/v3/risk_score?coin=ETH&txid=0x12&api_key={Key}", null);
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidTxid"), (status, answer.GetProperty("msg").GetString()));
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> CreateAsync(string version, string body) =>
        served.SendAsync(HttpMethod.Post, $"{version}/risk_score_create_task", body, null);

    private async Task<JsonElement> DataAsync(string path, string address)
    {
        var (status, answer) = await served.GetAsync($"{path}?coin=ETH&address={address}&api_key={Key}", null);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer.GetProperty("data");
    }
}
