// Caption files → the errors that the W3C's WebVTT parser reports.
//
//   node captions.mjs NODE_MODULES FILE…     prints JSON: {file: {cues: number, errors: […]}}
import fs from 'node:fs';
import { createRequire } from 'node:module';

const [modules, ...files] = process.argv.slice(2);
const { WebVTTParser } = createRequire(`${modules}/`)('webvtt-parser');

const found = {};
for (const file of files) {
  const kind = /\.(chapters|metadata)\./.exec(file)?.[1] ?? 'subtitles/captions/descriptions';
  const { cues, errors } = new WebVTTParser().parse(fs.readFileSync(file, 'utf8'), kind);
  found[file] = { cues: cues.length, errors: errors.map(({ line, col, message }) => `${line}:${col} ${message}`) };
}
console.log(JSON.stringify(found));
