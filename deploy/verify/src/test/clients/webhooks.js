// Receives webhooks, verifies each with the package standardwebhooks and parses it with the package cloudevents. Prints one
// line of JSON when a number of messages has arrived. Refuses the first request, so that it is repeated.
// usage: node webhooks.js PORT SECRET MESSAGES
import { createServer } from 'node:http';
import { HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';

const [port, secret, messages] = process.argv.slice(2);
const webhook = new Webhook(secret);
const result = { received: [], problems: [] };
let refused = false;

function finish(code) {
  console.log(JSON.stringify(result));
  process.exit(code);
}

// Only ends a run that hangs.
setTimeout(() => finish(1), 240_000);

function receive(headers, body) {
  const verified = webhook.verify(body, headers);
  const event = HTTP.toEvent({ headers, body });
  event.validate();
  result.received.push({
    message: headers['webhook-id'],
    id: event.id,
    type: event.type,
    subject: event.subject,
    cursor: event.cursor,
    party: event.data.party,
    same: verified.id === event.id,
  });
}

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    if (!refused) {
      refused = true;
      response.writeHead(503, { 'Retry-After': '1' }).end();
      return;
    }
    try {
      receive(request.headers, body);
      response.writeHead(204).end();
    } catch (problem) {
      result.problems.push(String(problem));
      response.writeHead(400).end();
    }
    if (result.received.length >= Number(messages) || result.problems.length > 0) {
      response.on('close', () => finish(result.problems.length));
    }
  });
}).listen(Number(port), '127.0.0.1');
