// Pages → what pa11y (HTML CodeSniffer), axe-core and Lighthouse find, all in one browser.
//
//   node pages.mjs NODE_MODULES CHROMIUM FLAGS URL…     prints JSON: {url: {pa11y: […], axe: […], lighthouse: …}}
//
// FLAGS is JSON. Lighthouse takes as long as all the others: it only looks at the first URL.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, executablePath, flags, ...urls] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const pa11y = require('pa11y');
const puppeteer = createRequire(require.resolve('pa11y'))('puppeteer'); // the one that pa11y drives
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const browser = await puppeteer.launch({ executablePath, args: JSON.parse(flags), headless: true });
const found = {};
for (const url of urls) {
  const { issues } = await pa11y(url, { browser, standard: 'WCAG2AA', runners: ['htmlcs'], timeout: 60000 });
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.goto(url);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags }), TAGS);
  await page.close();
  found[url] = {
    pa11y: issues.map((issue) => `${issue.code}: ${issue.context}`),
    axe: violations.map((violation) => `${violation.id}: ${violation.nodes[0].html}`),
  };
}
const { default: lighthouse } = await import(pathToFileURL(require.resolve('lighthouse')));
const settings = { port: Number(new URL(browser.wsEndpoint()).port), onlyCategories: ['accessibility'] };
const { lhr } = await lighthouse(urls[0], settings);
found[urls[0]].lighthouse = {
  score: lhr.categories.accessibility.score,
  failed: Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 1).map((audit) => audit.id),
};
await browser.close();
console.log(JSON.stringify(found));
