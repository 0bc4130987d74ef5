using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Contracts for everybody that stand at one address on many chains, so that a shared address says nothing.</summary>
/// <remarks>
/// Source: the projects' own deployment pages (Arachnid's deterministic deployment proxy, Multicall3, Permit2, Safe 1.3.0, ERC-4337,
/// ERC-1820, CreateX, Uniswap, 1inch, 0x); each is written with its EIP-55 checksum, which a slip of a digit would break.
/// </remarks>
internal static class PublicContracts
{
    private static readonly IReadOnlyList<(string Address, string Name)> Listed =
    [
        ("0x4e59b44847b379578588920cA78FbF26c0B4956C", "the deterministic deployment proxy"),
        ("0x7A0D94F55792C434d74a40883C6ed8545E406D12", "the Zoltu deployment proxy"),
        ("0xba5Ed099633D3B313e4D5F7bdc1305d3c28ba5Ed", "CreateX"),
        ("0xcA11bde05977b3631167028862bE2a173976CA11", "Multicall3"),
        ("0x000000000022D473030F116dDEE9F6B43aC78BA3", "Permit2"),
        ("0xa6B71E26C5e0845f74c812102Ca7114b6a896AB2", "the Safe proxy factory 1.3.0"),
        ("0xd9Db270c1B5E3Bd161E8c8503c55cEABeE709552", "the Safe singleton 1.3.0"),
        ("0x5FF137D4b0FDCD49DcA30c7CF57E578a026d2789", "the ERC-4337 entry point 0.6"),
        ("0x0000000071727De22E5E9d8BAf0edAc6f37da032", "the ERC-4337 entry point 0.7"),
        ("0x1820a4B7618BdE71Dce8cdc73aAB6C95905faD24", "the ERC-1820 registry"),
        ("0x1F98431c8aD98523631AE4a59f267346ea31F984", "the Uniswap v3 factory"),
        ("0xE592427A0AEce92De3Edee1F18E0157C05861564", "the Uniswap v3 router"),
        ("0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45", "the Uniswap router 2"),
        ("0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D", "the Uniswap v2 router"),
        ("0x1111111254fb6c44bAC0beD2854e76F90643097d", "the 1inch router 4"),
        ("0x1111111254EEB25477B68fb85Ed929f73A960582", "the 1inch router 5"),
        ("0xDef1C0ded9bec7F1a1670819833240f027b25EfF", "the 0x exchange proxy"),
        ("0x1E0049783F008A0085193E00003D00cd54003c71", "the OpenSea conduit"),
    ];

    private static readonly Dictionary<Address, string> ByAddress = Listed
        .ToDictionary(one => AddressText.Parse(ChainRegistry.Find("ethereum").Id, one.Address), one => one.Name);

    public static IReadOnlyCollection<Address> All => ByAddress.Keys;

    public static string? NameOf(Address address) => ByAddress.GetValueOrDefault(address);
}
