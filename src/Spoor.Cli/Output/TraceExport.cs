using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Spoor.Chains.Nodes;

namespace Spoor.Cli.Output;

/// <summary>Sends the spans of a run to a collector by OTLP, when the environment names one.</summary>
/// <remarks>The variables are those of OpenTelemetry, https://opentelemetry.io/docs/specs/otel/protocol/exporter/.</remarks>
internal static class TraceExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>To be disposed of at the end of the run, which sends what is left; null when no collector is named.</summary>
    public static IDisposable? FromEnvironment() => IsSet(Endpoint) || IsSet(TracesEndpoint)
        ? Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService("spoor"))
            .AddSource(BlockTrace.Name)
            .AddOtlpExporter(Choose)
            .Build()
        : null;

    // The specification's usual protocol; the library's own would be gRPC.
    private static void Choose(OtlpExporterOptions options) =>
        options.Protocol = IsSet(Protocol) ? options.Protocol : OtlpExportProtocol.HttpProtobuf;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
