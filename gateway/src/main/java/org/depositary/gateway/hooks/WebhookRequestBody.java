package org.depositary.gateway.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.hooks.store.WebhookFilter;
import org.depositary.gateway.live.ChangeFilterParameters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a request for a webhook.
 *
 * @param url an https URL
 * @param filter the filters of changes, each with its values; default: all changes
 * @param since a cursor or an instant; default: now
 */
@Schema(name = "NewWebhook")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WebhookRequestBody(
        @Schema(required = true, maxLength = 2000) String url,

        @Schema(implementation = WebhookFilter.class) Optional<Map<String, List<String>>> filter,

        @Schema(description = "A cursor or an instant (RFC 3339). Default: now")
        Optional<String> since,

        @Schema(maxLength = 300) Optional<String> title) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_VALUE = 200;
    private static final Set<String> FILTERS = Set.of("organization", "party", "type", "kind");

    /** @throws Problem if a filter is unknown or has an invalid value */
    WebhookFilter checkedFilter() {
        var values = filter.orElse(Map.of());
        values.keySet().stream()
                .filter(name -> !FILTERS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid(
                            "filter/" + unknown, "is unknown. Known filters: organization, party, type, kind");
                });
        values.forEach((name, each) -> {
            if (each == null || each.contains(null)) {
                throw Problem.invalid("filter/" + name, "must be a list of texts");
            }
            if (each.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
                throw Problem.invalid(
                        "filter/" + name, "has a value of more than %d characters".formatted(LONGEST_VALUE));
            }
        });
        try {
            return WebhookFilter.of(ChangeFilterParameters.filter(
                    values.getOrDefault("organization", List.of()),
                    values.getOrDefault("party", List.of()),
                    values.getOrDefault("type", List.of()),
                    values.getOrDefault("kind", List.of())));
        } catch (Problem malformed) {
            throw Problem.invalid("filter", malformed.detail());
        }
    }

    /** @throws Problem if the title is too long */
    String checkedTitle() {
        var text = title.orElse("");
        if (text.length() > LONGEST_TITLE || text.indexOf('\0') >= 0) {
            throw Problem.invalid(
                    "title", "must have at most %d characters, none of them U+0000".formatted(LONGEST_TITLE));
        }
        return text.strip();
    }
}
