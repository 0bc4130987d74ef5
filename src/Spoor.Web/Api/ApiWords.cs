using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary>What the API document says of the API as a whole.</summary>
internal sealed class ApiWords : IOpenApiDocumentTransformer
{
    private const string Key = "key";
    private const string Session = "session";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Spoor",
            Version = "v1",
            Description = "Crypto theft: addresses, transfers, traces with books that balance, links, attribution, loss, response. Refusals are problem details (RFC 9457) whose codes do not change.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };

        // The host is whichever this document came from: a name that the server was told by a stranger stays out.
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key: spoor serve key add." },
            [Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Accounts.Gatekeeper.CookieName, Description = "The session of a browser." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = ProblemSchema();
        document.Security = [Need(Key, document), Need(Session, document)];
        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Need(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Problem.All.Select(problem => (System.Text.Json.Nodes.JsonNode)problem.Code)] },
        },
    };
}
