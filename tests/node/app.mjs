// Pages of the served application → Lighthouse's marks for accessibility and best practices.
//
//   node app.mjs NODE_MODULES CHROMIUM FLAGS URL…     prints JSON: {url: {accessibility: 1, …, failed: […]}}
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, executablePath, flags, ...urls] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const puppeteer = createRequire(require.resolve('pa11y'))('puppeteer');
const { default: lighthouse } = await import(pathToFileURL(require.resolve('lighthouse')));
const browser = await puppeteer.launch({ executablePath, args: JSON.parse(flags), headless: true });
const port = Number(new URL(browser.wsEndpoint()).port);
const found = {};
for (const url of urls) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: ['accessibility', 'best-practices'] });
  found[url] = {
    ...Object.fromEntries(Object.values(lhr.categories).map((one) => [one.id, one.score])),
    failed: Object.values(lhr.categories)
      .flatMap((one) => one.auditRefs)
      .filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => id),
  };
}
await browser.close();
console.log(JSON.stringify(found));
