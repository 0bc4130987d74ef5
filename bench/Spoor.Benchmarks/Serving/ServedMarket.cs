using System.Globalization;
using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;
using Spoor.Web.Accounts;

namespace Spoor.Benchmarks.Serving;

/// <summary>A data folder with made-up transfers and labels, filled once and kept for the next run.</summary>
internal sealed record ServedMarket(string Folder, int Transfers, int Labels, IReadOnlyList<string> Addresses)
{
    private const int Batch = 100_000;
    private const int Asked = 200_000;

    private static readonly DateOnly Day = new(2023, 9, 12);

    /// <summary>A coin that every list knows, so that its payments count.</summary>
    private static AssetId Coin { get; } = TokenList.Builtin.Tokens.First(token => token.Asset.Chain == SyntheticChain.Chain).Asset;

    /// <summary>Fills the folder where it is not filled, and draws whom to ask about from those that moved something.</summary>
    /// <param name="arguments">Transfers, labels, the folder, behind two that are the load's own; 5,000,000, 1,000,000, artifacts/bench/served unless said.</param>
    public static async Task<ServedMarket> PrepareAsync(IReadOnlyList<string> arguments)
    {
        int transfers = arguments.NumberAt(2, 5_000_000);
        int labels = arguments.NumberAt(3, 1_000_000);
        string folder = Path.GetFullPath(arguments.Count > 4 ? arguments[4] : $"artifacts/bench/served-{transfers}-{labels}");
        HashSet<Address> seen = [];
        foreach (var transfer in MadeUpMarket.Transfers(transfers, Coin))
        {
            seen.Add(transfer.To!.Value);
        }

        List<Address> known = [.. seen];
        string filled = Path.Combine(folder, "filled");
        if (!File.Exists(filled))
        {
            await FillAsync(folder, transfers, labels, known);
            await File.WriteAllTextAsync(filled, string.Create(CultureInfo.InvariantCulture, $"{transfers} {labels}\n"));
        }

        var random = new Random(3);
        return new(folder, transfers, labels, [.. Enumerable.Range(0, Asked).Select(_ => AddressText.Render(SyntheticChain.Chain, known[random.Next(known.Count)]))]);
    }

    /// <summary>A key for whoever asks.</summary>
    public string DrawKey(Role role)
    {
        var (key, text) = ApiKey.Draw("bench", role, TimeProvider.System.GetUtcNow());
        AccountFile.In(DataFolder.At(Folder)).Change(book => book.With(key));
        return text;
    }

    private static async Task FillAsync(string folder, int transfers, int labels, List<Address> known)
    {
        Console.Error.WriteLine($"Filling {folder}, once.");
        using var file = DuckDbFile.Open(DataFolder.At(folder));
        var store = new DuckDbTransferStore(file);
        foreach (var batch in MadeUpMarket.Transfers(transfers, Coin).Chunk(Batch))
        {
            await store.AppendManyAsync(SyntheticChain.Chain, batch, CancellationToken.None);
        }

        var recorded = MadeUpMarket.LabelsOf(known, labels).Select(label => new RecordedLabel(LabelIdentity.Of(label), label)).ToList();
        await new DuckDbLabelStore(file).AppendAsync([new("bench.csv", new string('0', 64), "csv") { Labels = recorded, Recorded = Day }], null, CancellationToken.None);
    }
}
