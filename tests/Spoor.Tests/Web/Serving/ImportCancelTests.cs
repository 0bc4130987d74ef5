using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

/// <summary>An import that somebody stops in the middle: nothing of it is in the store, and it can be sent again.</summary>
public sealed class ImportCancelTests
{
    private const int Rows = 400_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task An_import_that_is_cancelled_while_it_runs_leaves_nothing_and_can_be_sent_again()
    {
        await using var served = await ServedCase.StartAsync();
        byte[] file = Packed();
        var (_, before) = await served.GetAsync("/api/v1/status");
        var (status, job) = await served.SendFileAsync("many.csv.gz", file);
        Assert.Equal(HttpStatusCode.Accepted, status);
        await RunningAsync(served, job);

        var (asked, _) = await served.SendAsync(HttpMethod.Delete, $"/api/v1/jobs/{Text(job, "id")}", null, Role.Investigator);
        var ended = await served.EndedAsync(job);

        Assert.Equal((HttpStatusCode.OK, "cancelled", null), (asked, Text(ended, "state"), Text(ended, "document")));
        Assert.Equal(before.ToString(), (await served.GetAsync("/api/v1/status")).Body.ToString());
        Assert.Empty(Directory.GetFiles(Path.Combine(served.Folder, "uploads"), "*", SearchOption.AllDirectories));
        var again = await served.DocumentAsync(await served.ImportAsync("many.csv.gz", file));
        Assert.Equal((Rows, 0), (again.GetProperty("added").GetInt32(), again.GetProperty("files")[0].GetProperty("known").GetInt32()));
    }

    [Fact(Timeout = 300_000)]
    public async Task An_import_that_is_cancelled_before_its_turn_never_begins()
    {
        await using var served = await ServedCase.StartAsync();
        await using var held = await HeldBoard.OfAsync(served);
        var (_, before) = await served.GetAsync("/api/v1/status");
        var (_, job) = await served.SendFileAsync("many.csv.gz", Packed());

        await served.SendAsync(HttpMethod.Delete, $"/api/v1/jobs/{Text(job, "id")}", null, Role.Investigator);
        var ended = await served.EndedAsync(job);

        Assert.Equal("cancelled", Text(ended, "state"));
        Assert.Equal(before.ToString(), (await served.GetAsync("/api/v1/status")).Body.ToString());
        Assert.Empty(Directory.GetFiles(Path.Combine(served.Folder, "uploads"), "*", SearchOption.AllDirectories));
    }

    // Until rows are being read: a test that comes too late says so.
    private static async Task RunningAsync(ServedCase served, JsonElement job)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        while (Text(job, "state") is "queued" or "running" && !job.GetProperty("progress").TryGetProperty("rows", out _))
        {
            await Task.Delay(5, limit.Token);
            job = (await served.GetAsync($"/api/v1/jobs/{Text(job, "id")}", Role.Investigator)).Body;
        }

        Assert.True(Text(job, "state") == "running", $"The import was over before it could be cancelled; give it more rows. {job}");
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var text = new StreamWriter(gzip, new UTF8Encoding(false)))
        {
            text.Write("chain,block,tx_index,index,time,tx,kind,from,to,asset,amount\n");
            for (int i = 0; i < Rows; i++)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"eip155:1,{200 + (i / 100)},{i % 100},0,2023-09-13 13:20:59,{i + 1000:x64},native,0x00000000000000000000000000000000000000f2,0x00000000000000000000000000000000000000a7,slip44:60,5\n"));
            }
        }

        return packed.ToArray();
    }

    private static string? Text(JsonElement one, string member) => one.GetProperty(member).GetString();
}
