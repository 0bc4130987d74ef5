using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation</c>: what customers are promised after a theft, what they got, and a proof for each.</summary>
internal static class CompensationCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "compensation",
        "Pledge, pay and prove what customers get back: books that always balance, and a root each customer checks.",
        OpenCommand.Create(terminal),
        StatusCommand.Create(terminal),
        ClaimCommand.Create(terminal),
        PayCommand.Create(terminal),
        DisputeCommand.Create(terminal),
        SettleCommand.Create(terminal),
        TreeCommand.Create(terminal),
        ProofCommand.Create(terminal),
        VerifyCommand.Create(terminal));
}
