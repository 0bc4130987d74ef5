using System.Diagnostics;
using Spoor.Transfers;
using Activity = System.Diagnostics.Activity;

namespace Spoor.Chains.Nodes;

/// <summary>A block's way as spans of the source <c>Spoor</c>: read, decode, take; whoever follows adds what it does with it.</summary>
/// <remarks>Costs nothing while nobody listens.</remarks>
public static class BlockTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Spoor";

    public const string ChainTag = "spoor.chain";
    public const string HeightTag = "spoor.height";
    public const string BlocksTag = "spoor.blocks";
    public const string TransfersTag = "spoor.transfers";
    public const string NoticesTag = "spoor.notices";
    public const string NoticeTag = "spoor.notice";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>A span about consecutive blocks; null while nobody listens.</summary>
    /// <param name="under">What it belongs to; default for what is going on.</param>
    public static Activity? Of(string what, ChainId chain, long first, int blocks, ActivityContext under = default) =>
        Source.StartActivity(what, ActivityKind.Internal, under)?.SetTag(ChainTag, chain.Value).SetTag(HeightTag, first).SetTag(BlocksTag, blocks);

    /// <summary>A span that belongs to nothing that is going on.</summary>
    public static Activity? Root(string what, ChainId chain, long first, int blocks)
    {
        var around = Activity.Current;
        Activity.Current = null;
        var span = Of(what, chain, first, blocks);
        Activity.Current = span ?? around;
        return span;
    }

    /// <summary>How many transfers it was about.</summary>
    public static void Count(this Activity? span, IReadOnlyList<Block> blocks) => span?.SetTag(TransfersTag, blocks.Sum(block => (long)block.Transfers.Count));

    /// <summary>Counts a notice to what is going on.</summary>
    public static void CountNotice() =>
        Activity.Current?.SetTag(NoticesTag, (Activity.Current.GetTagItem(NoticesTag) is int before ? before : 0) + 1);

    /// <summary>Marks that it failed, and why.</summary>
    public static void Fail(this Activity? span, Exception failure) => span?.SetStatus(ActivityStatusCode.Error, failure.Message);
}
