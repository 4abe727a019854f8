// Walks the archives of a feed with the packages rss-parser and feedsmith. Prints one line of JSON: for each package and
// format the ids of all entries and tombstones, in the order of the documents.
// usage: node feeds.js URL-OF-ATOM URL-OF-RSS URL-OF-JSON
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';

const [atom, rss, json] = process.argv.slice(2);
const previous = 'prev-archive';
const parser = new Parser({
  customFields: {
    feed: [
      ['link', 'links', { keepArray: true }],
      ['atom:link', 'atomLinks', { keepArray: true }],
      ['at:deleted-entry', 'deleted', { keepArray: true }],
    ],
  },
});

const readers = {
  'rss-parser atom': [atom, async (text) => {
    const feed = await parser.parseString(text);
    return {
      ids: feed.items.map((item) => item.id),
      deleted: (feed.deleted ?? []).map((entry) => entry.$.ref),
      next: feed.links.map((link) => link.$).find((link) => link.rel === previous)?.href,
    };
  }],
  'rss-parser rss': [rss, async (text) => {
    const feed = await parser.parseString(text);
    const links = feed.atomLinks ?? feed.links;
    return {
      ids: feed.items.map((item) => item.guid),
      next: links.map((link) => link.$).find((link) => link.rel === previous)?.href,
    };
  }],
  'feedsmith atom': [atom, async (text) => {
    const feed = parseAtomFeed(text);
    return {
      ids: feed.entries?.map((entry) => entry.id) ?? [],
      next: feed.links.find((link) => link.rel === previous)?.href,
    };
  }],
  'feedsmith rss': [rss, async (text) => {
    const feed = parseRssFeed(text);
    return {
      ids: feed.items?.map((item) => item.guid.value) ?? [],
      next: feed.atom.links.find((link) => link.rel === previous)?.href,
    };
  }],
  'feedsmith json': [json, async (text) => {
    const feed = parseJsonFeed(text);
    return { ids: feed.items?.map((item) => item.id) ?? [], next: feed.next_url };
  }],
};

async function walk([start, read]) {
  const found = { documents: 0, ids: [], deleted: [] };
  for (let address = start; address; ) {
    const response = await fetch(address);
    if (!response.ok) {
      throw new Error(`${address}: ${response.status}`);
    }
    const { ids, deleted = [], next } = await read(await response.text());
    found.documents += 1;
    found.ids.push(...ids);
    found.deleted.push(...deleted);
    address = next && new URL(next, address).toString();
  }
  return found;
}

const result = {};
for (const [name, reader] of Object.entries(readers)) {
  result[name] = await walk(reader);
}
console.log(JSON.stringify(result));
