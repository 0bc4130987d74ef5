using System.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Routes;

/// <summary>The API document before the validator of Microsoft.OpenApi, which reads it as any generator of clients would.</summary>
public sealed class OpenApiValidationTests(ServedCase served) : IClassFixture<ServedCase>
{
    [Fact]
    public async Task A_validator_finds_neither_an_error_nor_a_warning()
    {
        var (document, diagnostic) = await ReadAsync(text => text);

        Assert.Empty(diagnostic.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Empty(diagnostic.Warnings.Select(warning => $"{warning.Pointer}: {warning.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.Equal(RouteRows.All.Count, document.Paths.Values.Sum(path => path.Operations?.Count ?? 0));
    }

    [Theory]
    [InlineData("\"title\": \"Spoor\"", "\"titel\": \"Spoor\"")]
    [InlineData("#/components/schemas/Problem", "#/components/schemas/Nothing")]
    [InlineData("\"in\": \"path\"", "\"in\": \"somewhere\"")]
    public async Task The_validator_is_one_that_finds_what_is_wrong(string right, string wrong)
    {
        var (_, diagnostic) = await ReadAsync(text => text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEmpty(diagnostic.Errors.Concat(diagnostic.Warnings));
    }

    private async Task<(OpenApiDocument Document, OpenApiDiagnostic Diagnostic)> ReadAsync(Func<string, string> change)
    {
        string text = change(await served.Client().GetStringAsync("/openapi/v1.json", ServedCase.Cancellation));
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var read = OpenApiDocument.Load(bytes, "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });
        return (read.Document!, read.Diagnostic!);
    }
}
