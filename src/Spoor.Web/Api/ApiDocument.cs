using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Spoor.Web.Accounts;

namespace Spoor.Web.Api;

/// <summary>What the API can do, as OpenAPI 3.1 and as a page to read and try.</summary>
internal static class ApiDocument
{
    private const string Page = "/scalar";

    public static void Add(IServiceCollection parts)
    {
        parts.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, Bodies.Default));
        parts.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer<ApiWords>();
            options.AddOperationTransformer<RouteDescription>();
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapScalarApiReference(Page, (options, context) => Show(options, context)).AllowAnonymous();
    }

    // The page has one script of its own inside, which a nonce lets through; its style is made by script, so that no nonce can reach it.
    private static void Show(ScalarOptions options, HttpContext context)
    {
        options.WithTitle("Spoor API").WithOpenApiRoutePattern("/openapi/{documentName}.json").AddDocument("v1");

        // What would send this document, or a question about it, to somebody else.
        options.HideDeveloperTools().DisableAgent();
        options.DefaultFonts = false;
        options.Telemetry = false;
        string nonce = Secret.Draw();
        options.WithNonce(nonce);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
    }
}
