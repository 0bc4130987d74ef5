using Spoor.Transfers;

namespace Spoor.Labels;

/// <summary>What a label is about.</summary>
public abstract record LabelSubject
{
    private LabelSubject()
    {
    }

    /// <summary>An address: on one chain, or the same key wherever it is used when the source names no chain.</summary>
    public sealed record OfAddress(ChainId? Chain, Address Address) : LabelSubject
    {
        public override string ToString() => Chain is { } chain ? AddressText.ToCaip10(chain, Address) : AddressText.RenderKey(Address);
    }

    /// <summary>A transaction.</summary>
    public sealed record OfTransaction(ChainId Chain, TxHash Tx) : LabelSubject
    {
        public override string ToString() => $"{Chain}:{Tx.Render(Chain)}";
    }

    /// <summary>An address that Spoor cannot decode, because it is of a foreign chain (Monero, Kadena) or damaged: kept and compared as written.</summary>
    /// <param name="Network">In lower case, as the source names it; of a chain that Spoor knows, its name.</param>
    public sealed record Unread(string Network, string Text) : LabelSubject
    {
        public override string ToString() => $"{Network}:{Text}";
    }
}
