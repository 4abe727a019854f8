package org.depositary.benchmarks.peer;

import java.util.List;
import java.util.Map;

/** What every store stores here, from and to a Java record by Jackson: the contracts' sample of that event. */
public record SampleEvent(
        String id,
        String organization,
        String party,
        String change,
        String effective,
        boolean founding,
        Map<String, String> dates,
        String note,
        List<Map<String, String>> sources) {}
