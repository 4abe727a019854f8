package org.depositary.gateway.parked;

import java.util.Map;
import java.util.Optional;

/**
 * A parked item with its content.
 *
 * @param key key of the Kafka record
 * @param headers headers of the record; those of a CloudEvent begin with {@code ce_}
 * @param value value of the record, or the event in the change log, as text; at most its first 64 Ki characters
 */
record ParkedContent(ParkedItem parked, Optional<String> key, Map<String, String> headers, Optional<String> value) {}
