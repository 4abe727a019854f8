// Follows a stream with the package eventsource. Prints one line of JSON when a change of a given party arrives.
// usage: node eventsource.js URL PARTY
import { EventSource } from 'eventsource';

const [url, lastParty] = process.argv.slice(2);
const result = { connections: 0, changes: [], other: [] };

function finish(code) {
  console.log(JSON.stringify(result));
  process.exit(code);
}

// Only ends a run that hangs.
setTimeout(() => finish(1), 240_000);

const source = new EventSource(url);
source.addEventListener('open', () => {
  result.connections += 1;
});
source.addEventListener('error', () => {
  // The client reconnects by itself, unless the server refused it.
  if (source.readyState === EventSource.CLOSED) {
    finish(2);
  }
});
for (const name of ['reset', 'lagged', 'message']) {
  source.addEventListener(name, (event) => result.other.push(`${name} ${event.data}`));
}
source.addEventListener('change', (event) => {
  const change = JSON.parse(event.data);
  result.changes.push({ id: change.id, cursor: change.cursor, lastEventId: event.lastEventId });
  if (change.data.party === lastParty) {
    finish(0);
  }
});
