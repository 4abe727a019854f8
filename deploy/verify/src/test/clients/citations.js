// Reads the citations and the page of records with the packages bibtex-parser, citation-js (citeproc) and html-validate.
// Prints one line of JSON: for each address the entry of BibTeX, the item of CSL, its bibliography in style APA, and what is
// wrong with the page.
// usage: node citations.js ORIGIN ADDRESS...
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { parse } from '@retorquere/bibtex-parser';
import { HtmlValidate } from 'html-validate';

const [origin, ...addresses] = process.argv.slice(2);
const pages = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // A title is the sentence of a fact, which can be long.
    'long-title': 'off',
    // The style sheets are of the same origin.
    'require-sri': 'off',
    // The anchor of a passage contains dots.
    'valid-id': ['error', { relaxed: true }],
  },
});

async function text(address, accept) {
  const response = await fetch(new URL(address, origin), { headers: { accept } });
  if (!response.ok || !response.headers.get('content-type').startsWith(accept)) {
    throw new Error(`${address}: ${response.status} ${response.headers.get('content-type')}`);
  }
  return response.text();
}

async function bibtex(address) {
  const { entries, errors } = parse(await text(address, 'application/x-bibtex'), { sentenceCase: false });
  return { entries, errors };
}

async function csl(address) {
  const item = JSON.parse(await text(address, 'application/vnd.citationstyles.csl+json'));
  const bibliography = new Cite(item).format('bibliography', { format: 'text', template: 'apa' });
  return { item: item[0], bibliography };
}

async function faults(address) {
  const { results } = await pages.validateString(await text(address, 'text/html'));
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
}

const result = {};
for (const address of addresses) {
  result[address] = { bibtex: await bibtex(address), csl: await csl(address), faults: await faults(address) };
}
console.log(JSON.stringify(result));
