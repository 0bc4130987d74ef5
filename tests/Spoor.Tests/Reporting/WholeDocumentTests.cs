using Spoor.Reporting;
using Spoor.Tests.Tracing;
using Spoor.Tracing;

namespace Spoor.Tests.Reporting;

/// <summary>A reader of an output gets a whole document or none, never the first half of one.</summary>
public sealed class WholeDocumentTests
{
    [Fact]
    public void Json_that_fails_in_the_middle_leaves_nothing_behind()
    {
        using var output = new MemoryStream();

        Assert.Throws<KeyNotFoundException>(() => TraceJson.Write(Faulty(), output));

        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void Csv_that_fails_in_the_middle_leaves_nothing_behind()
    {
        using var output = new StringWriter();

        Assert.Throws<KeyNotFoundException>(() => TraceCsv.Write(Faulty(), output));

        Assert.Empty(output.ToString());
    }

    // Its last transfer carries a theft that the trace does not have.
    private static Trace Faulty()
    {
        var trace = new Story().Pay("victim", "thief", 100).Pay("thief", "fence", 100).Trace(TaintRule.Fifo, Story.Theft(0));
        return trace with { Transfers = [.. trace.Transfers, trace.Transfers[^1] with { Theft = 99 }] };
    }
}
