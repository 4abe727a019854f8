package org.depositary.gateway.parked;

import java.util.Map;
import java.util.Optional;

/**
 * What is parked, with what it says.
 *
 * @param key of the record
 * @param headers of the record; those of a CloudEvent begin with {@code ce_}
 * @param value of the record, or the data of the event in the change log: as text, its first 64 Ki characters
 */
record ParkedContent(ParkedItem parked, Optional<String> key, Map<String, String> headers, Optional<String> value) {}
