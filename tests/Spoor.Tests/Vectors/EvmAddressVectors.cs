using System.Globalization;
using Spoor.Tests.Transfers;
using Spoor.Transfers;

namespace Spoor.Tests.Vectors;

/// <summary>Published texts of EVM addresses and of contracts not yet deployed.</summary>
public sealed class EvmAddressVectors
{
    private const string Nobody = "0x0000000000000000000000000000000000000000";
    private const string Zeros = "0x0000000000000000000000000000000000000000000000000000000000000000";

    // https://eips.ethereum.org/EIPS/eip-55#test-cases
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void Eip55_renders_its_own_examples(string text) => ReadsBack(1, text);

    // https://eips.ethereum.org/EIPS/eip-1191#test-cases
    [Theory]
    [InlineData(1, "0x88021160C5C792225E4E5452585947470010289D")]
    [InlineData(30, "0x6549F4939460DE12611948B3F82B88C3C8975323")]
    [InlineData(30, "0x27b1FdB04752BBc536007A920D24ACB045561c26")]
    [InlineData(30, "0x3599689E6292B81B2D85451025146515070129Bb")]
    [InlineData(30, "0x52908400098527886E0F7030069857D2E4169ee7")]
    [InlineData(30, "0x5aaEB6053f3e94c9b9a09f33669435E7ef1bEAeD")]
    [InlineData(30, "0x8617E340b3D01Fa5f11f306f4090fd50E238070D")]
    [InlineData(30, "0xD1220A0Cf47c7B9BE7a2e6ba89F429762E7B9adB")]
    [InlineData(30, "0xDBF03B407c01E7CD3cBea99509D93F8Dddc8C6FB")]
    [InlineData(30, "0xDe709F2102306220921060314715629080e2FB77")]
    [InlineData(30, "0xFb6916095cA1Df60bb79ce92cE3EA74c37c5d359")]
    [InlineData(31, "0x42712D45473476B98452F434E72461577D686318")]
    [InlineData(31, "0x27B1FdB04752BbC536007a920D24acB045561C26")]
    [InlineData(31, "0x3599689e6292b81b2D85451025146515070129Bb")]
    [InlineData(31, "0x52908400098527886E0F7030069857D2e4169EE7")]
    [InlineData(31, "0x5aAeb6053F3e94c9b9A09F33669435E7EF1BEaEd")]
    [InlineData(31, "0x66f9664F97F2b50f62d13eA064982F936DE76657")]
    [InlineData(31, "0xDE709F2102306220921060314715629080e2Fb77")]
    [InlineData(31, "0xFb6916095CA1dF60bb79CE92ce3Ea74C37c5D359")]
    [InlineData(31, "0xd1220a0CF47c7B9Be7A2E6Ba89f429762E7b9adB")]
    public void Eip1191_renders_its_own_examples(int chain, string text) => ReadsBack(chain, text);

    // CoinEx's notices of September 2023 and the two addresses by which SlowMist and ZachXBT tied the theft to Stake and Alphapo.
    [Theory]
    [InlineData("0xcE013682eDDeFAca8c94fE56a43A04212EBe4673")]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE")]
    [InlineData("0xCC1AE485b617c59a7c577C02cd07078a2bcCE454")]
    [InlineData("0x2118e4432d668aCFa347ddBA0efCcc6BB04DB297")]
    [InlineData("0x1A61Df134d766f1e240FBFAEe79bBeCC04195f62")]
    [InlineData("0x40cBe7580168d52b7FEC884120B31115c3F7E37E")]
    [InlineData("0x75497999432B8701330fB68058bd21918C02Ac59")]
    [InlineData("0x22bE3b0a943b1bc0ea3AeC2cB3Ef511f3920a98d")]
    public void The_addresses_of_the_CoinEx_case_are_intact(string text)
    {
        ReadsBack(1, text);

        var lower = AddressText.Parse(KnownChains.Ethereum, text.ToLowerInvariant());
        Assert.Equal(text, AddressText.Render(KnownChains.Ethereum, lower));
    }

    // https://ethereum.stackexchange.com/a/761
    [Theory]
    [InlineData(0, "cd234a471b72ba2f1ccf0a70fcaba648a5eecd8d")]
    [InlineData(1, "343c43a37d37dff08ae8c4a11544c718abb4fcf8")]
    [InlineData(2, "f778b86fa74e846c4f0a1fbd1335fe81c00a0c91")]
    [InlineData(3, "fffd933a0bc612844eaf0c6fe3e5b8e9b6c1d19c")]
    public void Create_names_the_contract_by_deployer_and_nonce(ulong nonce, string contract) =>
        Assert.Equal(
            KnownChains.Account(contract),
            ContractAddress.Create(KnownChains.Account("6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0"), nonce));

    // https://eips.ethereum.org/EIPS/eip-1014#specification
    [Theory]
    [InlineData(Nobody, Zeros, "00", "0x4D1A2e2bB4F88F0250f26Ffff098B0b30B26BF38")]
    [InlineData("0xdeadbeef00000000000000000000000000000000", Zeros, "00", "0xB928f69Bb1D91Cd65274e3c79d8986362984fDA3")]
    [InlineData(
        "0xdeadbeef00000000000000000000000000000000",
        "0x000000000000000000000000feed000000000000000000000000000000000000",
        "00",
        "0xD04116cDd17beBE565EB2422F2497E06cC1C9833")]
    [InlineData(Nobody, Zeros, "deadbeef", "0x70f2b2914A2a4b783FaEFb75f459A580616Fcb5e")]
    [InlineData(
        "0x00000000000000000000000000000000deadbeef",
        "0x00000000000000000000000000000000000000000000000000000000cafebabe",
        "deadbeef",
        "0x60f3f640a8508fC6a86d45DF051962668E1e8AC7")]
    [InlineData(
        "0x00000000000000000000000000000000deadbeef",
        "0x00000000000000000000000000000000000000000000000000000000cafebabe",
        "deadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
        "0x1d8bfDC5D46DC4f61D6b6115972536eBE6A8854C")]
    [InlineData(Nobody, Zeros, "", "0xE33C0C7F7df4809055C3ebA6c09CFe4BaF1BD9e0")]
    public void Create2_names_the_contract_by_deployer_salt_and_code(string deployer, string salt, string code, string contract)
    {
        var named = ContractAddress.Create2(
            AddressText.Parse(KnownChains.Ethereum, deployer), Convert.FromHexString(salt[2..]), Convert.FromHexString(code));

        Assert.Equal(contract, AddressText.Render(KnownChains.Ethereum, named));
    }

    private static void ReadsBack(int chain, string text)
    {
        var id = ChainId.Parse("eip155:" + chain.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(text, AddressText.Render(id, AddressText.Parse(id, text)));
    }
}
