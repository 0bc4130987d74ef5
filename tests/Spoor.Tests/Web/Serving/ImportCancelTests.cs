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
    private const int MostRows = 6_400_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task An_import_that_is_cancelled_while_it_runs_leaves_nothing_and_can_be_sent_again()
    {
        await using var served = await ServedCase.StartAsync();

        // Where it was over before anybody could say stop, twice as many rows are sent, of other transactions.
        int rows = Rows;
        var (file, before, ended) = await StoppedAsync(served, rows);
        while (Text(ended, "state") == "done" && rows < MostRows)
        {
            rows *= 2;
            (file, before, ended) = await StoppedAsync(served, rows);
        }

        Assert.Equal(("cancelled", null), (Text(ended, "state"), Text(ended, "document")));
        Assert.Equal(before, (await served.GetAsync("/api/v1/status")).Body.ToString());
        Assert.Empty(Directory.GetFiles(Path.Combine(served.Folder, "uploads"), "*", SearchOption.AllDirectories));
        var again = await served.DocumentAsync(await served.ImportAsync("many.csv.gz", file));
        Assert.Equal((rows, 0), (again.GetProperty("added").GetInt32(), again.GetProperty("files")[0].GetProperty("known").GetInt32()));
    }

    [Fact(Timeout = 300_000)]
    public async Task An_import_that_is_cancelled_before_its_turn_never_begins()
    {
        await using var served = await ServedCase.StartAsync();
        await using var held = await HeldBoard.OfAsync(served);
        var (_, before) = await served.GetAsync("/api/v1/status");
        var (_, job) = await served.SendFileAsync("many.csv.gz", Packed(1));

        await served.SendAsync(HttpMethod.Delete, $"/api/v1/jobs/{Text(job, "id")}", null, Role.Investigator);
        var ended = await served.EndedAsync(job);

        Assert.Equal("cancelled", Text(ended, "state"));
        Assert.Equal(before.ToString(), (await served.GetAsync("/api/v1/status")).Body.ToString());
        Assert.Empty(Directory.GetFiles(Path.Combine(served.Folder, "uploads"), "*", SearchOption.AllDirectories));
    }

    // Sends rows, and says stop when they are being read.
    private static async Task<(byte[] File, string Before, JsonElement Ended)> StoppedAsync(ServedCase served, int rows)
    {
        byte[] file = Packed(rows);
        string before = (await served.GetAsync("/api/v1/status")).Body.ToString();
        var (status, job) = await served.SendFileAsync("many.csv.gz", file);
        Assert.Equal(HttpStatusCode.Accepted, status);
        string? id = Text(job, "id");
        while (Text(job, "state") is "queued" or "running" && !job.GetProperty("progress").TryGetProperty("rows", out _))
        {
            await Task.Delay(5, Cancellation);
            job = (await served.GetAsync($"/api/v1/jobs/{id}", Role.Investigator)).Body;
        }

        var (asked, _) = await served.SendAsync(HttpMethod.Delete, $"/api/v1/jobs/{id}", null, Role.Investigator);
        Assert.Equal(HttpStatusCode.OK, asked);
        return (file, before, await served.EndedAsync(job));
    }

    private static byte[] Packed(int rows)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var text = new StreamWriter(gzip, new UTF8Encoding(false)))
        {
            text.Write("chain,block,tx_index,index,time,tx,kind,from,to,asset,amount\n");
            for (int i = 0; i < rows; i++)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"eip155:1,{200 + (i / 100)},{i % 100},0,2023-09-13 13:20:59,{(long)rows + i:x64},native,0x00000000000000000000000000000000000000f2,0x00000000000000000000000000000000000000a7,slip44:60,5\n"));
            }
        }

        return packed.ToArray();
    }

    private static string? Text(JsonElement one, string member) => one.GetProperty(member).GetString();
}
