using System.Globalization;
using CsCheck;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Tests.Response.Compensation;

/// <summary>Trees of a few customers and assets.</summary>
internal static class SmallTree
{
    public const string Incident = "coinex-2023";

    private const int MostCustomers = 20;
    private const int MostAssets = 3;

    public static readonly CustomerSalts Salts = new(Incident, [.. Enumerable.Range(0, CustomerSalts.SecretBytes).Select(i => (byte)i)]);

    /// <summary>Pledges by asset and customer; the sums stay below 2^128.</summary>
    public static readonly Gen<UInt128[][]> Pledges =
        Gen.Select(Gen.Int[1, MostCustomers], Gen.Int[1, MostAssets]).SelectMany((customers, assets) => Gen.ULong.Select(units => (UInt128)units << 50).Array[customers].Array[assets]);

    public static IReadOnlyList<string> Customers(int count) => [.. Enumerable.Range(1, count).Select(number => $"c-{number.ToString(CultureInfo.InvariantCulture)}")];

    public static SumTreeShape Shape(int assets, int customers) => new(Incident, [.. Enumerable.Range(0, assets).Select(asset => ($"A{asset}", asset * 6))], customers);

    public static MerkleSumTree Of(UInt128[][] pledges) => Of(pledges, Customers(pledges[0].Length));

    public static MerkleSumTree Of(UInt128[][] pledges, IReadOnlyList<string> customers) =>
        MerkleSumTree.Build(Shape(pledges.Length, customers.Count), customers, [.. pledges.Select(column => new ReadOnlyMemory<UInt128>(column))], Salts);
}
