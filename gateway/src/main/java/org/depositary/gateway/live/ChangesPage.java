package org.depositary.gateway.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.fields.ItemsLike;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the change log.
 *
 * @param items CloudEvents 1.0, each with its cursor; unparsed, because streams send the same JSON
 * @param next token of the next page; absent on the last page
 * @param cursor present on the last page: the position after which a later request or a stream continues
 */
record ChangesPage(
        @ItemsLike(ChangeFields.class)
        @Schema(
                implementation = Object[].class,
                description =
                        "CloudEvents 1.0, each with its `cursor`. The `data` of an event about a fact has `factChange`: "
                                + "`fact`, `action`, `stands`, `effective`, `recordedAt`, `before`, `after`; changes of memberships "
                                + "also have `spans`")
        List<RawValue> items,

        Optional<String> next,
        @JsonProperty Optional<String> cursor) {}
