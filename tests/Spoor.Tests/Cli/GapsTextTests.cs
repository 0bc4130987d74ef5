using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Transfers;

namespace Spoor.Tests.Cli;

public sealed class GapsTextTests
{
    public static TheoryData<BlockGaps> Gaps() => [.. Enum.GetValues<BlockGaps>().Where(gap => gap != BlockGaps.None)];

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Every_gap_has_a_sentence_a_name_and_a_column_that_is_counted(BlockGaps gap)
    {
        var range = new SyncedRange(ChainRegistry.Find("bitcoin").Id, 0, 9, null, 1, 2, 3, 4, 0);

        Assert.Single(GapsText.Sentences(gap, refusedAmounts: 0));
        Assert.Single(GapsText.Names(gap));
        Assert.Contains(gap, GapsText.Columns.Select(column => column.Gap));
        Assert.InRange(range.BlocksWith(gap), 1, 4);
    }

    [Fact]
    public void What_was_read_is_final_no_further_than_it_was_read()
    {
        var range = new SyncedRange(ChainRegistry.Find("bitcoin").Id, 0, 199, 2_936, 0, 0, 0, 0, 0);

        Assert.Equal(199, range.FinalTo);
        Assert.Equal(100, (range with { Finalized = 100 }).FinalTo);
    }
}
