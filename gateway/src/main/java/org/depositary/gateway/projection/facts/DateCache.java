package org.depositary.gateway.projection.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.depositary.vocabulary.PartialDate;

/** Dates by their expressions: facts are many, the days they name few, and every fact of a stream is read at each event. */
public final class DateCache {

    private static final int MOST = 50_000;
    private static final Map<String, PartialDate> KNOWN = new ConcurrentHashMap<>();

    private DateCache() {}

    /** @throws IllegalArgumentException as {@link PartialDate#parse} */
    public static PartialDate of(String edtf) {
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(edtf, PartialDate::parse);
    }
}
