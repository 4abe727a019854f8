// What axe-core finds on a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The serious barriers. Scripts that the browser injects are not subject to the Content-Security-Policy of the page. */
export async function barriers(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(values => axe.run({ runOnly: { type: 'tag', values } }), RULES);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).slice(0, 3).join(' ')}`);
}
