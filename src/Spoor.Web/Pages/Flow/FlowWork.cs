using Spoor.Reporting.Cases;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Valuation;
using Spoor.Web.Api;
using Spoor.Workspace;

namespace Spoor.Web.Pages.Flow;

/// <summary>Makes the trace of a page from the same parts as the report of a case and <c>POST /traces</c>.</summary>
internal static class FlowWork
{
    public static Task<FlowFound> FindAsync(Workbench workbench, FlowQuestion question, FlowView view, IProgress<TraceProgress> progress, CancellationToken cancellation) =>
        question.Incident is { } incident
            ? OfIncidentAsync(workbench, incident, view, progress, cancellation)
            : OfTheftsAsync(workbench, question, view, progress, cancellation);

    private static async Task<FlowFound> OfIncidentAsync(Workbench workbench, string id, FlowView view, IProgress<TraceProgress> progress, CancellationToken cancellation)
    {
        var incident = IncidentRoutes.Find(workbench, id);
        var material = await workbench.MaterialAsync(incident, null, cancellation);
        var inputs = material.Inputs(workbench.Incidents, incident, new() { Rule = view.Rule, Stops = FlowQuestion.WithChoices(new(), view) });
        var trace = await CaseFindings.TraceAsync(inputs, progress, cancellation);
        return new()
        {
            Trace = trace,
            Whereabouts = await WhereaboutsReading.UnrankedAsync(inputs.Transfers, trace, new() { AreTransfersChosen = inputs.IsPublishedOnly }, cancellation),
            Victim = inputs.Facts.Victim,
            Labels = inputs.Labels,
            Tokens = inputs.Tokens,
            Prices = inputs.Prices,
            Day = inputs.Facts.Started.Start,
        };
    }

    private static async Task<FlowFound> OfTheftsAsync(Workbench workbench, FlowQuestion question, FlowView view, IProgress<TraceProgress> progress, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var request = await TraceRoutes.WithKnowledgeAsync(workbench, question.RequestOf(view), useLabels: true, cancellation);
        var trace = await Tracer.RunAsync(store, request, progress, cancellation);
        return new()
        {
            Trace = trace,
            Whereabouts = await WhereaboutsReading.UnrankedAsync(store, trace, new(), cancellation),
            Victim = "The theft",
            Labels = request.Stops.Labels,
            Tokens = request.Tokens,
            Prices = workbench.Prices?.Book ?? PriceBook.Empty,
            Day = trace.Transfers.Select(traced => traced.Transfer.Time).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Min(),
        };
    }
}
