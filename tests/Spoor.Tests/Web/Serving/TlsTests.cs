using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Spoor.Storage.Acts;
using Spoor.Tests.Storage;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Serving;

public sealed class TlsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_with_a_certificate_answers_over_tls_by_its_name_and_keeps_its_cookie_to_it()
    {
        using var folder = new TemporaryFolder();
        AccountFile.In(folder.Data).Change(book => book.With(new Account("alice", Role.Viewer, PasswordHash.Of(ServedCase.Password, iterations: 10))));
        var settings = new ServeSettings
        {
            Folder = folder.Data,
            Desk = DeskFolder.At(Path.Combine(folder.Path, "desk")),
            AlertFile = Path.Combine(folder.Path, "alerts.jsonl"),
            Urls = [ListenUrl.Parse("https://127.0.0.1:0")],
            Tls = WritePair(folder.Path),
            Hosts = ["spoor.example.com"],
            Clock = TimeProvider.System,
        };
        await using var server = await SpoorServer.StartAsync(settings, Cancellation);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=spoor.example.com", UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = new StringContent($"{{\"name\":\"alice\",\"password\":\"{ServedCase.Password}\"}}", System.Text.Encoding.UTF8, "application/json"),
            Headers = { Host = "spoor.example.com" },
        };

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    private static (string Certificate, string Key) WritePair(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=spoor.example.com", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var (chain, secret) = (Path.Combine(folder, "chain.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(chain, certificate.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return (chain, secret);
    }
}
