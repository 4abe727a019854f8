// Every page in both themes and at three widths. Writes the screenshots that people look at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { actAs, call, canRead, installation, journey, open, screenshot, until } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const THEMES = ['light', 'dark'];
const WIDTHS = [360, 768, 1440];

async function pages() {
  const exercises = await call('GET', '/api/exercises?limit=1');
  return {
    start: '/',
    organization: '/organizations/sco?on=2005-07-06',
    fact: `/organizations/sco?on=2005-07-06&open=${await factOf('sco', 'IN')}`,
    party: '/parties/UZ',
    exercises: '/exercises?from=2003&to=2007',
    exercise: `/exercises/${exercises.body.items[0].id}`,
    compare: '/compare?left=sco@2001-06-15&right=sco@2005-07-06',
    documents: '/documents',
    reader: (await document()).replace('/api', ''),
    desk: '/desk',
    'embed-timeline': '/embed/organizations/sco/timeline',
    'embed-map': '/embed/organizations/sco/map?on=2005-07-06',
  };
}

/** The starting register has no documents. */
async function document() {
  const response = await fetch(new URL('/api/documents?filename=declaration.txt', installation.origin), {
    method: 'POST',
    headers: { Authorization: `Bearer ${installation.tokens.contributor}`, 'Content-Type': 'text/plain' },
    body: `Declaration\n\nArticle 1\n\nThe states parties met in Astana on 5 July 2005. ${Date.now()}`,
  });
  const { location } = await response.json();
  await until('the text is extracted', async () => (await canRead(location)) && (await call('GET', location)).body.status === 'ok');
  return location;
}

async function factOf(organization, party) {
  const members = await call('GET', `/api/organizations/${organization}/members?on=2005-07-06&party=${party}`);
  return members.body.items[0].change;
}

/** Runs axe-core. Scripts that the browser injects are not subject to the Content-Security-Policy of the page. */
async function barriers(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(values => axe.run({ runOnly: { type: 'tag', values } }), RULES);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).slice(0, 3).join(' ')}`);
}

async function inspect(page, name, theme, found) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) {
      found.push(`${name} is ${overflow} px wider than a screen of ${width} px`);
    }
    await screenshot(page, `${name}-${theme}-${width}`);
  }
  found.push(...(await barriers(page)).map(barrier => `${name}, ${theme}: ${barrier}`));
}

await journey('pages', async ({ context, page }) => {
  await actAs(context, 'curator');
  const found = [];
  const all = await pages();
  for (const [name, address] of Object.entries(all)) {
    await open(page, address);
    assert.equal(await page.getByText('This address has no page.').count(), 0, address);
    for (const theme of THEMES) {
      await inspect(page, name, theme, found);
    }
  }
  console.log(`${Object.keys(all).length} pages of ${installation.origin}`);
  assert.deepEqual(found, []);
});
