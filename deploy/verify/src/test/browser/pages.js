// Every page in both themes and at three widths. Writes the screenshots that people look at.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { actAs, call, installation, journey, open, screenshot, upload } from './harness.js';

const THEMES = ['light', 'dark'];
const WIDTHS = [360, 768, 1440];

async function pages() {
  const exercises = await call('GET', '/api/exercises?limit=1');
  return {
    start: '/',
    organization: '/organizations/sco?on=2005-07-06',
    fact: `/organizations/sco?on=2005-07-06&open=${await factOf('sco', 'IN')}`,
    parties: '/parties',
    party: '/parties/UZ',
    exercises: '/exercises?from=2003&to=2007',
    matrix: '/exercises?tab=matrix',
    exercise: `/exercises/${exercises.body.items[0].id}`,
    compare: '/compare?left=sco@2001-06-15&right=sco@2005-07-06',
    documents: '/documents',
    reader: (await document()).replace('/api', ''),
    desk: '/desk',
    'desk-findings': '/desk?tab=findings',
    'desk-mine': '/desk?tab=mine&days=30',
    'desk-imports': '/desk?tab=imports',
    'embed-timeline': '/embed/organizations/sco/timeline',
    'embed-map': '/embed/organizations/sco/map?on=2005-07-06',
    'embed-exercises': '/embed/exercises/map?party=CN',
    'embed-matrix': '/embed/exercises/matrix?from=2003&to=2007',
    'embed-phases': `/embed/exercises/${exercises.body.items[0].id}/map`,
  };
}

/** The starting register has no documents. */
function document() {
  return upload(`Declaration\n\nArticle 1\n\nThe states parties met in Astana on 5 July 2005. ${Date.now()}`);
}

async function factOf(organization, party) {
  const members = await call('GET', `/api/organizations/${organization}/members?on=2005-07-06&party=${party}`);
  return members.body.items[0].change;
}

/** Charts follow the width of the screen a moment later. */
function fits(page) {
  const isNarrow = () => document.documentElement.scrollWidth <= innerWidth;
  return page.waitForFunction(isNarrow, undefined, { timeout: 10_000 }).then(() => true, () => false);
}

async function inspect(page, name, theme, found) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    if (!(await fits(page))) {
      found.push(`${name} is wider than a screen of ${width} px`);
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
