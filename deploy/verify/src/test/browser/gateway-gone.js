// With the gateway gone the page says so. It recovers by itself, and then shows what changed meanwhile.
import { call, canRead, journey, open, processId, sees, until } from './harness.js';

const SOURCES = [{ title: 'Journeys', published: '2026' }];
const organization = `gateway-gone-${Date.now()}`;

await journey(
  'gateway-gone',
  async ({ page }) => {
    await call('PUT', `/api/organizations/${organization}`, { names: { en: 'Gone' }, sources: SOURCES });
    await open(page, `/organizations/${organization}`);
    await page.locator('[data-live="live"]').first().waitFor();

    const before = processId('gateway');
    process.kill(before, 'SIGKILL');
    await page.locator('[data-live="reconnecting"]').first().waitFor();

    // The launcher starts the gateway again. Only the page is not touched.
    await until('the gateway answers', async () => {
      try {
        return processId('gateway') !== before && (await canRead('/api/session'));
      } catch {
        return false;
      }
    });
    await call('POST', `/api/organizations/${organization}/membership-changes`, {
      party: 'IT', change: 'accession', effective: '2020-01-01', sources: SOURCES,
    });
    await page.locator('[data-live="live"]').first().waitFor();
    await sees(page, 'Italy');
  },
  /Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/,
);
