using Spoor.Chains.Evm.Bridges;

namespace Spoor.Tests.Evm.Bridges;

/// <summary>The topics of the events of bridges are the Keccak-256 of the signatures that their contracts publish.</summary>
/// <remarks>
/// Stargate's Swap, Wormhole's message and THORChain's events also stand in the ABI table of graphsense-lib (https://github.com/graphsense/graphsense-lib),
/// those of Across and Hop in DefiLlama's adapters (https://github.com/DefiLlama/bridges-server).
/// </remarks>
public sealed class BridgeTopicVectors
{
    private const string Table = """
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
        0x8ab9dc6c19fe88e69bc70221b339c84332752fdd49591b7c51e66bae3947b73c FilledRelay(uint256,uint256,uint256,uint256,uint256,uint256,int64,int64,uint32,address,address,address,address,bytes,(address,bytes,int64,bool,int256))
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
        0x58200b4c34ae05ee816d710053fff3fb75af4395915d3d2a771b24aa10e3cc5d MessageReceived(address,uint32,uint64,bytes32,bytes)
        0x918d77674bb88eaf75afb307c9723ea6037706de68d6fc07dd0c6cba423a5250 Mint(address,uint256,address,uint256,bytes32)
        0x37a06799a3500428a773d00284aa706101f5ad94dae9ec37e1c3773aa54c3304 Unwrap(uint256,uint256)
        0x2251435bd151cd72851a82be055bf6d1c3d7f34d08d56493dddf874229b8e897 TransitSwapped(address,address,address,uint256,uint256,uint256,string)
        0x7055e3d08e2c20429c6b162f3e3bee3f426d59896e66084c3580dc353e54129d TransitSwapped(address,address,address,address,bool,uint256,uint256,uint256,uint256,uint256,string,uint256)
        0x28aa52a70883bda1f1d62087d86fcb29d651cdc6b0148fbb5a73ffc82f962172 TransitSwapped(address,address,address,address,uint256,uint256,uint256,uint256,uint256)
        0x532dbb6d061eee97ab4370060f60ede10b3dc361cc1214c07ae5e34dd86e6aaf OracleRequest(address,bytes,address,address,uint256)
        0x31325fe0a1a2e6a5b1e41572156ba5b4e94f0fae7e7f63ec21e9b5ce1e4b3eab SynthesizeRequest(bytes32,address,uint256,address,address,uint256,address)
        0x5f00e8f0d61ff1190912879949026c85a81f3f96038c7f4cd868bdfe882e0eeb BurnRequest(bytes32,address,uint256,address,address,uint256,address)
        0xaeef64b7687b985665b6620c7fa271b6f051a3fbe2bfc366fb9c964602eb6d26 BurnCompleted(bytes32,bytes32,address,uint256,uint256,address)
        0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef Transfer(address,address,uint256)
        """;

    [Fact]
    public void Every_event_that_is_read_has_its_published_topic_and_no_other_event_has_it()
    {
        var published = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ', 2)).ToDictionary(row => row[1], row => row[0]);
        var events = BridgeReading.Events().ToList();

        Assert.Equal(events.Count, events.Select(known => known.Topic).Distinct().Count());
        // SynthesizeCompleted stands in no table we know of; its topic follows from Symbiosis' documentation alone.
        Assert.Equal(["SynthesizeCompleted(bytes32,address,bytes32,uint256,uint256,address)"], events.Select(known => known.Signature).Except(published.Keys));
        Assert.All(published, row => Assert.Equal(row.Value, $"0x{BridgeWords.Hex(events.Single(known => known.Signature == row.Key).Topic)}"));
    }
}
