using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Compensation;
using Spoor.Cli.Output;
using Spoor.Response;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Workspace.Compensation;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Compensation;

/// <summary>With what a compensation is opened.</summary>
internal sealed class OpeningOptions
{
    private readonly Option<string> _balances = new("--balances") { Description = "What customers held: customer,asset,amount, or customer and a column for each asset.", HelpName = "FILE", Required = true };
    private readonly Option<string> _losses = new("--losses") { Description = "What was lost: asset,decimals,loss and, for dollars, price_usd.", HelpName = "FILE", Required = true };
    private readonly Option<string> _policy = new("--policy") { Description = "full: every balance; pro-rata: the loss in proportion to the balances.", Required = true };
    private readonly Option<string?> _share = new("--share") { Description = "With pro-rata, the part of the loss that is made good, in per cent [default: 100].", HelpName = "PERCENT" };
    private readonly Option<string?> _usdAt = new("--usd-at") { Description = "Pay in US dollars at the prices of the losses, which are of this time [default: in kind].", HelpName = "TIME" };
    private readonly Option<bool> _units = new("--units") { Description = "Amounts of both files are in smallest units, not whole coins." };
    private readonly Option<string?> _secret = new("--secret") { Description = "A file with 64 hexadecimal digits from which the salts are made [default: new ones at random].", HelpName = "FILE" };

    public static OpeningOptions On(Command command)
    {
        var options = new OpeningOptions();
        options._policy.AcceptOnlyFromAmong([.. PledgePolicies.Names]);
        Array.ForEach<Option>([options._balances, options._losses, options._policy, options._share, options._usdAt, options._units, options._secret], command.Options.Add);
        return options;
    }

    /// <summary>Reads both files and pledges; nothing is written, and the opening has no hash of what is.</summary>
    public (CompensationOpening Opening, PledgeTable Pledges) Read(ParseResult parsed, Terminal terminal)
    {
        var losses = InputFile.Read(terminal.PathOf(parsed.GetValue(_losses)!));
        var terms = TermsOf(parsed, LostAssetFile.Read(losses, parsed.GetValue(_units)));
        string path = terminal.PathOf(parsed.GetValue(_balances)!);
        using var file = File.OpenRead(path);
        var (balances, balancesSha256) = CustomerBalanceFile.Read(
            Path.GetFileName(path), file, [.. terms.Assets.Select(asset => (asset.Code, asset.Decimals))], parsed.GetValue(_units));
        var pledges = Pledging.Of(balances, terms);
        var opening = new CompensationOpening
        {
            Terms = terms,
            Balances = balances.Totals,
            Customers = balances.Customers.Count,
            Pledged = pledges.Assets,
            BalancesSha256 = balancesSha256,
            LossesSha256 = losses.Sha256,
            PledgesSha256 = "",
            SecretSha256 = "",
        };
        return (opening, pledges);
    }

    /// <summary>Lays the pledges, the secret and both files as they were handed in into the folder.</summary>
    public CompensationOpening Keep(ParseResult parsed, Terminal terminal, CompensationFolder folder, CompensationOpening opening, PledgeTable pledges)
    {
        byte[] secret = folder.KeepSecret(parsed.GetValue(_secret) is { } named ? terminal.PathOf(named) : null);
        folder.Keep(DeskTable.Balances, terminal.PathOf(parsed.GetValue(_balances)!), opening.BalancesSha256);
        folder.Keep(DeskTable.Losses, terminal.PathOf(parsed.GetValue(_losses)!), opening.LossesSha256);
        return opening with { PledgesSha256 = folder.WritePledges(pledges), SecretSha256 = Convert.ToHexStringLower(SHA256.HashData(secret)) };
    }

    private CompensationTerms TermsOf(ParseResult parsed, IReadOnlyList<LostAsset> assets) => new()
    {
        Assets = assets,
        Policy = PledgePolicies.TryParse(parsed.GetValue(_policy)!, out var policy) ? policy : throw new FormatException($"--policy: expected {string.Join(" or ", PledgePolicies.Names)}."),
        SharePerMillion = ShareOf(parsed.GetValue(_share), policy),
        PricedAt = parsed.GetValue(_usdAt) is { } moment ? MomentText.Parse(moment, endOfDay: false) : null,
    };

    private static int ShareOf(string? text, PledgePolicy policy)
    {
        if (text is null)
        {
            return CompensationTerms.Whole;
        }

        const decimal PerMillion = CompensationTerms.Whole / 100;
        bool isShare = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent is > 0 and <= 100
            && decimal.IsInteger(percent * PerMillion);
        return isShare && policy == PledgePolicy.ProRata
            ? (int)(percent * PerMillion)
            : throw new FormatException($"--share: expected more than 0 and at most 100 per cent, with four digits behind the point at most, and --policy pro-rata; found '{text}'.");
    }
}
