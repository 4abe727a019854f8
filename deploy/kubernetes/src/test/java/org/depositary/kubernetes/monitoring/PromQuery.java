package org.depositary.kubernetes.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A query in the language of Prometheus. */
record PromQuery(String text) {

    private static final Pattern NOT_A_METRIC =
            Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without) *\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Set<String> WORDS = Set.of(
            "absent",
            "and",
            "or",
            "unless",
            "sum",
            "max",
            "min",
            "count",
            "rate",
            "increase",
            "deriv",
            "changes",
            "time",
            "scalar");

    /** The metrics that it reads. A word of the language that is not listed here counts as a metric. */
    Set<String> metrics() {
        var bare = NOT_A_METRIC.matcher(text).replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
