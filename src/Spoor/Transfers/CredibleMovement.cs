namespace Spoor.Transfers;

/// <summary>Which movements nobody else can have caused for the price of an event; see <see cref="Activity.Credible"/>.</summary>
/// <remarks>Anybody can make a token that says whom it likes, and move nothing of another's.</remarks>
public static class CredibleMovement
{
    private static readonly HashSet<AssetId> Listed = [.. TokenList.Builtin.Tokens.Select(token => token.Asset)];

    /// <summary>The tokens that count where the chain's coin is at hand.</summary>
    public static IReadOnlyCollection<AssetId> Tokens => Listed;

    public static bool IsListed(AssetId token) => Listed.Contains(token);

    /// <param name="coins">Whether the data have anything but tokens of the chain; without, all tokens count.</param>
    public static bool Is(Transfer transfer, bool coins) =>
        transfer.Kind != TransferKind.Token || (!transfer.Amount.IsZero && (!coins || IsListed(transfer.Asset)));
}
