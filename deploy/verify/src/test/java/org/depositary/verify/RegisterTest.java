package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Reads the starting register and compares it with {@code register-rows.txt}. Reads as of its last change, so changes
 * of other tests have no effect.
 */
@ExtendWith(SharedInstallation.class)
class RegisterTest {

    /** The actor of the register's events. */
    private static final String SENDER = "starting-register";

    private final OriginClient reader;
    private final String sent;
    private final Map<String, List<JsonNode>> read = new HashMap<>();

    RegisterTest(TestInstallation installation) {
        this.reader = installation.client();
        this.sent = changes().getLast().path("cursor").asText();
    }

    @TestFactory
    Stream<DynamicContainer> every_row_is_shown() {
        return ExpectedRegisterRows.all().stream()
                .map(row -> dynamicContainer(row.name(), row.shown().stream().map(this::isShown)));
    }

    @Test
    void every_line_left_one_trace_at_least_and_nobody_else_wrote_in_between() {
        var first = reader.get("/api/changes?limit=" + changes().size()).expect(200);
        assertThat(first.items()).isNotEmpty().allMatch(RegisterTest::isOfRegister);
        assertThat(changes())
                .hasSizeGreaterThanOrEqualTo(RegisterLinesTest.lines().size());
    }

    private DynamicTest isShown(ExpectedRegisterRows.Shown shown) {
        return dynamicTest(shown.toString(), () -> {
            Predicate<JsonNode> asTold = item -> ExpectedRegisterRows.has(item, shown.item());
            // Checks for absence only in a list with other items.
            var there = assertThat(items(shown.read())).as("%s", shown).isNotEmpty();
            if (shown.absent()) {
                there.noneMatch(asTold);
            } else {
                there.anyMatch(asTold);
            }
        });
    }

    private List<JsonNode> items(ExpectedRegisterRows.Read read) {
        var there = at("/api/" + read.path());
        return read.on()
                .map(next -> there.stream()
                        .filter(item -> ExpectedRegisterRows.has(item, next.item()))
                        .flatMap(item -> at(item.path(next.field()).asText()).stream())
                        .toList())
                .orElse(there);
    }

    /** The items of a list, or the one object in the response. */
    private List<JsonNode> at(String url) {
        return read.computeIfAbsent(url, unread -> {
            var asOf = url + (url.contains("?") ? "&" : "?") + "known-at=" + sent;
            var answer = reader.get(asOf).expect(200);
            return answer.body().has("items") ? answer.items() : List.of(answer.body());
        });
    }

    private List<JsonNode> changes() {
        return reader.get("/api/changes?limit=1000").expect(200).items().stream()
                .filter(RegisterTest::isOfRegister)
                .toList();
    }

    private static boolean isOfRegister(JsonNode change) {
        return change.path("actor").asText().equals(SENDER);
    }
}
