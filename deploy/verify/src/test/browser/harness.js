// What all journeys share: the installation, one browser, and what counts as a failure.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/**
 * What the Java test passes: `origin`, `management`, `tokens` by role, `processes` (a file with the process ids of the
 * installation) and `output` (a directory for screenshots).
 */
export const installation = JSON.parse(process.argv[2]);

/** Milliseconds. It only ends waits that hang. */
const LIMIT = 120_000;
const MOST_TABS = 300;
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const WIDE = { width: 1440, height: 900 };

/**
 * Runs a journey in a new browser. It fails if a step throws, if a page throws or logs an error, or if a page breaks its
 * Content-Security-Policy. A failed journey leaves a screenshot of each page.
 *
 * @param {string} name of the screenshots
 * @param {(parts: {browser, context, page}) => Promise<void>} steps
 * @param {RegExp} [expected] errors in the console that belong to the journey
 */
export async function journey(name, steps, expected = /(?!)/) {
  const browser = await chromium.launch({
    executablePath: executable(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport: WIDE, locale: 'en-GB', baseURL: installation.origin });
  context.setDefaultTimeout(LIMIT);
  const errors = watch(context, expected);
  try {
    await steps({ browser, context, page: await context.newPage() });
    assert.deepEqual(errors, []);
    console.log(`${name}: passed`);
  } catch (failure) {
    console.error(`${name}:`, failure, errors);
    await Promise.all(context.pages().map((page, index) => screenshot(page, `failed-${name}-${index}`).catch(() => {})));
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

/**
 * A journey without a mouse. Its steps use `open` and `goBack`, as the browser's own keys do, and otherwise {@link Keyboard}.
 * Any use of a pointer fails it.
 */
export function keyboardJourney(name, steps, expected) {
  return journey(
    name,
    async parts => {
      await parts.context.addInitScript(() => {
        addEventListener('pointerdown', () => console.error('A pointer was used.'), true);
      });
      await steps({ ...parts, keys: new Keyboard(parts.page) });
    },
    expected,
  );
}

/** The hands of a reader without a mouse: they go to an element by the Tab key, and press keys there. */
export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  async press(element, ...presses) {
    await tabTo(this.page, element);
    for (const key of presses) {
      await this.page.keyboard.press(key);
    }
  }

  /** Follows a link, or presses a button. */
  async activate(element) {
    await this.press(element, 'Enter');
  }

  /** Replaces the text of a field, and leaves it. */
  async type(element, text) {
    await this.press(element, 'Control+A');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Tab');
  }

  /** Types a day (YYYY-MM-DD) in the order of the browser's language. */
  async typeDay(element, day) {
    const [year, month, ofMonth] = day.split('-');
    const parts = (await this.isMonthFirst()) ? [month, ofMonth, year] : [ofMonth, month, year];
    await tabTo(this.page, element);
    await this.page.keyboard.type(parts.join(''));
    await this.page.keyboard.press('Tab');
  }

  /** The language of the browser's own fields, which is not that of the context. */
  async isMonthFirst() {
    const probe = await this.page.context().newPage();
    await probe.setContent('<input type="date">');
    await probe.locator('input').focus();
    await probe.keyboard.type('01022003');
    const day = await probe.locator('input').inputValue();
    await probe.close();
    assert.match(day, /^2003-(01-02|02-01)$/);
    return day === '2003-01-02';
  }

  /** Chooses an option by the first letters of its text. */
  async choose(element, letters) {
    await tabTo(this.page, element);
    await this.page.keyboard.type(letters);
  }
}

/** Opens a page of the dashboard and waits until it shows its data. */
export async function open(page, address) {
  await page.goto(address);
  await settled(page);
}

/** Waits until nothing on the page is loading. */
export async function settled(page) {
  await page.locator('h1, figure').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Waits until a reader sees a text. Charts also have hidden texts, such as titles. */
export async function sees(page, text) {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

/** Whether a path can be read. */
export async function canRead(address) {
  return (await fetch(new URL(address, installation.origin))).ok;
}

/** Makes the pages of this context act for a role, as a token that was pasted at the desk does. */
export async function actAs(context, role) {
  await context.addInitScript(token => sessionStorage.setItem('depositary.token', token), installation.tokens[role]);
}

/** Moves the focus with the Tab key until it is on the element, as a reader without a mouse does. */
export async function tabTo(page, element) {
  await element.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await element.evaluate(node => node === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`${element} cannot be reached by the Tab key`);
}

/** Calls the interface. A failed call is an error. After a command, reads show what it recorded. */
export async function call(method, address, body, role = 'curator') {
  const response = await fetch(new URL(address, installation.origin), {
    method,
    headers: { Authorization: `Bearer ${installation.tokens[role]}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${address}: ${response.status} ${text}`);
  const version = response.headers.get('Depositary-Version');
  if (version) {
    await until('reads show the command', () => isShown(version));
  }
  return { body: text ? JSON.parse(text) : undefined, location: response.headers.get('Location') };
}

async function isShown(version) {
  const headers = { 'Depositary-After': version, Prefer: 'wait=30' };
  return (await fetch(new URL('/api/organizations?limit=1', installation.origin), { headers })).ok;
}

/** Uploads a text. Returns the address of the document when its text can be read. */
export async function upload(text) {
  const response = await fetch(new URL('/api/documents?filename=document.txt', installation.origin), {
    method: 'POST',
    headers: { Authorization: `Bearer ${installation.tokens.curator}`, 'Content-Type': 'text/plain' },
    body: text,
  });
  assert.ok(response.ok, `upload: ${response.status}`);
  const { location } = await response.json();
  await until('the text is extracted', async () => (await canRead(location)) && (await call('GET', location)).body.status === 'ok');
  return location;
}

/** Waits for a condition outside of the page. */
export async function until(what, condition) {
  const end = Date.now() + LIMIT;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `waited too long: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** The sum of a metric of the gateway. */
export async function metric(name) {
  const text = await (await fetch(new URL('/q/metrics', installation.management))).text();
  return text
    .split('\n')
    .filter(line => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

/** The id of a process of the installation; none while it starts. */
export function processId(name) {
  const { processes } = JSON.parse(readFileSync(installation.processes, 'utf8'));
  return processes.find(process => process.name === name)?.pid;
}

export async function screenshot(page, name) {
  mkdirSync(installation.output, { recursive: true });
  await page.screenshot({ path: path.join(installation.output, `${name}.png`), fullPage: true });
}

export function executable() {
  const found = BROWSERS.find(file => file && existsSync(file));
  assert.ok(found, 'No Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.');
  return found;
}

function watch(context, expected) {
  const errors = [];
  const add = text => expected.test(text) || errors.push(text);
  context.on('weberror', event => add(String(event.error())));
  context.on('console', message => message.type() === 'error' && add(`${message.text()} (${message.location().url})`));
  return errors;
}
