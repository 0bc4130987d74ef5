using Spoor.Detection;
using Spoor.Valuation;
using Spoor.Web.Operations;
using Spoor.Workspace.Watching;

namespace Spoor.Cli.Watching;

/// <summary>Looks every half minute whether the watch can still speak: new price files are taken, void prices and chains that hold up others are said.</summary>
internal sealed class Upkeep(WatchParts parts, DrainWatch detection, WatchVitals vitals, TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private string _fault = "";

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Every, clock, cancellation);
            await LookAsync(cancellation);
        }
    }

    /// <summary>Looks once. What is said once is said again only after it was mended.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await RepriceAsync(cancellation);
        var blindness = await detection.BlindnessAsync(cancellation);
        vitals.Prices = VitalsOf(blindness);

        // What is held is asked of the nodes when each chain begins, and said there.
        List<string> now = [.. BlindnessText.Sentences(blindness with { Unopened = [] }, parts.Watch, parts.Tokens)];
        now.AddRange(detection.Detector.Hurried.Select(chain =>
            $"{NoticeText.NameOf(chain.Key)} stands still and too much waits behind it: its blocks up to {chain.Value} are taken as final. "
            + "If its node comes back with others, delete watch.checkpoint and let the watch learn anew."));
        foreach (string sentence in now.Where(_said.Add))
        {
            say(sentence);
        }

        _said.IntersectWith(now);
    }

    private async Task RepriceAsync(CancellationToken cancellation)
    {
        if (parts.PriceFiles is not { } files || !files.HasChanged())
        {
            return;
        }

        try
        {
            var prices = files.Read();
            await detection.RepriceAsync(prices, cancellation);
            say($"Prices were read again; the newest is of {Moment(prices)}.");
            _fault = "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            _fault = failure.Message;
            say($"Prices could not be read again, those of before are used: {failure.Message}");
        }
    }

    private static string Moment(PriceBook prices) => prices.Newest is { } newest ? Reporting.Rendered.Moment(newest) : "no day";

    private PriceVitals VitalsOf(Blindness blindness) => new()
    {
        At = vitals.Chains.Max(chain => chain.BlockTime) ?? clock.GetUtcNow(),
        Newest = detection.Detector.Prices.Newest,
        Assets = blindness.Assets,
        Unpriced = [.. blindness.Unpriced.Select(asset => BlindnessText.NameOf(asset, parts.Tokens))],
        Void = [.. blindness.Void.Select(asset => BlindnessText.NameOf(asset, parts.Tokens))],
        Wallets = blindness.Wallets,
        Unopened = blindness.Unopened.Count,
        Fault = _fault,
    };
}
