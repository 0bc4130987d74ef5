using Spoor.Chains.Files.Incidents;

namespace Spoor.Tests.Files.Incidents;

/// <summary>A made-up incident that uses every key.</summary>
internal static class SmallIncident
{
    public const string Yaml = """
        id: small-2023
        victim: A bank
        title: A theft
        started_utc: 2023-09-12T13:20:59Z
        ended_utc: 2023-09-12T14:00Z
        categories:
          interpol: service_hack
        timeline:
          - utc: 2023-09-12T13:20:59Z
            what: It begins.
            source: press
          - utc: 2023-09-13
            what: It is known.
            source: press
        loss_statements:
          - who: Press
            when: 2023-09-12
            usd: 1000
            source: press # said
        findings:
          - actor: FBI says Lazarus
            source: fbi
            made: 2023-09-14
            statement: It was Lazarus.
        rescue:
          chain: eip155:1
          address: "0xf54635836862aAD6e255E9B4FE49275fA5047E5d"
        sources:
          fbi:
            kind: authority
            title: FBI
            url: https://example.org/fbi
            published: 2023-09-13
            grade: A2
          press:
            kind: press
            title: Press
            derived_from: [fbi]

        """;

    public const string Wallets = """
        chain,address,role,name,note,source
        eip155:1,0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE,thief,Thief,,press
        eip155:137,0xD782E53A49D564F5fce4bA99555DD25d16d02a75,hot,Hot wallet,,press
        eip155:1,0xf54635836862aAD6e255E9B4FE49275fA5047E5d,rescue,Safe,,press
        tron:0x2b6653dc,TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ,thief,Thief,,press

        """;

    public const string Totals = """
        statement,chain,asset,address,amount,usd,as_of,source,note
        press-by-chain,eip155:1,,0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE,,1000,2023-09-12,press,

        """;

    public static IncidentCheck Check(
        string yaml = Yaml, string wallets = Wallets, string totals = Totals, Dictionary<string, string>? others = null)
    {
        var files = new Dictionary<string, string>(others ?? [])
        {
            [IncidentFiles.Incident] = yaml,
            [IncidentFiles.Wallets] = wallets,
            [IncidentFiles.Totals] = totals,
        };
        return IncidentFolder.Check(name => files.TryGetValue(name, out string? text) ? new StringReader(text.ReplaceLineEndings("\n")) : null);
    }
}
