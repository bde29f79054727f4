// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// server.js MODULES FOLDER: PouchDB over leveldb behind its own HTTP server; prints its port.
'use strict';
const [modules, folder] = process.argv.slice(2);
const { createRequire } = require('module');
const need = createRequire(modules + '/');
const PouchDB = need('pouchdb').defaults({ prefix: folder + '/' });
const app = need('express')();
app.use('/', need('express-pouchdb')(PouchDB, {
    mode: 'minimumForPouchDB',
    logPath: folder + '/log.txt',
    configPath: folder + '/config.json',
}));
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0)); // goes with who started it
