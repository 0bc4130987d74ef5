using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Addresses whose private key anybody can have.</summary>
/// <remarks>
/// The accounts of published test phrases at m/44'/60'/0'/0/i, and the keys 1 to 16. A test derives every one of them again
/// from its phrase (BIP-39, BIP-32, secp256k1, Keccak-256). Sources: documentation of Hardhat and Anvil (20 accounts), of Ganache
/// with <c>--deterministic</c> (10), of Truffle Develop (10).
/// </remarks>
public static class KnownKeys
{
    public const string HardhatPhrase = "test test test test test test test test test test test junk";

    public const string GanachePhrase = "myth like bonus scare over problem client lizard pioneer submit female collect";

    public const string TrufflePhrase = "candy maple cake sugar pudding cream honey rich smooth crumble sweet treat";

    public static readonly IReadOnlyList<string> Hardhat =
    [
        "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC", "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
        "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65", "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
        "0x976EA74026E726554dB657fA54763abd0C3a0aa9", "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955",
        "0x23618e81E3f5cdF7f54C3d65f7FBc0aBf5B21E8f", "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720",
        "0xBcd4042DE499D14e55001CcbB24a551F3b954096", "0x71bE63f3384f5fb98995898A86B02Fb2426c5788",
        "0xFABB0ac9d68B0B445fB7357272Ff202C5651694a", "0x1CBd3b2770909D4e10f157cABC84C7264073C9Ec",
        "0xdF3e18d64BC6A983f673Ab319CCaE4f1a57C7097", "0xcd3B766CCDd6AE721141F452C550Ca635964ce71",
        "0x2546BcD3c84621e976D8185a91A922aE77ECEc30", "0xbDA5747bFD65F08deb54cb465eB87D40e51B197E",
        "0xdD2FD4581271e230360230F9337D5c0430Bf44C0", "0x8626f6940E2eb28930eFb4CeF49B2d1F2C9C1199",
    ];

    public static readonly IReadOnlyList<string> Ganache =
    [
        "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1", "0xFFcf8FDEE72ac11b5c542428B35EEF5769C409f0",
        "0x22d491Bde2303f2f43325b2108D26f1eAbA1e32b", "0xE11BA2b4D45Eaed5996Cd0823791E0C93114882d",
        "0xd03ea8624C8C5987235048901fB614fDcA89b117", "0x95cED938F7991cd0dFcb48F0a06a40FA1aF46EBC",
        "0x3E5e9111Ae8eB78Fe1CC3bb8915d5D461F3Ef9A9", "0x28a8746e75304c0780E011BEd21C72cD78cd535E",
        "0xACa94ef8bD5ffEE41947b4585a84BdA5a3d3DA6E", "0x1dF62f291b2E969fB0849d99D9Ce41e2F137006e",
    ];

    public static readonly IReadOnlyList<string> Truffle =
    [
        "0x627306090abaB3A6e1400e9345bC60c78a8BEf57", "0xf17f52151EbEF6C7334FAD080c5704D77216b732",
        "0xC5fdf4076b8F3A5357c5E395ab970B5B54098Fef", "0x821aEa9a577a9b44299B9c15c88cf3087F3b5544",
        "0x0d1d4e623D10F9FBA5Db95830F7d3839406C6AF2", "0x2932b7A2355D6fecc4b5c0B6BD44cC31df247a2e",
        "0x2191eF87E392377ec08E7c08Eb105Ef5448eCED5", "0x0F4F2Ac550A1b4e2280d04c21cEa7EBD822934b5",
        "0x6330A553Fc93768F612722BB8c2eC78aC90B3bbc", "0x5AEDA56215b167893e80B4fE645BA6d5Bab767DE",
    ];

    /// <summary>Of the private keys 1, 2, 3 and so on.</summary>
    public static readonly IReadOnlyList<string> SmallNumbers =
    [
        "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", "0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF",
        "0x6813Eb9362372EEF6200f3b1dbC3f819671cBA69", "0x1efF47bc3a10a45D4B230B5d10E37751FE6AA718",
        "0xe1AB8145F7E55DC933d51a18c793F901A3A0b276", "0xE57bFE9F44b819898F47BF37E5AF72a0783e1141",
        "0xd41c057fd1c78805AAC12B0A94a405c0461A6FBb", "0xF1F6619B38A98d6De0800F1DefC0a6399eB6d30C",
        "0xF7Edc8FA1eCc32967F827C9043FcAe6ba73afA5c", "0x4CCeBa2d7D2B4fdcE4304d3e09a1fea9fbEb1528",
        "0x3DA8D322CB2435dA26E9C9fEE670f9fB7Fe74E49", "0xDbc23AE43a150ff8884B02Cea117b22D1c3b9796",
        "0x68E527780872cda0216Ba0d8fBD58b67a5D5e351", "0x5A83529ff76Ac5723A87008c4D9B436AD4CA7d28",
        "0x8735015837bD10e05d9cf5EA43A2486Bf4Be156F", "0xfaE394561e33e242c551d15D4625309EA4c0B97f",
    ];

    private static readonly Dictionary<Address, string> ByAddress = new[]
        {
            (Hardhat, "the test phrase of Hardhat and Anvil"),
            (Ganache, "the test phrase of Ganache"),
            (Truffle, "the test phrase of Truffle"),
            (SmallNumbers, "a private key that is a small number"),
        }
        .SelectMany(list => list.Item1, (list, address) => (Address: AddressText.Parse(ChainRegistry.Find("ethereum").Id, address), Of: list.Item2))
        .ToDictionary(one => one.Address, one => one.Of);

    public static int Count => ByAddress.Count;

    /// <summary>Whose published key it is; null when it is none of them.</summary>
    public static string? OwnerOf(Address address) => ByAddress.GetValueOrDefault(address);
}
