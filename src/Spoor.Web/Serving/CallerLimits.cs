using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Spoor.Web.Accounts;
using Spoor.Web.Api.MistTrack;

namespace Spoor.Web.Serving;

/// <summary>How many requests each caller may make: a bucket of tokens that fills again steadily.</summary>
internal static class CallerLimits
{
    // So many seconds' worth may come at once.
    private const int Burst = 2;

    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(100);

    public static void Configure(RateLimiterOptions options, RequestLimits limits)
    {
        options.RejectionStatusCode = Problem.TooManyRequests.Status;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, limits));
        options.OnRejected = (rejected, _) =>
        {
            if (Gatekeeper.IsCompatible(rejected.HttpContext.Request.Path))
            {
                return new(MistTrackAnswer.Refuse(Problem.TooManyRequests.Status, "ExceededRateLimit").ExecuteAsync(rejected.HttpContext));
            }

            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            return new(ProblemAnswer.Later(Problem.TooManyRequests, "You ask more often than this server allows one caller.", wait).ExecuteAsync(rejected.HttpContext));
        };
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, RequestLimits limits)
    {
        var caller = Caller.Of(context.User);
        int perSecond = caller is null ? limits.UnknownPerSecond : limits.PerSecond;
        string key = caller is null ? $"from {Gatekeeper.SourceOf(context)}" : $"{caller.Means} {caller.Name}";
        return perSecond == 0 ? RateLimitPartition.GetNoLimiter(key) : RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = perSecond * Burst,
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = perSecond >= 10 ? Refill : TimeSpan.FromSeconds(1) / perSecond,
            QueueLimit = 0,
        });
    }
}
