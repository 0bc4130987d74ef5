using System.Text.Json;
using Spoor.Tracing;

namespace Spoor.Reporting;

/// <summary>A comparison of rules as <c>compare/1</c>, see <c>docs/json.md</c>.</summary>
public static class ComparisonJson
{
    /// <summary>How a dependence is written.</summary>
    public static string NameOf(RuleDependence dependence) => dependence switch
    {
        RuleDependence.None => "no",
        RuleDependence.Amount => "amount",
        RuleDependence.Whole => "yes",
        _ => throw new ArgumentOutOfRangeException(nameof(dependence), dependence, "A dependence without a name."),
    };

    /// <summary>Writes the whole document; the traces are of one request but for its rule.</summary>
    /// <param name="labelFiles">Where the labels of the request come from.</param>
    public static void Write(RuleComparison comparison, Stream output, params IReadOnlyList<CitedFile> labelFiles) =>
        JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "compare/1");
            json.WriteString("direction", comparison.Traces[0].Request.Direction == TraceDirection.Out ? "out" : "in");
            RequestJson.Write(json, comparison.Traces[0].Request, version: null, labelFiles);
            json.WriteObjects("rules", comparison.Traces, trace => WriteRule(json, trace));
            json.WriteObjects("destinations", comparison.Destinations, destination => Write(json, destination, comparison.Traces));
        });

    private static void WriteRule(Utf8JsonWriter json, Trace trace)
    {
        json.WriteString("name", trace.Request.Rule.Name);
        json.WriteNumber("version", trace.Request.Rule.Version);
        json.WriteBoolean("conserves", trace.Request.Rule.Conserves);
        json.WriteNumber("addresses", trace.Holdings.Count);
        json.WriteNumber("transfers", trace.Transfers.Count);
        json.WriteBoolean("balances", trace.Books.All(book => book.Difference.IsZero));
    }

    private static void Write(Utf8JsonWriter json, ComparedDestination destination, IReadOnlyList<Trace> traces)
    {
        json.WriteString("address", Rendered.Account(destination.Asset.Chain, destination.Address));
        json.WriteString("asset", destination.Asset.ToString());
        json.WriteString("stop", destination.Stop?.ToString());
        json.WriteStartObject("amounts");
        foreach (var (trace, amount) in traces.Zip(destination.Amounts))
        {
            json.WriteString(trace.Request.Rule.Name, amount.ToString());
        }

        json.WriteEndObject();
        json.WriteString("least", destination.Least.ToString());
        json.WriteString("most", destination.Most.ToString());
        json.WriteString("depends", NameOf(destination.Dependence));
    }
}
