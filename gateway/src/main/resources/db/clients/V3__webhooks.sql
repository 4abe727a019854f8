-- Subscriptions of webhooks. A subscription has one position in the change log; deliveries that failed are rows of their own.
CREATE TABLE webhook (
    number          bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id              uuid        PRIMARY KEY,
    owner           text        NOT NULL,
    title           text        NOT NULL,
    url             text        NOT NULL,
    -- JSON: the values of each filter.
    filter          text        NOT NULL,
    created_at      timestamptz NOT NULL,
    status          text        NOT NULL CHECK (status IN ('active', 'disabled', 'ended')),
    problem         text,
    status_since    timestamptz NOT NULL,

    -- A previous secret also signs until a day after the rotation.
    secret                text NOT NULL,
    previous_secret       text,
    previous_secret_until timestamptz,

    -- The cursor up to which changes are delivered or have a row in webhook_delivery.
    position        text        NOT NULL,
    -- JSON: instants by kind of change. The log can be built again, with other cursors. The subscription then continues with
    -- what was recorded not long before the newest delivered change of the kind (newest_delivered).
    recorded_from    text       NOT NULL,
    newest_delivered text       NOT NULL,

    -- Failures since the last success.
    failures        int         NOT NULL,
    failing_since   timestamptz,
    not_before      timestamptz,
    pinged_at       timestamptz,

    -- The gateway that sends, until the lease ends. A command of a client increments the revision.
    lease_holder    uuid,
    lease_until     timestamptz,
    revision        int         NOT NULL,

    idempotency_key text,
    request_hash    text        NOT NULL,
    UNIQUE (owner, idempotency_key)
);
CREATE INDEX ON webhook (owner, number);
CREATE INDEX ON webhook (number) WHERE status = 'active';

-- What was sent or has to be sent again. The body is kept until the delivery has ended.
CREATE TABLE webhook_delivery (
    number           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook          uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
    message          text        NOT NULL,
    event            uuid        NOT NULL,
    type             text        NOT NULL,
    stream           text        NOT NULL,
    cursor           text,
    recorded_at      timestamptz NOT NULL,
    body             text,
    status           text        NOT NULL CHECK (status IN ('pending', 'delivered', 'failed')),
    attempts         int         NOT NULL,
    created_at       timestamptz NOT NULL,
    retry_since      timestamptz NOT NULL,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz,
    response_status  int,
    problem          text,
    millis           bigint,
    UNIQUE (webhook, message)
);
CREATE INDEX ON webhook_delivery (webhook, number);
CREATE INDEX ON webhook_delivery (webhook, number) WHERE status = 'pending';
CREATE INDEX ON webhook_delivery (last_attempt_at) WHERE status <> 'pending';
