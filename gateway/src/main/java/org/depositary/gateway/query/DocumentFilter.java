package org.depositary.gateway.query;

import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which documents are asked for. What takes several values takes them with commas between. */
record DocumentFilter(
        @Parameter(description = "Words, \"a phrase\", -not, or; in texts the reader may see, titles, authors, places")
        @RestQuery
        Optional<String> q,

        @Parameter(description = "BCP 47, of most of the text") @RestQuery
        Optional<String> language,

        @RestQuery Optional<String> type,
        @RestQuery Optional<String> status,

        @Parameter(description = "Dated, at least possibly, on or after this date (EDTF)") @RestQuery
        Optional<String> from,

        @Parameter(description = "Dated, at least possibly, on or before this date (EDTF)") @RestQuery
        Optional<String> to) {

    /** The words asked for; blank is nothing. */
    Optional<String> words() {
        return q.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** On a table of documents {@code d}. */
    Conditions conditions() {
        return new Conditions()
                .andAny("d.language = ANY (:languages)", "languages", Values.several(language))
                .andAny("d.type = ANY (:types)", "types", Values.several(type))
                .andAny("d.status = ANY (:statuses)", "statuses", Values.several(status))
                .and("d.date_latest >= :from", "from", Values.date("from", from).flatMap(PartialDate::earliest))
                .and("d.date_earliest <= :to", "to", Values.date("to", to).flatMap(PartialDate::latest));
    }
}
