// Follows the subscription changes with the package graphql-ws. Prints one line of JSON when a change of a given party arrives.
// usage: node graphql-ws.js URL CURSOR ORGANIZATION PARTY
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, start, organization, lastParty] = process.argv.slice(2);
const result = { connections: 0, changes: [], other: [] };
let since = start;

function finish(code) {
  console.log(JSON.stringify(result));
  process.exit(code);
}

// Only ends a run that hangs.
setTimeout(() => finish(1), 240_000);

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  retryAttempts: Infinity,
  shouldRetry: () => true,
  retryWait: () => new Promise((resolve) => setTimeout(resolve, 500)),
  on: {
    connected: () => {
      result.connections += 1;
    },
  },
});

const query = `subscription ($since: String, $filter: ChangeFilter) {
  changes(since: $since, filter: $filter) { event cursor id data }
}`;
// The client writes the variables again when it reconnects.
const variables = {
  get since() {
    return since;
  },
  filter: { organization, type: 'membership-changed' },
};

client.subscribe(
  { query, variables },
  {
    next: ({ data, errors }) => {
      if (errors) {
        result.other.push(JSON.stringify(errors));
        finish(2);
      }
      const message = data.changes;
      since = message.cursor;
      if (message.event === 'CHANGE') {
        result.changes.push({ id: message.id, cursor: message.cursor });
        if (message.data.party === lastParty) {
          finish(0);
        }
      } else if (message.event !== 'POSITION') {
        result.other.push(message.event);
      }
    },
    error: (failure) => {
      result.other.push(String(failure));
      finish(3);
    },
    complete: () => finish(4),
  },
);
