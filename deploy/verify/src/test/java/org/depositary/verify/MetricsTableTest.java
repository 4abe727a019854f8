package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/metrics.md has every metric that a running service publishes, with its tags, and no other of ours. */
@ExtendWith(SharedInstallation.class)
class MetricsTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern METRIC = Pattern.compile("`([a-z][a-z0-9_]*\\*?)(?:\\{([a-z_,]*)})?`");
    private static final Pattern SAMPLE =
            Pattern.compile("^([a-z][a-zA-Z0-9_]*)(?:\\{([^}]*)})? \\S+", Pattern.MULTILINE);
    /** A summary is published in parts. */
    private static final Pattern PART =
            Pattern.compile("(?<=_seconds|_read|_written|_active|_duration)_(count|sum|max)$");

    private static final Pattern TAG = Pattern.compile("([a-zA-Z_]+)=\"");

    private final TestInstallation installation;

    MetricsTableTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void every_published_metric_is_described() throws IOException {
        var described = described();
        for (var service : TestInstallation.SERVICES.keySet()) {
            var published = published(service);
            assertThat(published).hasSizeGreaterThan(50);
            assertThat(published.keySet()).as(service).allMatch(metric -> isDescribed(metric, described.keySet()));
        }
    }

    @Test
    void every_metric_of_depositary_in_the_table_is_published_with_its_tags() throws IOException {
        var published = TestInstallation.SERVICES.keySet().stream()
                .flatMap(service -> published(service).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, MetricsTableTest::union));
        var ours = described();
        ours.keySet().removeIf(metric -> !metric.startsWith("depositary_"));
        assertThat(ours).hasSizeGreaterThan(20).allSatisfy((metric, tags) -> assertThat(
                        published.getOrDefault(metric, Set.of("not published")))
                .as(metric)
                .isEqualTo(tags));
    }

    private static boolean isDescribed(String metric, Set<String> described) {
        return described.contains(metric)
                || described.stream()
                        .filter(row -> row.endsWith("*"))
                        .anyMatch(row -> metric.startsWith(row.substring(0, row.length() - 1)));
    }

    /** The tags of each metric in the tables, by its name. */
    private static Map<String, Set<String>> described() throws IOException {
        var page = Files.readString(TestInstallation.ROOT.resolve("docs/metrics.md"));
        var all = new TreeMap<String, Set<String>>();
        ROW.matcher(page)
                .results()
                .flatMap(row -> METRIC.matcher(row.group(1)).results())
                .forEach(metric -> all.put(metric.group(1), tags(metric)));
        return all;
    }

    private static Set<String> tags(MatchResult metric) {
        return metric.group(2) == null
                ? Set.of()
                : new TreeSet<>(Set.of(metric.group(2).split(",")));
    }

    /** The tags of each metric that the service publishes, by its name, without the tags of quantiles. */
    private Map<String, Set<String>> published(String service) {
        var text = installation
                .client(service)
                .management()
                .get("/q/metrics")
                .expect(200)
                .text();
        return SAMPLE.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        sample -> PART.matcher(sample.group(1)).replaceFirst(""),
                        sample -> sample.group(2) == null ? Set.of() : tagsOf(sample.group(2)),
                        MetricsTableTest::union));
    }

    private static Set<String> tagsOf(String labels) {
        return TAG.matcher(labels)
                .results()
                .map(tag -> tag.group(1))
                .filter(tag -> !tag.equals("quantile"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
