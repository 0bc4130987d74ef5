using System.CommandLine;
using Spoor.Web.Accounts;

namespace Spoor.Cli.Serving;

/// <summary><c>--role</c>: what somebody may do.</summary>
internal sealed class RoleOption() : Option<string>("--role")
{
    public static RoleOption Create()
    {
        var option = new RoleOption
        {
            Description = "viewer looks, investigator traces and exports, responder acts for the incident, admin gives accounts.",
            HelpName = "ROLE",
            Required = true,
        };
        option.AcceptOnlyFromAmong([.. Roles.Words]);
        return option;
    }

    public Role RoleOf(ParseResult parsed) => Roles.Parse(parsed.GetValue(this));
}
