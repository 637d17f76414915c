// Books → what Ace by DAISY finds in each, all in one browser.
//
//   node books.mjs NODE_MODULES FOLDER EPUB…     prints JSON: {epub: [finding, …]}
//
// The browser is the one that PUPPETEER_EXECUTABLE_PATH names; reports go below FOLDER.
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, folder, ...books] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const runner = require('@daisy/ace-axe-runner-puppeteer');
const ace = require('@daisy/ace-core');

await runner.launch();
const opened = { ...runner, launch: async () => {}, close: async () => {} }; // Ace would open a browser for each book
const found = {};
for (const book of books) {
  const options = { cwd: folder, outdir: path.join(folder, path.basename(book)), silent: true, initLogger: true };
  const [, report] = await ace(book, options, opened);
  found[book] = report.assertions.flatMap((document) =>
    document.assertions.map(({ 'earl:test': test, 'earl:result': result }) => `${test['dct:title']}: ${result['dct:description']}`),
  );
}
await runner.close();
console.log(JSON.stringify(found));
process.exit(0);
