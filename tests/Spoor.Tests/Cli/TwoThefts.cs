using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tests.Cli;

/// <summary>Two made-up thefts that met at an address neither list names.</summary>
internal static class TwoThefts
{
    private const string NorthThief = "0x1f9c8b7a6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a";
    private const string NorthNext = "0x2e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d";
    private const string SouthThief = "0x3d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e";
    private const string SouthNext = "0x4c6f5e4d3b2a1c0f9e8d7b6a5c4f3e2d1b0a9c8f";
    private const string Pivot = "0x5b5a4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b";
    private const string Vault = "0x6a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b";
    private const string Friend = "0x793c2b1a0f9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c";

    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    public static string Transfers { get; } = "chain,block,tx_index,index,time,tx,kind,from,to,asset,amount\n" + string.Concat(
        Row(1, Vault, NorthThief, 100), Row(2, NorthThief, NorthNext, 100), Row(3, Vault, SouthThief, 50),
        Row(4, SouthThief, SouthNext, 50), Row(5, NorthNext, Pivot, 99), Row(6, SouthNext, Pivot, 50), Row(7, Pivot, Friend, 140));

    public static void WriteIncidents(CommandRun run)
    {
        Write(run, "north-2023", "North", NorthThief);
        Write(run, "south-2023", "South", SouthThief);
    }

    private static void Write(CommandRun run, string id, string victim, string thief)
    {
        Directory.CreateDirectory(Path.Combine(run.Folder, "cases", id));
        run.Write(Path.Combine("cases", id, "incident.yaml"), $"""
            id: {id}
            victim: {victim}
            title: A made-up theft from {victim}
            started_utc: 2023-09-12T13:00:00Z
            cause: Made up
            sources:
              police:
                kind: authority
                title: Police of {victim}
                published: 2023-09-13
            """ + "\n");
        run.Write(Path.Combine("cases", id, "wallets.csv"), $"chain,address,role,name,note,source\neip155:1,{Checksummed(thief)},thief,Thief,,police\n");
    }

    private static string Checksummed(string address) => AddressText.Render(Ethereum, AddressText.Parse(Ethereum, address));

    private static string Row(int number, string from, string to, int ether) => string.Create(
        CultureInfo.InvariantCulture,
        $"eip155:1,{100 + number},0,0,2023-09-12 13:{number:D2}:00,{number:x64},native,{from},{to},slip44:60,{ether}000000000000000000\n");
}
