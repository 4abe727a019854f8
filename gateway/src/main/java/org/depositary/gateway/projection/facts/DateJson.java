package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/** Writes dates as clients get them: {@code {"edtf", "earliest", "latest", "uncertain"}}. An open bound is null. */
public final class DateJson {

    private DateJson() {}

    public static ObjectNode of(PartialDate date) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("edtf", date.edtf())
                .put("earliest", text(date.earliest()))
                .put("latest", text(date.latest()))
                .put("uncertain", date.uncertain());
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }
}
