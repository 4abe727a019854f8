package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.depositary.gateway.feeds.text.StatementText;
import org.depositary.gateway.read.JsonFieldReader;

/** An event of a record. Absent texts are empty. */
record PageRecording(String recordedAt, String event, String actor, String reason) {

    /** {@code org.depositary.membership.membership-changed.v1} */
    private static final Pattern TYPE = Pattern.compile(".*\\.(.+)\\.v\\d+");

    static List<PageRecording> all(JsonNode recordings) {
        return JsonFieldReader.elements(recordings).map(PageRecording::of).toList();
    }

    private static PageRecording of(JsonNode recording) {
        var name = TYPE.matcher(recording.path("type").asText()).replaceFirst("$1");
        return new PageRecording(
                recording.path("recordedAt").asText(),
                PageFields.label(StatementText.words(name)),
                recording.path("actor").asText(),
                recording.path("data").path("reason").asText());
    }
}
