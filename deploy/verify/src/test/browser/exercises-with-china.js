// A reader asks who exercised with China between 2003 and 2007, and keeps the answer as a link. By keyboard
// alone.
import assert from 'node:assert/strict';
import { keyboardJourney, open, settled, tabTo } from './harness.js';

const texts = locator => locator.evaluateAll(all => all.map(one => one.textContent.trim()));

/** Every exercise of these years with China in the starting register, the newest first. */
const EXERCISES = [
  'Peace Mission 2007',
  'Issyk-Kul Antiterror 2007',
  'East-Antiterror 2006',
  'Peace Mission 2005',
  'Cooperation 2003',
];

/** Lists grow when the starting register does, so the order is compared for the known ones only. */
async function listsExercises(page) {
  await page.getByRole('link', { name: EXERCISES.at(-1), exact: true }).waitFor();
  const listed = await texts(page.locator('.exercise-table td:nth-child(2) a'));
  assert.deepEqual(listed.filter(name => EXERCISES.includes(name)), EXERCISES);
  assert.ok(!listed.some(name => /2002|2009/.test(name)), String(listed));
}

/** The list of exercises arrives while the reader types a party. No letter is lost. */
async function typesPartyWhileExercisesLoad(page, keys) {
  let release;
  const typed = new Promise(resolve => (release = resolve));
  await page.route('**/api/exercises?**', async route => {
    await typed;
    await route.continue();
  });
  await keys.type(page.getByLabel('From year', { exact: true }), '2003');
  await keys.type(page.getByLabel('To year', { exact: true }), '2007');
  const party = page.getByLabel('Party', { exact: true });
  await tabTo(page, party);
  await page.keyboard.type('Chi');
  release();
  await settled(page);
  await page.keyboard.type('na');
  assert.equal(await party.inputValue(), 'China');
  await page.keyboard.press('Tab');
  await page.unroute('**/api/exercises?**');
}

async function opensThePair(page, keys) {
  const partners = page.getByRole('region', { name: 'Who took part with China' });
  await keys.activate(partners.getByRole('link', { name: 'Uzbekistan', exact: true }));
  await page.getByText('exercises and operations with China and Uzbekistan').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Peace Mission 2005', exact: true }).count(), 0);
  await page.goBack();
  await page.getByRole('link', { name: 'Peace Mission 2005', exact: true }).waitFor();
}

/** From the first start to the end, then back to the start before it. */
async function playsThroughTime(page, keys) {
  await keys.activate(page.getByRole('button', { name: 'To the next start' }));
  await page.getByRole('heading', { name: 'Places of exercises, August 2003' }).waitFor();
  assert.ok((await page.locator('.map-now').count()) > 0);
  assert.ok((await page.locator('.map-ahead').count()) > 0);
  await keys.activate(page.getByRole('button', { name: 'Play through time' }));
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await page.getByRole('heading', { name: 'Places of exercises, August 2007' }).waitFor();
  await page.getByRole('button', { name: 'Play through time' }).waitFor();
  assert.equal(await page.locator('.map-ahead').count(), 0);
  await keys.activate(page.getByRole('button', { name: 'To the previous start' }));
  await page.getByRole('heading', { name: 'Places of exercises, May 2007' }).waitFor();
  assert.ok((await page.locator('.map-past').count()) > 0);
  await keys.activate(page.getByRole('button', { name: 'Whole time' }));
}

async function opensOne(page, keys) {
  await keys.activate(page.locator('.exercise-table').getByRole('link', { name: 'Peace Mission 2007', exact: true }));
  await page.getByRole('heading', { name: 'Peace Mission 2007', level: 1 }).waitFor();
  await page.getByText('6 days').waitFor();
  assert.equal(await page.locator('a.map-place').count(), 2);
  const roles = await texts(page.locator('.exercise-role h3'));
  assert.deepEqual(roles, ['Host', 'Participant', 'Monitor']);
  await tabTo(page, page.locator('a.map-place').last());
}

await keyboardJourney('exercises-with-china', async ({ page, keys }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/');
  await keys.activate(page.getByRole('link', { name: 'Exercises', exact: true }).first());
  await page.getByRole('heading', { name: 'Exercises and operations', level: 1 }).waitFor();
  await typesPartyWhileExercisesLoad(page, keys);
  await page.getByText('exercises and operations with China').waitFor();
  await listsExercises(page);
  assert.equal(new URL(page.url()).search, '?party=CN&from=2003&to=2007');

  await page.reload();
  await settled(page);
  await listsExercises(page);
  await opensThePair(page, keys);
  await playsThroughTime(page, keys);
  await opensOne(page, keys);
});
