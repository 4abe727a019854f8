-- Events are written once and given back as they are, never searched. As json they are checked and copied; as jsonb
-- each would be taken apart to be stored, and put together again for the relay and for every load.
ALTER TABLE event
    ALTER COLUMN data TYPE json USING data::json,
    ALTER COLUMN meta TYPE json USING meta::json;
