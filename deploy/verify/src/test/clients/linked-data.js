// Reads JSON-LD documents with the package jsonld. Safe mode fails on every value that expansion would drop, and no context
// may come from the network. Prints one line of JSON: for each path the subjects, the predicates and the number of triples.
// usage: node linked-data.js ORIGIN PATH...
import jsonld from 'jsonld';

const [origin, ...paths] = process.argv.slice(2);
const documentLoader = (url) => {
  throw new Error(`The document needs ${url}`);
};

async function read(path) {
  const response = await fetch(origin + path, { headers: { accept: 'application/ld+json' } });
  const type = response.headers.get('content-type');
  if (!response.ok || !type.startsWith('application/ld+json')) {
    throw new Error(`${path}: ${response.status} ${type}`);
  }
  const document = await response.json();
  const options = { base: response.url, safe: true, documentLoader };
  await jsonld.expand(document, options);
  await jsonld.flatten(document, null, options);
  const triples = await jsonld.toRDF(document, options);
  const distinct = (part) => [...new Set(triples.map((triple) => triple[part].value))].sort();
  return { subjects: distinct('subject'), predicates: distinct('predicate'), triples: triples.length };
}

const result = {};
for (const path of paths) {
  result[path] = await read(path);
}
console.log(JSON.stringify(result));
