using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Spoor.Storage;
using Spoor.Storage.Index.Building;

namespace Spoor.Tests.Storage.Index;

/// <summary>A build that needs more memory than it may use says how much it needs, so that the next one goes further.</summary>
public sealed partial class BuildPlanTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public void A_build_that_may_use_too_little_says_what_to_give_it()
    {
        var refusal = Assert.Throws<StorageException>(() => Of(2048).HoldTo(1920 * Mebibyte));

        Assert.Equal(
            "Store store/spoor.duckdb: of the 2048 MiB that the build may use, three quarters are for the addresses of one chain; those read by now take 1920 MiB. "
            + "Say --memory 2560 at least: MiB, and more if there are many addresses to come.",
            refusal.Message);
    }

    [Fact]
    public void What_it_says_is_enough_for_what_was_read() =>
        Gen.Select(Gen.Int[64, 100_000], Gen.Long[0, 1L << 40]).Sample((memory, bytes) =>
        {
            try
            {
                Of(memory).HoldTo(bytes);
                return bytes <= memory * Mebibyte / 4 * 3;
            }
            catch (StorageException refusal)
            {
                int said = int.Parse(Said().Match(refusal.Remedy).Groups[1].Value, CultureInfo.InvariantCulture);
                Of(said).HoldTo(bytes);
                return said > memory && bytes > memory * Mebibyte / 4 * 3;
            }
        });

    private static BuildPlan Of(long mebibytes) => new("scratch", "store/spoor.duckdb", mebibytes * Mebibyte, 1, 0) { IsListed = _ => true, Rows = 0 };

    [GeneratedRegex("--memory ([0-9]+) at least")]
    private static partial Regex Said();
}
