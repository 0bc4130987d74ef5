using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>What a token's event says has moved; a null amount does not fit into 128 bits.</summary>
internal sealed record TronToken(AssetId Asset, Address From, Address To, Amount? Amount)
{
    private static readonly Address Nobody = new(AddressKind.Account20, new byte[20]);

    // Wrapped TRX, https://tronscan.org/#/token20/TNUC9Qb1rRpS5CbWLmNMxXBjyFoydXjWFR: wrapping emits no Transfer.
    private static readonly Address WrappedTrx = AddressText.Parse(ChainRegistry.Find("tron").Id, "TNUC9Qb1rRpS5CbWLmNMxXBjyFoydXjWFR");

    /// <returns>Null when the event moves no token.</returns>
    public static TronToken? Of(TronLog log, Chain chain)
    {
        if (log.Is(TronLog.Transfer, 3))
        {
            // Three indexed arguments are a TRC-721: the third is the number of the token, not an amount.
            return log.Indexed == 3
                ? new(Numbered(log, chain), log.Account(0), log.Account(1), new Amount(1))
                : new(chain.TokenOf(log.Emitter), log.Account(0), log.Account(1), log.Units(2));
        }

        if (log.Emitter != WrappedTrx)
        {
            return null;
        }

        return log switch
        {
            _ when log.Is(TronLog.Deposit, 2) => new(chain.TokenOf(log.Emitter), Nobody, log.Account(0), log.Units(1)),
            _ when log.Is(TronLog.Withdrawal, 2) => new(chain.TokenOf(log.Emitter), log.Account(0), Nobody, log.Units(1)),
            _ => null,
        };
    }

    private static AssetId Numbered(TronLog log, Chain chain) =>
        new(chain.Id, $"trc721:{chain.Addresses.Render(log.Emitter)}/{new System.Numerics.BigInteger(log.Words[2], isUnsigned: true, isBigEndian: true)}");
}
