using System.Text;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Vectors;

/// <summary>Topics of the events Spoor reads are the Keccak-256 of their Solidity signatures.</summary>
/// <remarks>
/// The topics of Transfer, Approval, the WETH pair, the swaps and Stargate also stand in the ABI table of graphsense-lib
/// (MIT), https://github.com/graphsense/graphsense-lib; the others follow from the signatures their contracts publish.
/// </remarks>
public sealed class EventTopicVectors
{
    private const string Table = """
        0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef Transfer(address,address,uint256)
        0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925 Approval(address,address,uint256)
        0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62 TransferSingle(address,address,address,uint256,uint256)
        0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb TransferBatch(address,address,address,uint256[],uint256[])
        0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31 ApprovalForAll(address,address,bool)
        0x06b541ddaa720db2b10a4d0cdac39b8d360425fc073085fac19bc82614677987 Sent(address,address,address,uint256,bytes,bytes)
        0x2fe5be0146f74c5bce36c0b80911af6c7d86ff27e89d5cfa61fc681327954e5d Minted(address,address,uint256,bytes,bytes)
        0xa78a9be3a7b862d26933ad85fb11d80ef66b8f972d7cbba06621d583943a4098 Burned(address,address,uint256,bytes,bytes)
        0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c Deposit(address,uint256)
        0x7fcf532c15f0a6db0bd6d0e038bea71d30d808c7d98cb3bf7268a95bf5081b65 Withdrawal(address,uint256)
        0x42e160154868087d6bfdc0ca23d96a1c1cfa32f1b72ba9ba27b69b98a0d819dc AddedBlackList(address)
        0xd7e9ec6e6ecd65492dce6bf513cd6867560d49544421d0783ddf06e76c24470c RemovedBlackList(address)
        0x61e6e66b0d6339b2980aecc6ccc0039736791f0ccde9ed512e789a7fbdd698c6 DestroyedBlackFunds(address,uint256)
        0xcb8241adb0c3fdb35b70c24ce35c5eb0c17af7431c99f827d44a445ca624176a Issue(uint256)
        0x702d5967f45f6513a38ffc42d6ba9bf230bd40e8f53b16363c7eb4fd2deb9a44 Redeem(uint256)
        0xffa4e6181777692565cf28528fc88fd1516ea86b56da075235fa575af6a4b855 Blacklisted(address)
        0x117e3210bb9aa7d9baff172026820255c6f6c30ba8999d1c2fd88e2848137c4e UnBlacklisted(address)
        0x8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0 OwnershipTransferred(address,address)
        0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d RoleGranted(bytes32,address,address)
        0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b RoleRevoked(bytes32,address,address)
        0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b Upgraded(address)
        0x7e644d79422f17c01e4894b5f4f588d331ebfa28653d42ae832dc59e38c9798f AdminChanged(address,address)
        0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258 Paused(address)
        0x141df868a6331af528e38c83b7aa03edc19be66e37ae67f9285bf4f8e3c6a1a8 SafeSetup(address,address[],uint256,address,address)
        0x4f51faf6c4561ff95f067657e43439f0f856d97c04d9ec9070a6199ad418e235 ProxyCreation(address,address)
        0x6e78ae8c51534f0b801d7aa7cce5a2113f3c3368c61b06fa61415f361d400431 ProxyCreationL2(address,address,bytes,uint256)
        0x9465fa0c962cc76958e6373a993326400c1c94f8be2fe3a952adfa7f60b2ea26 AddedOwner(address)
        0xf8d49fc529812e9a7c5c50e69c20f0dccc0db8fa95c98bc58cc9a4f1c1299eaf RemovedOwner(address)
        0x610f7ff2b304ae8903c3de74c60c6ab1f7d6226b3f52c5161905bb5ad4039c93 ChangedThreshold(uint256)
        0x442e715f626346e8c54381002da614f62bee8d27386535b2521ec8540898556e ExecutionSuccess(bytes32,uint256)
        0x23428b18acfb3ea64b08dc0c1d296ea9c09702c09083ca5272e64d115b687d23 ExecutionFailure(bytes32,uint256)
        0xecdf3a3effea5783a3c4c2140e677577666428d44ed9d474a0b3a4c9943f8440 EnabledModule(address)
        0x3d0ce9bfc3ed7d6862dbb28b2dea94561fe714a1b4d019aa8af39730d1ad7c3d SafeReceived(address,uint256)
        0x49628fd1471006c1482da88028e9ce4dbb080b815c9b0344d39e5a8e6ec1419f UserOperationEvent(bytes32,address,address,uint256,bool,uint256,uint256)
        0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822 Swap(address,uint256,uint256,uint256,uint256,address)
        0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67 Swap(address,address,int256,int256,uint160,uint128,int24)
        0x40e9cecb9f5f1f1c5b9c97dec2917b7ee92e57ba5563708daca94dd84ad7112f Swap(bytes32,address,int128,int128,uint160,uint128,int24,uint24)
        0x8b3e96f2b889fa771c53c981b40daf005f63f637f1869f707052d15a3dd97140 TokenExchange(address,int128,uint256,int128,uint256)
        0xb2e76ae99761dc136e598d4a629bb347eccb9532a5f8bbd72e18467c3c34cc98 TokenExchange(address,uint256,uint256,uint256,uint256)
        0xa07a543ab8a018198e99ca0184c93fe9050a79400a0a723441f84de1d972cc17 Trade(address,address,address,uint256,uint256,uint256,bytes)
        0x1bb43f2da90e35f7b0cf38521ca95a49e68eb42fac49924930a5bd73cdf7576c OrderRecord(address,address,address,uint256,uint256)
        0xa945e51eec50ab98c161376f0db4cf2aeba3ec92755fe2fcd388bdbbb80ff196 Deposit(bytes32,uint32,uint256)
        0xe9e508bad6d4c3227e881ca19068f099da81b5164dd6d62b2eaf1e8bc6c34931 Withdrawal(address,bytes32,address,uint256)
        0x34660fc8af304464529f48a778e03d03e4d34bcd5f9b6f0cfbf3cd238c642f7f Swap(uint16,uint256,address,uint256,uint256,uint256,uint256,uint256)
        0xfb2b592367452f1c437675bed47f5e1e6c25188c17d7ba01a12eb030bc41ccef SwapRemote(address,uint256,uint256,uint256)
        0x85496b760a4b7f8d66384b9df21b381f5d1b1e79f229a47aaf4c232edc2fe59a OFTSent(bytes32,uint32,address,uint256,uint256)
        0xefed6d3500546b29533b128a29e3a94d70788727f0507505ac12eaf2e578fd9c OFTReceived(bytes32,uint32,address,uint256)
        0x1ab700d4ced0c005b164c0f789fd09fcbb0156d4c2041b8a3bfbcd961cd1567f PacketSent(bytes,bytes,address)
        0x3cd5e48f9730b129dc7550f0fcea9c767b7be37837cd10e55eb35f734f4bca04 PacketDelivered((uint32,bytes32,uint64),address)
        0xe9bded5f24a4168e4f3bf44e00298c993b22376aad8c58c7dda9718a54cbea82 Packet(bytes)
        0x2bd2d8a84b748439fd50d79a49502b4eb5faa25b864da6a9ab5c150704be9a4d PacketReceived(uint16,bytes,address,uint64,bytes32)
        0x664e26797cde1146ddfcb9a5d3f4de61179f9c11b2698599bb09e686f442172b SendToChain(uint16,bytes,uint256)
        0x831bc68226f8d1f734ffcca73602efc4eca13711402ba1d2cc05ee17bb54f631 ReceiveFromChain(uint16,uint64,uint256)
        0xafc4df6845a4ab948b492800d3d8a25d538a102a2bc07cd01f1cfa097fddcff6 FundsDeposited(uint256,uint256,uint256,int64,uint32,uint32,address,address,address,bytes)
        0xa123dc29aebf7d0c3322c8eeb5b999e859f39937950ed31056532713d0de396f V3FundsDeposited(address,address,uint256,uint256,uint256,uint32,uint32,uint32,uint32,address,address,address,bytes)
        0x571749edf1d5c9599318cdbc4e28a6475d65e87fd3b2ddbe1e9a8d5e7a0f0ff7 FilledV3Relay(address,address,uint256,uint256,uint256,uint256,uint32,uint32,uint32,address,address,address,address,bytes,(address,bytes,uint256,uint8))
        0x32ed1a409ef04c7b0227189c3a103dc5ac10e775a15b785dcc510201f7c25ad3 FundsDeposited(bytes32,bytes32,uint256,uint256,uint256,uint256,uint32,uint32,uint32,bytes32,bytes32,bytes32,bytes)
        0x44b559f101f8fbcc8a0ea43fa91a05a729a5ea6e14a7c75aa750374690137208 FilledRelay(bytes32,bytes32,uint256,uint256,uint256,uint256,uint256,uint32,uint32,bytes32,bytes32,bytes32,bytes32,bytes32,(bytes32,bytes32,uint256,uint8))
        0x6eb224fb001ed210e379b335e35efe88672a8ce935d981a6896b27ffdf52a3b2 LogMessagePublished(address,uint64,uint32,bytes,uint8)
        0xcaf280c8cfeba144da67230d9b009c8f868a75bac9a528fa0474be1ba317c169 TransferRedeemed(uint16,bytes32,uint64)
        0xda5273705dbef4bf1b902a131c2eac086b7e1476a8ab0cb4da08af1fe1bd8e3b TokenDeposit(address,uint256,address,uint256)
        0x79c15604b92ef54d3f61f0c40caab8857927ca3d5092367163b4562c1699eb5f TokenDepositAndSwap(address,uint256,address,uint256,uint8,uint8,uint256,uint256)
        0xdc5bad4651c5fbe9977a696aadc65996c468cde1448dd468ec0d83bf61c4b57c TokenRedeem(address,uint256,address,uint256)
        0x91f25e9be0134ec851830e0e76dc71e06f9dade75a9b84e9524071dbbc319425 TokenRedeemAndSwap(address,uint256,address,uint256,uint8,uint8,uint256,uint256)
        0x9a7024cde1920aa50cdde09ca396229e8c4d530d5cfdc6233590def70a94408c TokenRedeemAndRemove(address,uint256,address,uint256,uint8,uint256,uint256)
        0x8e57e8c5fea426159af69d47eda6c5052c7605c9f70967cf749d4aa55b70b499 TokenRedeemV2(bytes32,uint256,address,uint256)
        0x8b0afdc777af6946e53045a4a75212769075d30455a212ac51c9b16f9c5c9b26 TokenWithdraw(address,address,uint256,uint256,bytes32)
        0xbf14b9fde87f6e1c29a7e0787ad1d0d64b4648d8ae63da21524d9fd0f283dd38 TokenMint(address,address,uint256,uint256,bytes32)
        0x4f56ec39e98539920503fd54ee56ae0cbebe9eb15aa778f18de67701eeae7c65 TokenMintAndSwap(address,address,uint256,uint256,uint8,uint8,uint256,uint256,bool,bytes32)
        0xc1a608d0f8122d014d03cc915a91d98cef4ebaf31ea3552320430cba05211b6d TokenWithdrawAndRemove(address,address,uint256,uint256,uint8,uint256,uint256,bool,bytes32)
        0x120ea0364f36cdac7983bcfdd55270ca09d7f9b314a2ebc425a3b01ab1d6403a BridgeRequested(bytes32,address,bytes,uint32,address,address,uint256,uint256,bool)
        0xf8ae392d784b1ea5e8881bfa586d81abf07ef4f1e2fc75f7fe51c90f05199a5c BridgeRelayed(bytes32,address,address,uint32,address,address,uint256,uint256,uint256)
        0x89d8051e597ab4178a863a5190407b98abfeff406aa8db90c59af76612e58f01 Send(bytes32,address,address,address,uint256,uint64,uint64,uint32)
        0x79fa08de5149d912dce8e5e8da7a7c17ccdf23dd5d3bfe196802e6eb86347c7c Relay(bytes32,address,address,address,uint256,uint64,bytes32)
        0x48a1ab26f3aa7b62bb6b6e8eed182f292b84eb7b006c0254386b268af20774be WithdrawDone(bytes32,uint64,address,address,uint256,bytes32)
        0x15d2eeefbe4963b5b2178f239ddcc730dda55f1c23c22efb79ded0eb854ac789 Deposited(bytes32,address,address,uint256,uint64,address)
        0x28d226819e371600e26624ebc4a9a3947117ee2760209f816c789d3a99bf481b Deposited(bytes32,address,address,uint256,uint64,address,uint64)
        0x296a629c5265cb4e5319803d016902eb70a9079b89655fe2b7737821ed88beeb Withdrawn(bytes32,address,address,uint256,uint64,bytes32,address)
        0x5bc84ecccfced5bb04bfc7f3efcdbe7f5cd21949ef146811b4d1967fe41f777a Mint(bytes32,address,address,uint256,uint64,bytes32,address)
        0x75f1bf55bb1de41b63a775dc7d4500f01114ee62b688a6b11d34f4692c1f3d43 Burn(bytes32,address,address,uint256,address)
        0x6298d7b58f235730b3b399dc5c282f15dae8b022e5fbbf89cee21fd83c8810a3 Burn(bytes32,address,address,uint256,uint64,address,uint64)
        0x97116cf6cd4f6412bb47914d6db18da9e16ab2142f543b86e207c24fbd16b23a LogAnySwapOut(address,address,address,uint256,uint256,uint256)
        0xaac9ce45fe3adf5143598c4f18a369591a20a3384aedaf1b525d29127e1fcd55 LogAnySwapIn(bytes32,address,address,uint256,uint256,uint256)
        0x05d0634fe981be85c22e2942a880821b70095d84e152c3ea3c17a4e4250d9d61 LogSwapin(bytes32,address,uint256)
        0x6b616089d04950dc06c45c6dd787d657980543f89651aec47924752c7d16c888 LogSwapout(address,address,uint256)
        0x0a0607688c86ec1775abcdbab7b33a3a35a6c9cde677c9be880150c231cc6b0b TransferSentToL2(uint256,address,uint256,uint256,uint256,address,uint256)
        0xe35dddd4ea75d7e9b3fe93af4f4e40e778c3da4074c9d93e7c6536f1e803c1eb TransferSent(bytes32,uint256,address,uint256,bytes32,uint256,uint256,uint256,uint256)
        0x320958176930804eb66c2343c7343fc0367dc16249590c0f195783bee199d094 TransferFromL1Completed(address,uint256,uint256,uint256,address,uint256)
        0x0c3d250c7831051e78aa6a56679e590374c7c424415ffe4aa474491def2fe705 WithdrawalBonded(bytes32,uint256)
        0x9475cdbde5fc71fe2ccd413c82878ee54d061b9f74f9e2e1a03ff1178821502c Withdrew(bytes32,address,uint256,bytes32)
        0xef519b7eb82aaf6ac376a6df2d793843ebfd593de5f1a0601d3cc6ab49ebb395 Deposit(address,address,uint256,string)
        0xa9cd03aa3c1b4515114539cd53d22085129d495cb9e9f9af77864526240f1bf7 TransferOut(address,address,address,uint256,string)
        0x2fa9ca894982930190727e75500a97d8dc500233a5065e0f3126c48fbe0343c0 DepositForBurn(uint64,address,uint256,address,bytes32,uint32,bytes32,bytes32)
        0x1b2a7ff080b8cb6ff436ce0372e399692bbfb6d4ae5766fd8d58a7b8cc6142e6 MintAndWithdraw(address,uint256,address)
        0x8c5261668696ce22758910d05bab8f186d6eb247ceac2af2e82c7dc17669b036 MessageSent(bytes)
        0x58200b4c34ae05ee816d710053fff3fb75af4395915d3d2a771b24aa10e3cc5d MessageReceived(address,uint32,uint64,bytes32,bytes)
        0x918d77674bb88eaf75afb307c9723ea6037706de68d6fc07dd0c6cba423a5250 Mint(address,uint256,address,uint256,bytes32)
        0x37a06799a3500428a773d00284aa706101f5ad94dae9ec37e1c3773aa54c3304 Unwrap(uint256,uint256)
        0x2251435bd151cd72851a82be055bf6d1c3d7f34d08d56493dddf874229b8e897 TransitSwapped(address,address,address,uint256,uint256,uint256,string)
        0x7055e3d08e2c20429c6b162f3e3bee3f426d59896e66084c3580dc353e54129d TransitSwapped(address,address,address,address,bool,uint256,uint256,uint256,uint256,uint256,string,uint256)
        0x28aa52a70883bda1f1d62087d86fcb29d651cdc6b0148fbb5a73ffc82f962172 TransitSwapped(address,address,address,address,uint256,uint256,uint256,uint256,uint256)
        """;

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (string line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            rows.Add(line[..66], line[67..]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_topic_is_the_hash_of_its_signature(string topic, string signature) =>
        Assert.Equal(topic, "0x" + Convert.ToHexStringLower(Keccak256.Hash(Encoding.ASCII.GetBytes(signature))));

    [Fact]
    public void The_hash_of_nothing_is_that_of_Keccak_and_not_of_SHA3() =>
        Assert.Equal(
            "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
            Convert.ToHexStringLower(Keccak256.Hash([])));
}
