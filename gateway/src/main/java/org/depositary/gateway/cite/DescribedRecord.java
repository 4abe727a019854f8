package org.depositary.gateway.cite;

import java.util.Optional;
import org.depositary.gateway.feeds.text.NameLookup;

/**
 * A record as people read about it.
 *
 * @param title its name, or the sentence if it has none
 * @param sentence what it says, without a full stop
 * @param names the names of what it refers to
 * @param lastChanged when the register last changed it (RFC 3339); empty for a state
 */
public record DescribedRecord(
        String title, String sentence, NameLookup names, Optional<String> lastChanged, CitedRecord citation) {}
