// Milliseconds until a reader sees pages of a large register, and until the as-of day has moved. Prints them as JSON.
import assert from 'node:assert/strict';
import { installation, journey } from './harness.js';

const { organization, party, rounds } = installation;
const STEPS = 60;
/** The first loads also start what runs once. */
const WARM_UP = 2;
/** Milliseconds. It only ends a wait that hangs. */
const FOLLOW_LIMIT = 120_000;

/** What each page shows when it is complete: selectors, and a text that stands for data that are not there yet. */
const PAGES = {
  'start page': { path: '/', shows: ['.list tbody tr:nth-child(100) td:nth-child(3)', '.changes li'], not: /^–$/ },
  'organisation': {
    path: `/organizations/${organization}`,
    shows: ['.timeline-row .bar', '.groups li', '.map-marked', '.changes li'],
  },
  'party': { path: `/parties/${party}`, shows: ['.timeline-row .bar', '.memberships li', '.changes li'] },
  'parties': { path: '/parties', shows: ['.parties li'] },
  'map': { path: `/embed/organizations/${organization}/map`, shows: ['.map-marked'] },
  'timeline of a party': { path: `/embed/parties/${party}/timeline`, shows: ['.timeline-row .bar'] },
  'comparison': {
    path: `/compare?left=${organization}@2000-01-01&right=${organization}@2020-01-01`,
    shows: ['.comparison tbody tr'],
  },
};

/** Notes the time at which the page first shows everything, after it was painted. */
const watch = ({ shows, not }) => `(() => {
  const not = ${not ?? /(?!)/};
  const isShown = selector => {
    const found = document.querySelector(selector);
    return found !== null && !not.test(found.textContent);
  };
  const painted = () => setTimeout(() => { window.shownAfter = performance.now(); });
  const look = () => requestAnimationFrame(${JSON.stringify(shows)}.every(isShown) ? painted : look);
  look();
})()`;

/** Each load is the first one of a new reader: nothing is cached. */
async function firstView(browser, page) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', baseURL: installation.origin });
  try {
    const tab = await context.newPage();
    await tab.addInitScript(watch(page));
    await tab.goto(page.path);
    await tab.waitForFunction(() => window.shownAfter !== undefined);
    return await tab.evaluate(() => window.shownAfter);
  } finally {
    await context.close();
  }
}

/** Moves the slider day by day through the whole time. Each step ends when the page was painted. */
async function slide(page, path) {
  await page.goto(path);
  await page.locator('.timeline-row .bar').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return page.evaluate(async steps => {
    const slider = document.querySelector('.slider input');
    const positions = new Set();
    const times = [];
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    for (let step = 0; step < steps; step++) {
      const began = performance.now();
      slider.valueAsNumber = Math.round(Number(slider.min) + ((slider.max - slider.min) * (step + 1)) / (steps + 1));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      times.push(performance.now() - began);
      positions.add(document.querySelector('.as-of-line').style.transform);
    }
    return { times, positions: positions.size };
  }, STEPS);
}

/** From the last move of the day until the page shows that day. */
async function follow(page, path, shows) {
  await page.goto(path);
  await page.locator(shows).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return page.evaluate(async limit => {
    const title = () => [...document.querySelectorAll('.stack .block h2')].map(one => one.textContent).join();
    const before = title();
    const slider = document.querySelector('.slider input');
    const began = performance.now();
    slider.valueAsNumber = Math.round((Number(slider.min) + Number(slider.max)) / 2);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    do {
      await frame();
      if (performance.now() - began > limit) {
        throw new Error('The page did not follow the day.');
      }
    } while (title() === before || document.querySelector('[aria-busy="true"]') !== null);
    return performance.now() - began;
  }, FOLLOW_LIMIT);
}

await journey('large-register', async ({ browser, page }) => {
  const figures = {};
  const add = (name, ...values) => (figures[name] ??= []).push(...values);
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [name, each] of Object.entries(PAGES)) {
      const shownAfter = await firstView(browser, each);
      round >= 0 && add(`first view, ${name}`, shownAfter);
    }
  }
  for (const name of ['organisation', 'party']) {
    const { path, shows } = PAGES[name];
    const { times, positions } = await slide(page, path);
    assert.equal(positions, STEPS);
    add(`slider, ${name}`, ...times);
    for (let round = 0; round < rounds; round++) {
      add(`all follows the day, ${name}`, await follow(page, path, shows[0]));
    }
  }
  console.log(JSON.stringify(figures));
});
