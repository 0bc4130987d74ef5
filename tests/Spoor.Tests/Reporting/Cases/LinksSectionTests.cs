using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Labels;

namespace Spoor.Tests.Reporting.Cases;

/// <summary>What ties an incident to others, as pieces that a page or a report draws.</summary>
public sealed class LinksSectionTests
{
    [Fact]
    public async Task CoinEx_is_linked_to_Stake_by_one_key_with_both_sides_and_every_counter_check()
    {
        var library = IncidentLibrary.Open(null);
        var inputs = await CaseReading.ReadAsync(library, library.Find("coinex-2023"), null, LabelFiles.None, new(), TestContext.Current.CancellationToken);

        var section = CaseReport.LinksOf(await CaseFindings.OfAsync(inputs, null, TestContext.Current.CancellationToken));

        var link = Assert.Single(section.Parts, part => part.Id == "link-1");
        Assert.Equal("CoinEx and Stake.com: the same key", link.Title);
        var tables = link.Pieces.OfType<Piece.Grid>().ToDictionary(grid => grid.Table.Id, grid => grid.Table);
        Assert.Equal(["CoinEx", "CoinEx", "Stake.com"], tables["link-1-sides"].Rows.Select(row => row.Cells[0].Plain));
        Assert.All(tables["link-1-sides"].Rows, row => Assert.Equal("0x75497999432B8701330fB68058bd21918C02Ac59", row.Cells[1].Plain));
        Assert.Equal(10, tables["link-1-checks"].Rows.Count);
        Assert.Contains(section.Parts, part => part.Id == "link-routes");
    }
}
