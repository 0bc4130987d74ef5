using Spoor.Reporting;
using Spoor.Workspace.Incidents;

namespace Spoor.Tests.Reporting;

/// <summary>The figure of how a loss changed: what it draws, what it reads out, and that nothing in it leaves the paper.</summary>
public sealed class LossChartTests
{
    [Fact]
    public async Task Every_estimate_and_every_dated_statement_is_drawn_and_read_out()
    {
        var report = await ReportAsync("coinex-2023");

        var drawing = LossChart.Draw(report)!;

        Assert.Equal(report.Estimates.Count, drawing.Shapes.OfType<Shape.Rectangle>().Count(shape => shape.Style == "range"));
        Assert.Equal(report.Statements.Count(said => said.When is not null), drawing.Shapes.OfType<Shape.Polygon>().Count());
        Assert.All(report.Estimates, estimate => Assert.Contains($"by estimate {estimate.Estimate.Id}", drawing.Description, StringComparison.Ordinal));
        Assert.Contains("70.00 million, said CoinEx", drawing.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_incident_of_the_program_draws_outside_of_the_paper()
    {
        int drawn = 0;
        foreach (var incident in IncidentLibrary.Open(null).All)
        {
            if (LossChart.Draw(await ReportAsync(incident.Id)) is { } drawing)
            {
                drawn++;
                Assert.All(drawing.Shapes.OfType<Shape.Rectangle>(), shape => Assert.True(shape.X >= 0 && shape.Y >= 0 && shape.X + shape.Width <= drawing.Width && shape.Y + shape.Height <= drawing.Height, $"{incident.Id}: {shape}"));
                Assert.All(drawing.Shapes.OfType<Shape.Polygon>().SelectMany(shape => shape.Corners), corner => Assert.True(corner.X >= 0 && corner.X <= drawing.Width && corner.Y >= 0 && corner.Y <= drawing.Height, $"{incident.Id}: {corner}"));
            }
        }

        Assert.True(drawn >= 10, $"{drawn}");
    }

    private static async Task<Spoor.Incidents.Losses.LossReport> ReportAsync(string id)
    {
        var incident = IncidentLibrary.Open(null).Find(id);
        return await LossReading.ReportAsync(incident, LossFolder.Read(incident, null), (new Spoor.Transfers.MemoryTransferStore(), "none"), null, TestContext.Current.CancellationToken);
    }
}
