using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spoor.Tests.Storage;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

/// <summary>The receivers that the manual shows judge as Spoor does.</summary>
public sealed class WebhookExampleTests : IDisposable
{
    private const string Written = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1_694_524_860);

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _body = Encoding.UTF8.GetBytes("{\"owner\":\"Börse\"}");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, "", "genuine")]
    [InlineData(400, "", "stale")]
    [InlineData(0, "x", "forged")]
    public async Task The_python_receiver(int secondsLater, string added, string expected)
    {
        var signature = Sign();
        long now = Sent.ToUnixTimeSeconds() + secondsLater;
        string answer = await RunAsync(
            "python3", "python", "receiver.py", added, Written, signature.Id, signature.Timestamp, signature.Signature, now.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("", "genuine")]
    [InlineData("x", "forged")]
    public async Task The_shell_check(string added, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a Unix shell.");
        var signature = Sign();
        string body = Path.Combine(_folder.Path, "body");
        await File.WriteAllBytesAsync(body, [.. _body, .. Encoding.UTF8.GetBytes(added)], TestContext.Current.CancellationToken);

        Assert.Equal(expected, await RunAsync("bash", "bash", "verify.sh", "", signature.Id, signature.Timestamp, signature.Signature, body));
    }

    private WebhookSignature Sign() => WebhookSignature.Of(WebhookSecret.Parse(Written, "test"), "alert_1", _body, Sent);

    private async Task<string> RunAsync(string program, string language, string name, string added, params string[] arguments)
    {
        string page = (await File.ReadAllTextAsync(Repository.File("docs/webhooks.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        int start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        string file = Path.Combine(_folder.Path, name);
        await File.WriteAllTextAsync(file, page[start..page.IndexOf("```", start, StringComparison.Ordinal)], TestContext.Current.CancellationToken);
        using var process = Start(program, [file, .. arguments]);
        await process.StandardInput.BaseStream.WriteAsync((byte[])[.. _body, .. Encoding.UTF8.GetBytes(added)], TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        return (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(isThere, $"{program} is not installed.");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["SPOOR_WEBHOOK_SECRET"] = Written;
        return Process.Start(start)!;
    }
}
