#!/usr/bin/env bash
# Lays published files out for `spoor backtest examples/backtest/history`, as docs/methods/backtest.md says.
#   prepare.sh DATA OUT   DATA: a folder with cross_chain/nomad and prices as published; OUT: where the new files go.
set -euo pipefail

data=${1:?name the folder with the published files}
out=${2:?name the folder to write to}
mkdir -p "$out"
nomad=$data/cross_chain/nomad
moonbeam=eip155:1284
router=0xD3dfD3eDe74E0DCEBC1AA685e151332857efCe2d

# What the Nomad bridge paid out on Moonbeam until the day before it was robbed on Ethereum. The tokens are issued to the
# recipient on chain; here they leave the bridge's router. The file names no block.
{
    echo chain,block,tx_index,index,time,tx,kind,from,to,asset,amount
    zcat "$nomad/moonbeam_deposits.csv.gz" | awk -F, -v c="$moonbeam" -v r="$router" \
        'NR > 1 && $1 < 1659312000 && $7 > 0 { printf "%s,unknown,%d,0,%d,%s,token,%s,%s,erc20:%s,%s\n", c, NR, $1, $2, r, $4, $5, $7 }'
} > "$out/nomad.csv"

# What Celer and Multichain paid out on Polygon for deposits on Ethereum: hand-checked pairs of a sample, no complete list. The
# payout is taken to come with the deposit and to be as large; tokens that are not listed below are left out.
polygon=eip155:137
pairs=$data/cross_chain/connector/ETH-Polygon
weth=0x7ceB23fD6bC0adD59E62ac25578270cFf1b9f619
usdc=0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174
usdt=0xc2132D05D31c914a87C6611C10748AEb04B58e8F
frax=0x45c32fA6DF82ead1e2EF74d17b76547EDdFaFF89
{
    echo chain,block,tx_index,index,time,tx,kind,from,to,asset,amount
    while read -r name payer source token; do
        awk -v c="$polygon" -v payer="$payer" -v source="$source" -v token="$token" '
            FNR == NR { split($0, field, ","); paid[tolower(field[3])] = field[5]; next }
            { gsub(/[",]/, "") }
            $1 == "receiver:" { to = $2 }
            $1 == "amount:" { amount = $2 }
            $1 == "asset_s:" { asset = $2 }
            $1 == "txhash:" { tx = tolower($2) }
            $1 == "timestamp:" && tolower(asset) == source && (tx in paid) {
                printf "%s,unknown,%d,0,%s,%s,token,%s,%s,erc20:%s,%s\n", c, FNR, $2, paid[tx], payer, to, token, amount
            }' <(zcat "$pairs/${name}_label.csv.gz" | tr -d '\r') <(zcat "$pairs/${name}_deposits.json.gz")
    done <<PAYOUTS
Celer 0x5427FEFA711Eff984124bFBB1AB6fbf5E3DA1820 0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2 $weth
Celer 0x5427FEFA711Eff984124bFBB1AB6fbf5E3DA1820 0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48 $usdc
Celer 0x5427FEFA711Eff984124bFBB1AB6fbf5E3DA1820 0xdac17f958d2ee523a2206206994597c13d831ec7 $usdt
Celer 0x5427FEFA711Eff984124bFBB1AB6fbf5E3DA1820 0x853d955acef822db058eb8505911ed77f175b99e $frax
Multi 0x6b7a87899490EcE95443e979cA9485CBE7E71522 0x0615dbba33fe61a31c7ed131bda6655ed76748b1 $weth
Multi 0x6b7a87899490EcE95443e979cA9485CBE7E71522 0x22648c12acd87912ea1710357b1302c6a4154ebc $usdt
PAYOUTS
} > "$out/polygon.csv"

# Prices of tokens whose symbol alone does not say what they are: wrapped ether at the price of ether, Nomad's tokens at
# the price of what they stand for.
{
    echo date,symbol,price_usd,source
    zcat "$data/prices/daily_close_usd.csv.gz" | awk -F, \
        -v p="$polygon" -v weth="$weth" -v usdc="$usdc" -v usdt="$usdt" '
        $2 == "ETH" { print $1 ",eip155:1/erc20:0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2," $3 ",ETH close"; print $1 "," p "/erc20:" weth "," $3 ",ETH close" }
        $2 == "USDC" { print $1 "," p "/erc20:" usdc "," $3 ",USDC close" }
        $2 == "USDT" { print $1 "," p "/erc20:" usdt "," $3 ",USDT close" }'
    while read -r name token; do
        awk -F, -v t="$moonbeam/erc20:$token" -v n="$name" 'NR > 1 && $2 > 0 && !seen[$3]++ { print $3 "," t "," $2 "," n }' \
            "$nomad/prices/${name}_historical_data.csv"
    done <<'TOKENS'
weth 0x30D2a9F5FDf90ACe8c17952cbb4eE48a55D916A7
usdc 0x8f552a71EFE5eeFc207Bf75485b356A0b3f01eC9
tether-usdt 0x8e70cD5B4Ff3f62659049e74b6649c6603A0E594
wrapped-bitcoin 0x1DC78Acda13a8BC4408B207c9E48CDBc096D95e0
dai 0xc234A67a4F840E61adE794be47de455361b52413
TOKENS
    awk -F, -v t="$polygon/erc20:$frax" 'NR > 1 && $2 > 0 && !seen[$3]++ { print $3 "," t "," $2 ",frax" }' \
        "$nomad/prices/frax_historical_data.csv"
    awk -F, 'NR > 1 && $2 > 0 && !seen[$3]++ { print $3 ",eip155:1/erc20:0x6b175474e89094c44da98b954eedeac495271d0f," $2 ",dai" }' \
        "$nomad/prices/dai_historical_data.csv"
} > "$out/prices.csv"
