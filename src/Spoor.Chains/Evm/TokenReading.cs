using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>A movement of a token, as a log tells it.</summary>
internal readonly record struct TokenMove(AssetId Asset, Address From, Address To, Amount Amount);

/// <summary>Reads movements of tokens from logs: ERC-20, ERC-721, ERC-1155, and the wrapping of the native coin.</summary>
/// <remarks>
/// What has not the shape of its event is no movement and no fault either, because any contract may log anything. ERC-777's own events are left out: such
/// tokens emit <c>Transfer</c> as well.
/// </remarks>
internal sealed class TokenReading(EvmChainRules rules)
{
    private readonly Dictionary<Address, AssetId> _assets = [];
    private readonly List<TokenMove> _found = [];
    private readonly WrappingReading _wrapping = new(rules);

    /// <summary>How many movements were left out because their amount does not fit into 128 bits.</summary>
    public int Refused { get; private set; }

    /// <summary>Begins a transaction.</summary>
    public void Enter(IReadOnlyList<LogAnswer> logs, int first, int end) => _wrapping.Enter(logs, first, end);

    /// <summary>The movements a log tells of; the list is used again for the next log.</summary>
    public IReadOnlyList<TokenMove> Read(LogAnswer log)
    {
        _found.Clear();
        if (log.Is(EventTopics.Transfer, 3))
        {
            AddTransfer(log);
        }
        else if (log.Is(EventTopics.TransferSingle, 5))
        {
            AddMultiToken(log, log.Argument(3), log.Argument(4));
        }
        else if (log.Topics is [var name, _, _, _] && name == EventTopics.TransferBatch)
        {
            AddBatch(log);
        }
        else if (_wrapping.Read(log) is { } wrapping)
        {
            Add(AssetOf(log.Emitter), wrapping.From, wrapping.To, wrapping.Amount);
        }

        return _found;
    }

    // ERC-721 indexes all three arguments, ERC-20 two or, in old contracts, none or one.
    private void AddTransfer(LogAnswer log)
    {
        var from = log.Argument(0).ToAccount();
        var to = log.Argument(1).ToAccount();
        var last = log.Argument(2);
        if (log.DataBytes == 0)
        {
            _found.Add(new(NumberedAsset("721", log.Emitter, last), from, to, new(UInt128.One)));
        }
        else
        {
            Add(AssetOf(log.Emitter), from, to, last);
        }
    }

    private void AddMultiToken(LogAnswer log, Word256 number, Word256 amount) =>
        Add(NumberedAsset("1155", log.Emitter, number), log.Argument(1).ToAccount(), log.Argument(2).ToAccount(), amount);

    // Two offsets in bytes, then at each a length and so many words.
    private void AddBatch(LogAnswer log)
    {
        if (Array(log, 0) is not { } numbers || Array(log, 1) is not { } amounts || numbers.Length != amounts.Length)
        {
            return;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            AddMultiToken(log, log.DataWord(numbers.First + i), log.DataWord(amounts.First + i));
        }
    }

    /// <summary>Where the words of an array in the data stand; null when they do not lie inside the data.</summary>
    private static (int First, int Length)? Array(LogAnswer log, int argument)
    {
        int words = log.DataBytes / Word256.Bytes;
        if (words < 2 || log.DataWord(argument).ToAmount() is not { } offset || offset.Units % Word256.Bytes != 0)
        {
            return null;
        }

        var place = offset.Units / Word256.Bytes;
        if (place >= (UInt128)words || log.DataWord((int)place).ToAmount() is not { } length)
        {
            return null;
        }

        return length.Units <= (UInt128)words - place - 1 ? ((int)place + 1, (int)length.Units) : null;
    }

    private void Add(AssetId asset, Address from, Address to, Word256 amount)
    {
        if (amount.ToAmount() is { } units)
        {
            _found.Add(new(asset, from, to, units));
        }
        else
        {
            Refused++;
        }
    }

    private AssetId AssetOf(Address contract)
    {
        if (!_assets.TryGetValue(contract, out var asset))
        {
            asset = rules.Chain.TokenOf(contract);
            _assets.Add(contract, asset);
        }

        return asset;
    }

    // Named as the token of the contract is, erc20:0x… or trc20:T…, with the number of the standard instead of 20.
    private AssetId NumberedAsset(string standard, Address contract, Word256 number)
    {
        string family = rules.Chain.Family == ChainFamily.Tron ? "trc" : "erc";
        string token = AssetOf(contract).Reference;
        string name = token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return new(rules.Chain.Id, string.Create(CultureInfo.InvariantCulture, $"{family}{standard}:{name}/{number.ToInteger()}"));
    }
}
