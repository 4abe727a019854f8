// Parses an AsyncAPI document with the package @asyncapi/parser. Validates messages against it with the package ajv. Prints
// one line of JSON: diagnostics of the parser, the messages that are not valid, and the kinds of messages that are.
// usage: node asyncapi.js DOCUMENT MESSAGES
// MESSAGES has one {channel, message, headers, key, payload} in JSON on each line; headers and key only for topics of events.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [file, messages] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const source = JSON.parse(text);
const { document, diagnostics } = await new Parser().parse(text);
const ajv = addFormats(new Ajv({ strict: false }));
ajv.addSchema({ $id: 'asyncapi', components: source.components });
const invalid = [];
const valid = new Set();
const headerSchemas = new Map();

function payloadSchema(message) {
  return ajv.getSchema(`asyncapi${source.components.messages[message].payload.$ref}`);
}

// The parser has applied the traits of the message to its headers.
function headersSchema(message) {
  if (!headerSchemas.has(message)) {
    headerSchemas.set(message, ajv.compile(document.components().messages().get(message).headers().json()));
  }
  return headerSchemas.get(message);
}

function messageName(event) {
  return source.channels[event.channel].messages[event.message]?.$ref.split('/').pop();
}

function problems(event) {
  const message = messageName(event);
  if (!message) {
    return 'the channel has no such message';
  }
  const payload = payloadSchema(message);
  if (!payload(event.payload)) {
    return ajv.errorsText(payload.errors);
  }
  if (event.headers && !headersSchema(message)(event.headers)) {
    return ajv.errorsText(headersSchema(message).errors);
  }
  return event.headers && event.key !== event.headers.ce_subject ? 'the key is not the stream' : null;
}

for (const line of readFileSync(messages, 'utf8').split('\n').filter(Boolean)) {
  const event = JSON.parse(line);
  const problem = problems(event);
  if (problem) {
    invalid.push(`${event.channel} ${event.message}: ${problem}`);
  } else {
    valid.add(`${event.channel} ${event.message}`);
  }
}
console.log(JSON.stringify({ diagnostics: diagnostics.map((one) => one.message), invalid, valid: [...valid].sort() }));
