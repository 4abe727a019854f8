-- A pending delivery waits while an earlier one of its stream is pending. So only deliveries that do not wait can be due, and
-- the next one is found without reading the others.
ALTER TABLE webhook_delivery ADD waits boolean NOT NULL DEFAULT false;
UPDATE webhook_delivery waiting SET waits = true
WHERE status = 'pending' AND EXISTS (
    SELECT FROM webhook_delivery earlier
    WHERE earlier.webhook = waiting.webhook AND earlier.stream = waiting.stream
      AND earlier.status = 'pending' AND earlier.number < waiting.number);
CREATE INDEX ON webhook_delivery (webhook, next_attempt_at) WHERE status = 'pending' AND NOT waits;
CREATE INDEX ON webhook_delivery (webhook, stream, number) WHERE status = 'pending';
CREATE INDEX ON webhook_delivery (webhook, recorded_at) WHERE status = 'pending';
