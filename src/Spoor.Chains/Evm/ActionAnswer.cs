using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The <c>action</c> of a row of <c>trace_block</c>, with the names of a self-destruct turned into those of a call.</summary>
internal readonly record struct ActionAnswer(Address? From, Address? To, NamedValue Value, bool IsPlain, Address? Author)
{
    public static ActionAnswer Of(EvmFields fields) => new(
        fields.OptionalAccount(0) ?? fields.OptionalAccount(5),
        fields.OptionalAccount(1) ?? fields.OptionalAccount(6),
        fields.Has(2) ? fields.Value(2) : fields.Value(7),
        !fields.Has(3) || fields.Text(3).SequenceEqual("call"u8),
        fields.OptionalAccount(4));
}
