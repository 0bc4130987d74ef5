// Reach in Kuzu, hop by hop: a pattern of several hops cannot ask that each payment is not before the last.
// Usage: node reach-kuzu.js FOLDER REPEATS    with the package 'kuzu' in a node_modules above or in NODE_PATH
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const kuzu = require('kuzu');

const PLACES_PER_BLOCK = 1000000;
const [folder, repeats] = [process.argv[2], Number(process.argv[3])];
const HOP = `UNWIND $frontier AS f MATCH (a:Address {id: f.id})-[p:Paid]->(b:Address)
  WHERE p.place >= f.place RETURN b.id AS id, min(p.place) AS place`;

async function load(connection) {
  const scratch = `${folder}/scratch-kuzu`;
  fs.mkdirSync(scratch, { recursive: true });
  const addresses = new Set();
  const payments = fs.createWriteStream(`${scratch}/payments.csv`);
  for (const line of fs.readFileSync(`${folder}/transfers.csv`, 'ascii').split('\n').slice(1)) {
    const [, from, to, , , log, block] = line.split(',');
    if (to === undefined || from === to) continue;
    addresses.add(from).add(to);
    payments.write(`${from},${to},${Number(block) * PLACES_PER_BLOCK + Number(log)}\n`);
  }
  await new Promise(done => payments.end(done));
  fs.writeFileSync(`${scratch}/addresses.csv`, [...addresses].join('\n') + '\n');
  await connection.query('CREATE NODE TABLE Address(id STRING PRIMARY KEY)');
  await connection.query('CREATE REL TABLE Paid(FROM Address TO Address, place INT64)');
  await connection.query(`COPY Address FROM '${scratch}/addresses.csv' (header=false)`);
  await connection.query(`COPY Paid FROM '${scratch}/payments.csv' (header=false)`);
}

// First arrival and fewest hops, corrected layer by layer, as the C# dictionary does it.
async function reach(connection, hop, start, hops) {
  const reached = new Map([[start, [0, 0]]]);
  let frontier = [{ id: start, place: 0 }];
  for (let layer = 1; layer <= hops && frontier.length > 0; layer++) {
    const found = await (await connection.execute(hop, { frontier })).getAll();
    frontier = [];
    for (const { id, place } of found) {
      const before = reached.get(id);
      if (before === undefined || place < before[0]) {
        reached.set(id, [place, before === undefined ? layer : before[1]]);
        frontier.push({ id, place });
      }
    }
  }
  return reached;
}

function answerLine(start, hops, reached) {
  const rows = [...reached].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const text = rows.map(([address, [place, fewest]]) => `${address} ${place} ${fewest}\n`).join('');
  return `${start}\t${hops}\t${rows.length}\t${createHash('sha256').update(text).digest('hex')}\n`;
}

async function main() {
  const starts = fs.readFileSync(`${folder}/starts.txt`, 'ascii').split('\n').filter(line => line);
  const connection = new kuzu.Connection(new kuzu.Database(`${folder}/scratch-kuzu-database`));
  const times = [];
  const timed = async (measure, work) => {
    const began = process.hrtime.bigint();
    const result = await work();
    times.push(`${measure}\t${(Number(process.hrtime.bigint() - began) / 1e6).toFixed(4)}\n`);
    return result;
  };
  await timed('load', () => load(connection));
  const hop = await connection.prepare(HOP);
  const answers = [];
  for (const hops of [3, 5]) {
    for (const start of starts) answers.push(answerLine(start, hops, await reach(connection, hop, start, hops)));
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const start of starts) await timed(`reach ${hops}`, () => reach(connection, hop, start, hops));
    }
  }
  fs.writeFileSync(`${folder}/kuzu.answers.tsv`, answers.join(''));
  fs.writeFileSync(`${folder}/kuzu.times.tsv`, times.join(''));
}

main().catch(failure => { console.error(String(failure)); process.exitCode = 1; });
