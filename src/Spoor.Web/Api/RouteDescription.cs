using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary>What the API document says of a route: who may use it, what it answers and refuses.</summary>
internal sealed class RouteDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var words = metadata.OfType<RouteWords>().LastOrDefault();
        if (words is null)
        {
            return Task.CompletedTask;
        }

        var role = metadata.OfType<NeededRole>().LastOrDefault();
        operation.Description = role is null ? "Anybody may ask." : $"Needs at least the role {role.Role.Word()}.";
        foreach (var answer in (operation.Responses ?? []).Values.SelectMany(answer => answer.Content?.Values ?? []).OfType<OpenApiMediaType>())
        {
            answer.Schema = words.Document.Length == 0 ? new OpenApiSchema() : DocumentSchema(words.Document);
        }

        operation.RequestBody = metadata.OfType<RouteBytes>().LastOrDefault() is { } bytes ? BodyOf(bytes) : operation.RequestBody;
        operation.Responses ??= [];
        foreach (var group in words.Refusals.Concat(role is null ? [Problem.TooManyRequests] : RouteWords.Common).Distinct().GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[group.Key.ToString(CultureInfo.InvariantCulture)] = RefusalOf([.. group], context.Document!);
        }

        return Task.CompletedTask;
    }

    private static OpenApiRequestBody BodyOf(RouteBytes bytes)
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(bytes.Files),
            Properties = bytes.Files.ToDictionary(name => name, _ => (IOpenApiSchema)file),
        };
        return new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { [bytes.ContentType] = new() { Schema = bytes.Files.Count == 0 ? file : form } },
        };
    }

    private static OpenApiResponse RefusalOf(IReadOnlyList<Problem> problems, OpenApiDocument document) => new()
    {
        Description = string.Join("; ", problems.Select(problem => $"{problem.Code}: {problem.Title}")),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ProblemAnswer.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", document) },
        },
    };

    private static OpenApiSchema DocumentSchema(string format) => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"The document {format}; docs/json.md and docs/api.md describe its members.",
        Required = new HashSet<string> { "spoor" },
        Properties = new Dictionary<string, IOpenApiSchema> { ["spoor"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = format } },
    };
}
