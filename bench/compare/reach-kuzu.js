// Reach in Kuzu, hop by hop: a pattern of several hops cannot ask that each payment is not before the last.
// Usage: node reach-kuzu.js FOLDER REPEATS SECONDS    with the package 'kuzu' in a node_modules above or in NODE_PATH
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { once } = require('node:events');
const { createInterface } = require('node:readline');
const kuzu = require('kuzu');

const PLACES_PER_BLOCK = 1000000;
const [folder, repeats, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const HOPS = 5;
const HOP = `UNWIND $frontier AS f MATCH (a:Address {id: f.id})-[p:Paid]->(b:Address)
  WHERE p.place >= f.place RETURN b.id AS id, min(p.place) AS place`;

async function load(connection) {
  const scratch = `${folder}/scratch-kuzu`;
  fs.mkdirSync(scratch, { recursive: true });
  const addresses = new Set();
  const payments = fs.createWriteStream(`${scratch}/payments.csv`);
  for await (const line of createInterface({ input: fs.createReadStream(`${folder}/transfers.csv`, 'ascii') })) {
    const [, from, to, , , log, block] = line.split(',');
    if (from === 'from_address' || from === to) continue;
    addresses.add(from).add(to);
    if (!payments.write(`${from},${to},${Number(block) * PLACES_PER_BLOCK + Number(log)}\n`)) await once(payments, 'drain');
  }
  await new Promise(done => payments.end(done));
  const nodes = fs.createWriteStream(`${scratch}/addresses.csv`);
  for (const address of addresses) if (!nodes.write(`${address}\n`)) await once(nodes, 'drain');
  await new Promise(done => nodes.end(done));
  await connection.query('CREATE NODE TABLE Address(id STRING PRIMARY KEY)');
  await connection.query('CREATE REL TABLE Paid(FROM Address TO Address, place INT64)');
  await connection.query(`COPY Address FROM '${scratch}/addresses.csv' (header=false)`);
  await connection.query(`COPY Paid FROM '${scratch}/payments.csv' (header=false)`);
  ['addresses.csv', 'payments.csv'].forEach(name => fs.unlinkSync(`${scratch}/${name}`));
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
  const connection = new kuzu.Connection(new kuzu.Database(`${folder}/scratch-kuzu/database`));
  // Lines are written as they come: an engine that its limit ends leaves what it had answered.
  const [answers, times] = ['answers', 'times'].map(what => fs.openSync(`${folder}/kuzu.${what}.tsv`, 'w'));
  const timed = async (measure, of, work) => {
    const began = process.hrtime.bigint();
    const result = await work();
    fs.writeSync(times, `${measure}\t${of}\t${(Number(process.hrtime.bigint() - began) / 1e6).toFixed(4)}\n`);
    return result;
  };
  await timed('load', 'all', () => load(connection));
  const hop = await connection.prepare(HOP);
  for (const start of starts) {
    fs.writeSync(answers, answerLine(start, HOPS, await timed('first', start, () => reach(connection, hop, start, HOPS))));
  }
  const [began, before] = [Date.now(), process.cpuUsage()];
  let asked = 0;
  for (let round = 0; round < repeats; round++) {
    for (const start of starts) {
      if (Date.now() - began > seconds * 100) continue; // a tenth of the limit
      await timed('warm', start, () => reach(connection, hop, start, HOPS));
      asked++;
    }
  }
  const used = process.cpuUsage(before);
  fs.writeSync(times, `processor\tmean\t${((used.user + used.system) / 1000 / Math.max(1, asked)).toFixed(4)}\n`);
}

main().catch(failure => { console.error(String(failure)); process.exitCode = 1; });
