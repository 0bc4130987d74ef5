using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Spoor.Chains.Nodes;
using Spoor.Web.Serving;

namespace Spoor.Cli.Output;

/// <summary>Sends the spans of a run to a collector by OTLP, when the environment or an option names one.</summary>
/// <remarks>The variables are those of OpenTelemetry, https://opentelemetry.io/docs/specs/otel/protocol/exporter/.</remarks>
internal static class TraceExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>To be disposed of at the end of the run, which sends what is left; null when no collector is named.</summary>
    public static IDisposable? FromEnvironment() => IsSet(Endpoint) || IsSet(TracesEndpoint) ? Build(Choose) : null;

    /// <summary>As <see cref="FromEnvironment"/>, to a collector that goes before the one of the environment.</summary>
    /// <param name="collector">The base of its URL, as the variable has it; null for the environment's.</param>
    /// <exception cref="FormatException">It is no such URL.</exception>
    public static IDisposable? To(string? collector)
    {
        if (collector is null)
        {
            return FromEnvironment();
        }

        return Uri.TryCreate(collector, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? Build(options => Direct(options, url))
            : throw new FormatException("--otlp: expected the http or https URL of a collector without name, password and query, such as http://127.0.0.1:4318.");
    }

    private static TracerProvider Build(Action<OtlpExporterOptions> choose) => Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(resource => resource.AddService("spoor"))
        .AddSource(BlockTrace.Name, RequestTrace.Name)
        .AddOtlpExporter(choose)
        .Build();

    // What a variable names is completed with the path of its signal; what is set here is used as it is.
    private static void Direct(OtlpExporterOptions options, Uri collector)
    {
        Choose(options);
        options.Endpoint = options.Protocol == OtlpExportProtocol.HttpProtobuf ? new($"{collector.ToString().TrimEnd('/')}/v1/traces") : collector;
    }

    // The specification's usual protocol; the library's own would be gRPC.
    private static void Choose(OtlpExporterOptions options) =>
        options.Protocol = IsSet(Protocol) ? options.Protocol : OtlpExportProtocol.HttpProtobuf;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
