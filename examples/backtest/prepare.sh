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

# Prices of tokens whose symbol alone does not say what they are: wrapped ether at the price of ether, Nomad's tokens at
# the price of what they stand for.
{
    echo date,symbol,price_usd,source
    zcat "$data/prices/daily_close_usd.csv.gz" | awk -F, \
        '$2 == "ETH" { print $1 ",eip155:1/erc20:0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2," $3 ",ETH close" }'
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
    awk -F, 'NR > 1 && $2 > 0 && !seen[$3]++ { print $3 ",eip155:1/erc20:0x6b175474e89094c44da98b954eedeac495271d0f," $2 ",dai" }' \
        "$nomad/prices/dai_historical_data.csv"
} > "$out/prices.csv"
