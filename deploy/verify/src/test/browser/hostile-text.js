// Names, titles, notes and quotes are text. A script in them does nothing, and a right-to-left name breaks no line.
import assert from 'node:assert/strict';
import { call, journey, open } from './harness.js';

const SCRIPT = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
const organization = `hostile-text-${Date.now()}`;
const sources = [{ title: `${SCRIPT} title`, author: SCRIPT, locator: SCRIPT, uri: 'https://example.org/?a=%22%3E%3Cscript%3E', published: '2026' }];

await journey('hostile-text', async ({ page }) => {
  await call('PUT', `/api/organizations/${organization}`, {
    names: { en: `${SCRIPT} name`, ar: '\u202Eمنظمة' }, acronym: '<b>X</b>', sources,
  });
  const change = await call('POST', `/api/organizations/${organization}/membership-changes`, {
    party: 'PT', change: 'accession', effective: '2020-01-01', note: SCRIPT, sources,
  });
  const exercise = await call('POST', '/api/exercises', {
    name: `${SCRIPT} exercise`, kind: 'exercise', status: 'completed', dates: '2020-05', organizations: [organization],
    participants: [{ party: 'PT', role: 'participant' }], sources,
  });
  const paths = [
    `/organizations/${organization}`,
    `/organizations/${organization}?open=${change.location}`,
    `/organizations/${organization}?lang=ru&tab=${encodeURIComponent(SCRIPT)}&zoom=${encodeURIComponent(SCRIPT)}`,
    exercise.location.replace('/api', ''),
    `/exercises?organization=${organization}`,
    '/',
    `/embed/organizations/${organization}/timeline`,
  ];
  for (const path of paths) {
    await open(page, path);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined, path);
    assert.equal(await page.locator('img[src="x"]').count(), 0, path);
  }
  await page.goto(`/organizations/${organization}`);
  await page.getByRole('heading', { name: 'onerror' }).first().waitFor();
});
