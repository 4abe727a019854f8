package org.depositary.benchmarks.peer;

import java.util.List;
import java.util.Map;

/**
 * The event that all compared stores store, converted by Jackson. It is the sample of {@code membership-changed} in
 * {@code contracts/}.
 */
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
