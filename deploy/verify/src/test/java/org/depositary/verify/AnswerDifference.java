package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value in the answer of an earlier version that differs in the answer of this version. New fields are no
 * difference.
 */
record AnswerDifference(String pointer, JsonNode then, JsonNode now) {

    static List<AnswerDifference> between(JsonNode then, JsonNode now) {
        return between("", then, now).toList();
    }

    private static Stream<AnswerDifference> between(String pointer, JsonNode then, JsonNode now) {
        if (then.isObject() && now.isObject()) {
            return then.properties().stream()
                    .flatMap(field ->
                            between(pointer + "/" + field.getKey(), field.getValue(), now.path(field.getKey())));
        }
        if (then.isArray() && now.isArray()) {
            return IntStream.range(0, Math.max(then.size(), now.size()))
                    .boxed()
                    .flatMap(index -> between(pointer + "/" + index, then.path(index), now.path(index)));
        }
        return then.equals(now) ? Stream.empty() : Stream.of(new AnswerDifference(pointer, then, now));
    }

    @Override
    public String toString() {
        return "%s was %s, and is %s".formatted(pointer, shown(then), shown(now));
    }

    private static String shown(JsonNode value) {
        return value instanceof MissingNode ? "missing" : value.toString();
    }
}
