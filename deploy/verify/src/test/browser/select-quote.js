// A curator selects words of a document with the pointer.
import { actAs, journey, open, sees, upload } from './harness.js';

const SENTENCE = 'The states parties met in Astana on 5 July 2005.';

await journey('select-quote', async ({ context, page }) => {
  const document = (await upload(`Declaration\n\nArticle 1\n\n${SENTENCE}\n\nArticle 2\n\n${Date.now()}`)).replace('/api', '');
  await actAs(context, 'curator');
  await open(page, document);
  // Three clicks select a paragraph, as they do everywhere.
  await page.getByText(SENTENCE).click({ clickCount: 3 });
  await page.getByRole('link', { name: 'Record a fact from this quote' }).click();
  await sees(page, SENTENCE);
  await page.getByRole('heading', { name: 'Record a fact' }).waitFor();
});
