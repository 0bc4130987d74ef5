using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spoor.Web.Accounts;
using Spoor.Web.Alerts;
using Spoor.Web.Api;
using Spoor.Web.Cases;
using Spoor.Web.Importing;
using Spoor.Web.Jobs;
using Spoor.Web.Pages;
using Spoor.Web.Pages.Flow;
using Spoor.Workspace;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Serving;

/// <summary>What a server is made of, line by line.</summary>
internal static class ServerParts
{
    // Shorter than the command line waits for a verb to end.
    private static readonly TimeSpan LongestEnding = TimeSpan.FromSeconds(8);

    public static void Add(IServiceCollection parts, ServeSettings settings)
    {
        parts.AddSingleton(settings);
        parts.AddSingleton(settings.Clock);
        parts.AddSingleton(settings.Limits);
        parts.AddSingleton(ServedHosts.Of(settings.Urls, settings.Hosts));
        parts.AddSingleton(AccountFile.In(settings.Folder));
        parts.AddSingleton<SessionBook>();
        parts.AddSingleton<GuessLimit>();
        parts.AddSingleton<Gatekeeper>();
        parts.AddSingleton<OneTimeToken>();
        parts.AddSingleton(_ => AuditLog.Open(settings.Folder, settings.Clock));
        parts.AddSingleton(_ => Workbench.Open(settings.Folder, settings.Incidents, settings.Desk, settings.Prices));
        parts.AddSingleton<ScreeningSource>();
        parts.AddSingleton<HeavyWork>();
        parts.AddSingleton<ServerVitals>();
        parts.AddSingleton<JobBoard>();
        parts.AddSingleton<FlowShelf>();
        parts.AddSingleton<DeskTurn>();
        parts.AddSingleton<AcknowledgementFile>();
        parts.AddSingleton<WatchReplays>();
        parts.AddSingleton<AlertFeed>();
        parts.AddSingleton<AlertDesk>();
        parts.AddSingleton<WatchPulse>();
        parts.AddSingleton<Pages.Overview.OverviewReading>();
        parts.AddSingleton<Pages.Alerts.AlertCases>();
        parts.AddSingleton<UploadFolder>();
        parts.AddSingleton<StoreChanges>();
        parts.AddSingleton<ImportDesk>();
        parts.AddSingleton<CaseShelf>();
        parts.AddSingleton<CaseReports>();
        parts.AddSingleton<CaseSeals>();
        parts.AddSingleton<ResponseActs>();
        parts.Configure<HostOptions>(options => options.ShutdownTimeout = LongestEnding);
        parts.AddRouting();
        parts.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = settings.Limits.Longest, WriteTimeoutResponse = ProblemAnswer.TooSlow.ExecuteAsync };
            options.AddPolicy(ImportRoutes.Patience, settings.Limits.LongestUpload);
        });
        parts.AddRateLimiter(options => CallerLimits.Configure(options, settings.Limits));
        parts.AddAuthentication(SpoorAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SpoorAuthentication>(SpoorAuthentication.SchemeName, null);
        parts.AddAuthorization(options =>
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                options.AddPolicy(NeededRole.PolicyOf(role), policy => policy.RequireRole(Roles.Words.Where(word => Roles.Parse(word) >= role)));
            }
        });
        ApiDocument.Add(parts);
        PageRoutes.Add(parts);
    }
}
