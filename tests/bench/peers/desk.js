// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// desk.js MODULES FOLDER PORT fill N | catch-up N | live N: one PouchDB client; prints one JSON object.
//   fill: N documents of the size of our entries into the server's database "op"
//   catch-up: replicates them into an empty leveldb; {"seconds": …}
//   live: one client puts, a second one that replicates live sees it; {"ms": [ … ]}
'use strict';
const [modules, folder, port, verb, count] = process.argv.slice(2);
const { createRequire } = require('module');
const PouchDB = createRequire(modules + '/')('pouchdb').defaults({ prefix: folder + '/' });
const remote = `http://127.0.0.1:${port}/op`;
const many = Number(count);

const entry = (n) => ({
    _id: String(n).padStart(26, '0'), desk: 'history-D05', unit: 'D05', post: 'D05-leader', role: 5,
    at: 1790000000000 + n, type: 10, subject: String(Math.floor(n / 13)).padStart(26, '0'),
    text: `第 ${n} 次记录：现场处置完毕，恢复正常，已电话通知街道值班室，预计 20 分钟处置完毕`,
});

async function fill() {
    const db = new PouchDB(remote);
    for (let from = 0; from < many; from += 1000) {
        const docs = [];
        for (let n = from; n < Math.min(many, from + 1000); ++n) { docs.push(entry(n)); }
        await db.bulkDocs(docs);
    }
    return { documents: (await db.info()).doc_count };
}

async function catchUp() {
    const local = new PouchDB('catch-up');
    const start = process.hrtime.bigint();
    await local.replicate.from(remote, { batch_size: 1000, batches_limit: 4 });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    return { seconds, documents: (await local.info()).doc_count };
}

async function live() {
    const one = new PouchDB('live-one');
    const two = new PouchDB('live-two');
    one.replicate.to(remote, { live: true, retry: true });
    two.replicate.from(remote, { live: true, retry: true, since: 'now' });
    const seen = new Map();
    two.changes({ live: true, since: 'now' }).on('change', (c) => seen.get(c.id)?.());
    await new Promise((go) => setTimeout(go, 1000));
    const ms = [];
    for (let n = 0; n < many; ++n) {
        const doc = entry(90000000 + n);
        const arrived = new Promise((go) => seen.set(doc._id, go));
        const start = process.hrtime.bigint();
        await one.put(doc);
        await arrived;
        ms.push(Number(process.hrtime.bigint() - start) / 1e6);
        await new Promise((go) => setTimeout(go, 20));
    }
    return { ms };
}

({ fill, 'catch-up': catchUp, live })[verb]().then((answer) => {
    console.log(JSON.stringify(answer));
    process.exit(0);
}, (error) => { console.error(error); process.exit(1); });
