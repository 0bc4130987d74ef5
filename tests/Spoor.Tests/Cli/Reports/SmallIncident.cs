namespace Spoor.Tests.Cli.Reports;

/// <summary>The small made-up theft as an incident folder, beside a store that holds its transfers.</summary>
internal static class SmallIncident
{
    public const string Id = "small-2023";

    private const string Incident = """
        id: small-2023
        victim: Example Exchange
        title: A made-up theft of 100 ETH
        started_utc: 2023-09-12T13:20:59Z
        discovered_utc: 2023-09-12T13:40Z
        cause: Made up for a test
        timeline:
          - utc: 2023-09-12T13:20:59Z
            what: 100 ETH leave the hot wallet.
            source: paper
          - utc: 2023-09-12T14:00Z
            what: Withdrawals are suspended.
            source: paper
          - utc: 2023-09-13
            what: The exchange promises to compensate every customer in full.
            source: paper;own
        loss_statements:
          - who: A watcher
            when: 2023-09-12
            usd: 160000
            scope: 100 ETH
            source: paper
        sources:
          own:
            kind: primary
            title: The exchange itself
            published: 2023-09-13
          paper:
            kind: press
            title: A paper, "100 ETH gone"
            url: https://example.org/100-eth
            published: 2023-09-12
            grade: C3
        """;

    private const string Wallets = """
        chain,address,role,name,note,source
        eip155:1,0x00000000000000000000000000000000000000f1,hot,Hot wallet,,own
        eip155:1,0x00000000000000000000000000000000000000A1,thief,Thief 1,,paper
        """;

    /// <summary>A folder with the store, <c>labels.csv</c> and the incident.</summary>
    public static async Task<CommandRun> ImportedAsync()
    {
        var run = await SmallCase.ImportedAsync();
        Directory.CreateDirectory(Path.Combine(run.Folder, Id));
        run.Write($"{Id}/incident.yaml", Incident);
        run.Write($"{Id}/wallets.csv", Wallets);
        return run;
    }
}
