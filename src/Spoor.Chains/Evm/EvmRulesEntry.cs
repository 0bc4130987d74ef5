using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spoor.Chains.Evm;

/// <summary>What differs between EVM chains, as it stands in <c>evm-rules.json</c>.</summary>
internal sealed record EvmRulesEntry
{
    public required IReadOnlyList<WrappedNativeEntry> WrappedNative { get; init; }

    public required IReadOnlyList<NativeLogEntry> NativeLogs { get; init; }

    /// <summary>Chains whose withdrawals are paid in a token, by a contract that logs them.</summary>
    public required IReadOnlyList<string> WithdrawalsInToken { get; init; }

    /// <summary>Chains with transactions that have logs and are not in the block's list.</summary>
    public required IReadOnlyList<string> UnlistedTransactions { get; init; }

    public static EvmRulesEntry ReadEmbedded()
    {
        using var stream = typeof(EvmRulesEntry).Assembly.GetManifestResourceStream(typeof(EvmRulesEntry), "evm-rules.json")
            ?? throw new InvalidOperationException("The resource evm-rules.json is missing from the build.");
        return JsonSerializer.Deserialize(stream, EvmRulesJson.Default.EvmRulesEntry)
            ?? throw new FormatException("evm-rules.json: expected an object, found null.");
    }
}

/// <summary>A contract that gives a token for the native coin and takes it back, with WETH9's events.</summary>
internal sealed record WrappedNativeEntry(string Chain, string Contract, string Name);

/// <summary>Who logs moves of the native coin, and how.</summary>
/// <param name="Chain">CAIP-2, or <c>any</c>.</param>
/// <param name="IsComplete">Whether every move is logged, so that traces would count them twice; else only what goes through the token's own methods.</param>
internal sealed record NativeLogEntry(string Chain, string Emitter, string Event, NativeLogArguments Arguments, bool IsComplete, string Source)
{
    /// <summary>Whether what a contract leaves when it destroys itself is not logged, although every other move is.</summary>
    public bool OmitsSelfDestructs { get; init; }

    /// <summary>An address the first argument must be, where the emitter logs other things under the same name.</summary>
    public string? FirstMustBe { get; init; }

    /// <summary>Accounts through which the chain takes fees and gives change: the fee is read from the receipt.</summary>
    public IReadOnlyList<string>? FeeAccounts { get; init; }
}

/// <summary>Which of an event's arguments, counted from 0, is what.</summary>
/// <param name="Words">How many words the arguments have together.</param>
/// <param name="Indexed">How many of them are indexed.</param>
internal sealed record NativeLogArguments(int From, int To, int Amount, int Words, int Indexed);

/// <summary>Strict: a member misspelt in the file stops the first use, not the case that needed it.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EvmRulesEntry))]
internal sealed partial class EvmRulesJson : JsonSerializerContext;
