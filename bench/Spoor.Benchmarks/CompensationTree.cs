using System.Diagnostics;
using System.Globalization;
using Spoor.Chains.Files.Compensation;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Benchmarks;

/// <summary>Balances of many customers to the root of their tree: the file is read, pledges are made pro rata, the tree is built.</summary>
internal static class CompensationTree
{
    private const string Incident = "bench";

    /// <param name="arguments">Customers and assets; 1,000,000 and 20 unless said.</param>
    public static int Run(IReadOnlyList<string> arguments)
    {
        int customers = arguments is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 1_000_000;
        int assets = arguments is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : 20;
        var lost = Enumerable.Range(0, assets).Select(i => new LostAsset($"ASSET{i}", i % 2 == 0 ? 18 : 8, new((UInt128)customers * 1_000_000), null)).ToList();
        var folder = Directory.CreateTempSubdirectory("spoor-compensation-");
        try
        {
            string path = Path.Combine(folder.FullName, "balances.csv");
            Generate(path, customers, assets);
            Console.WriteLine($"{customers:N0} customers × {assets} assets, {new FileInfo(path).Length >> 20:N0} MB");
            Measure(path, lost);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string path, IReadOnlyList<LostAsset> lost)
    {
        var clock = TimeProvider.System;
        long started = clock.GetTimestamp();
        using var file = File.OpenRead(path);
        var assets = lost.Select(asset => (asset.Code, asset.Decimals)).ToList();
        var (balances, _) = CustomerBalanceFile.Read("balances.csv", file, assets, inUnits: true);
        var read = clock.GetElapsedTime(started);
        var pledges = Pledging.Of(balances, new() { Assets = lost, Policy = PledgePolicy.ProRata });
        var pledged = clock.GetElapsedTime(started);
        var tree = MerkleSumTree.Build(new(Incident, assets, pledges.Customers.Count), pledges.Customers, new CompensationBooks(pledges).PledgedNow(), new(Incident, new byte[CustomerSalts.SecretBytes]));
        var built = clock.GetElapsedTime(started);
        string? fault = ProofCheck.FaultOf(tree.ProofOf(pledges.Customers.Count / 2));
        long peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"import {read.TotalSeconds:0.0} s, pledges {(pledged - read).TotalSeconds:0.0} s, tree {(built - pledged).TotalSeconds:0.0} s, in all {built.TotalSeconds:0.0} s, peak {peak:N0} MB"));
        Console.WriteLine($"root {tree.Root.Hash}, proof {fault ?? "holds"}");
    }

    private static void Generate(string path, int customers, int assets)
    {
        var random = new Random(1);
        using var file = new StreamWriter(path);
        file.WriteLine("customer,asset,amount");
        for (int customer = 0; customer < customers; customer++)
        {
            for (int asset = 0; asset < assets; asset++)
            {
                file.Write("user-");
                file.Write(customer.ToString("x8", CultureInfo.InvariantCulture));
                file.Write(",ASSET");
                file.Write(asset);
                file.Write(',');
                file.WriteLine(random.NextInt64(1_000_000, 1_000_000_000_000_000_000));
            }
        }
    }
}
