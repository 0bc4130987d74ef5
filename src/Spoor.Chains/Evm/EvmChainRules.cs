using System.Collections.Frozen;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>What is particular to one EVM chain when its blocks are read, from the embedded <c>evm-rules.json</c>.</summary>
internal sealed record EvmChainRules
{
    private const string AnyChain = "any";

    private static readonly EvmRulesEntry File = EvmRulesEntry.ReadEmbedded();

    public required Chain Chain { get; init; }

    /// <summary>The chain's own coin; one that is not in the registry pays in ether, as most new EVM chains do.</summary>
    public required AssetId Native { get; init; }

    public required FrozenSet<Address> WrappedNative { get; init; }

    public required FrozenDictionary<Address, NativeLogRule> NativeLogs { get; init; }

    public required bool PaysWithdrawalsInNative { get; init; }

    public required bool HasUnlistedTransactions { get; init; }

    public static EvmChainRules Of(Chain chain)
    {
        string id = chain.Id.Value;
        return new()
        {
            Chain = chain,
            Native = chain.Native?.Asset ?? new AssetId(chain.Id, "slip44:60"),
            WrappedNative = File.WrappedNative.Where(entry => entry.Chain == id).Select(entry => Account(entry.Contract)).ToFrozenSet(),
            NativeLogs = File.NativeLogs
                .Where(entry => entry.Chain == id || entry.Chain == AnyChain)
                .ToFrozenDictionary(entry => Account(entry.Emitter), NativeLogRule.Of),
            PaysWithdrawalsInNative = !File.WithdrawalsInToken.Contains(id),
            HasUnlistedTransactions = File.UnlistedTransactions.Contains(id),
        };
    }

    internal static Address Account(string text) =>
        HexText.TryAccount(System.Text.Encoding.ASCII.GetBytes(text), out var account)
            ? account
            : throw new FormatException($"evm-rules.json: expected an address, found '{text}'.");
}

/// <summary>How an emitter logs moves of the native coin.</summary>
internal sealed record NativeLogRule(NativeLogEntry Entry, Word256 Signature, Address? FirstMustBe, FrozenSet<Address> FeeAccounts)
{
    public bool IsComplete => Entry.IsComplete;

    public static NativeLogRule Of(NativeLogEntry entry) => new(
        entry,
        EventTopics.Of(entry.Event),
        entry.FirstMustBe is { } first ? EvmChainRules.Account(first) : null,
        (entry.FeeAccounts ?? []).Select(EvmChainRules.Account).ToFrozenSet());

    /// <summary>The move a log tells of; null when it is another event, or the chain's handling of a fee.</summary>
    public (Address From, Address To, Amount Amount)? Read(LogAnswer log)
    {
        bool isMove = log.Is(Signature, Entry.Arguments.Words) && log.Topics.Length == Entry.Arguments.Indexed + 1
            && (FirstMustBe is not { } first || log.Argument(0).ToAccount() == first);
        if (!isMove || log.Argument(Entry.Arguments.Amount).ToAmount() is not { } amount)
        {
            return null;
        }

        var from = log.Argument(Entry.Arguments.From).ToAccount();
        var to = log.Argument(Entry.Arguments.To).ToAccount();
        return FeeAccounts.Contains(from) || FeeAccounts.Contains(to) ? null : (from, to, amount);
    }
}
