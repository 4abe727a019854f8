// What Lighthouse says about the page of an organisation, as on a phone and on a desk. Prints its scores as JSON. Its score for
// performance depends on the machine, so it is only printed.
import assert from 'node:assert/strict';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { executable, installation } from './harness.js';

const { origin, organization = 'sco', rounds = 1 } = installation;
const FORMS = { phone: undefined, desk: desktopConfig };
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const LEAST_SCORE = 95;
const MOST_SHIFT = 0.1;
const KB = 1000;
/** Of all files, compressed: the map has its own budget. */
const MOST_BYTES = 200 * KB;
const MAP_BYTES = 150 * KB;
const MOST_REQUESTS = 40;

async function audit(config) {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const chrome = await launch({ chromePath: executable(), chromeFlags: flags });
  try {
    const address = new URL(`/organizations/${organization}`, origin).href;
    return (await lighthouse(address, { port: chrome.port, logLevel: 'error', onlyCategories: CATEGORIES }, config)).lhr;
  } finally {
    chrome.kill();
  }
}

const score = (report, category) => Math.round(report.categories[category].score * 100);

/** The audits of a category that did not pass, with what they found. */
function failed(report, category) {
  return report.categories[category].auditRefs
    .map(({ id }) => report.audits[id])
    .filter(({ score: own }) => own !== null && own < 1)
    .map(({ id, details }) => `${id}: ${JSON.stringify(details?.items?.slice(0, 3))}`);
}

/** The elements that moved. */
function shifts(report) {
  return (report.audits['layout-shifts'].details?.items ?? []).map(({ node, score: by }) => `${node?.selector} (${by})`);
}

function checkLimits(report, form) {
  for (const category of ['accessibility', 'best-practices']) {
    assert.ok(score(report, category) >= LEAST_SCORE, `${form}, ${category}: ${failed(report, category).join('\n')}`);
  }
  const shift = report.audits['cumulative-layout-shift'].numericValue;
  assert.ok(shift <= MOST_SHIFT, `${form}: the layout shifts by ${shift}: ${shifts(report).join(', ')}`);
  const requests = report.audits['network-requests'].details.items;
  const bytes = requests.reduce((sum, { transferSize }) => sum + transferSize, 0);
  assert.ok(bytes <= MOST_BYTES + MAP_BYTES, `${form}: ${bytes} bytes`);
  assert.ok(requests.length <= MOST_REQUESTS, `${form}: ${requests.map(({ url }) => url).join('\n')}`);
}

const figures = {};
for (let round = 0; round < rounds; round++) {
  for (const [form, config] of Object.entries(FORMS)) {
    const report = await audit(config);
    checkLimits(report, form);
    CATEGORIES.forEach(category => (figures[`lighthouse, ${form}, ${category}`] ??= []).push(score(report, category)));
  }
}
console.log(JSON.stringify(figures));
