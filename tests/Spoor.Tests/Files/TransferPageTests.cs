using Spoor.Tests.Cli;
using Spoor.Transfers;

namespace Spoor.Tests.Files;

public sealed class TransferPageTests : IDisposable
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Pages_of_an_address_are_its_transfers_each_once_and_in_order(int size)
    {
        await _store.ImportTextAsync("case.csv", SmallCase.Transfers);
        var thief = AddressText.Parse(Ethereum, SmallCase.Thief);
        var whole = await _store.Store.TransfersOfAsync(Ethereum, [thief], TestContext.Current.CancellationToken);
        var paged = new List<Transfer>();
        for (int from = 0; from < whole.Count; from += size)
        {
            paged.AddRange(await _store.Store.PageOfAsync(Ethereum, thief, (from, size), TestContext.Current.CancellationToken));
        }

        Assert.Equal(4, whole.Count);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_refused_without_keeping_the_rest_of_the_file()
    {
        string rows = SmallCase.Transfers.Replace("\r", "", StringComparison.Ordinal);
        string path = _store.Write("open.csv", $"{rows}\n\"{string.Concat(Enumerable.Repeat($"{new string('x', 1000)}\n", 20_000))}");

        var refusal = await Assert.ThrowsAsync<Spoor.Storage.DuckDb.Import.BadRowsException>(() => _store.ImportAsync(path));

        Assert.Contains("a quote that is never closed", refusal.Faults[0].Found, StringComparison.Ordinal);
        Assert.True(refusal.Faults[0].Raw.Length <= 16 << 20);
    }
}
