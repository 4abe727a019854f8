package org.depositary.gateway.projection.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.depositary.vocabulary.dates.PartialDate;

/** Caches parsed dates: there are many facts but few different dates, and each event reads all facts of its stream. */
public final class PartialDateCache {

    private static final int MAX_ENTRIES = 50_000;
    private static final Map<String, PartialDate> PARSED = new ConcurrentHashMap<>();

    private PartialDateCache() {}

    /**
     * Returns the parsed date.
     *
     * @throws IllegalArgumentException as {@link PartialDate#parse}
     */
    public static PartialDate of(String edtf) {
        if (PARSED.size() > MAX_ENTRIES) {
            PARSED.clear();
        }
        return PARSED.computeIfAbsent(edtf, PartialDate::parse);
    }
}
