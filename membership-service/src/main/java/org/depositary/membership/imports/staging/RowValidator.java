package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.facts.passages.QuoteCheck;
import org.depositary.membership.command.MembershipInput;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.file.FileRow;
import org.depositary.membership.imports.job.ImportFormat;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.TextValidator;
import org.depositary.vocabulary.timeline.Status;

/** Puts rows into canonical form, or tells what is wrong with them. */
final class RowValidator {

    private static final Pattern LINK = Pattern.compile("(https?://|urn:|doi:).+");
    private static final int LONGEST_NAME = 300;
    private static final int REMEMBERED = 10_000;
    private static final int WORTH_REMEMBERING = 1_000;

    private record Sourced(List<Source> sources, String json) {}

    private final ImportFormat format;
    private final ObjectMapper mapper;
    private final QuoteCheck quotes;
    private final PartyResolver parties;
    // A file repeats the same few sources in each of its rows.
    private final Map<JsonNode, Sourced> sources = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, Sourced> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param connection to look passages up */
    RowValidator(ImportFormat format, ObjectMapper mapper, PartyResolver parties, Connection connection) {
        this.format = format;
        this.parties = parties;
        this.mapper = mapper;
        this.quotes = new QuoteCheck(connection);
    }

    /**
     * @throws Problem telling what is wrong with the row
     * @throws IllegalArgumentException telling so, too
     */
    StagedRow row(FileRow.Readable row) throws JsonProcessingException {
        var fields = row.fields();
        var organization = MembershipInput.organization(take(fields, "organization"));
        var name = takeIfAny(fields, "organization_name");
        TextValidator.violation("", name.orElse(null), LONGEST_NAME).ifPresent(flaw -> {
            throw new IllegalArgumentException("organization_name: " + flaw.detail());
        });
        var sourced = takeSources(fields);
        return format == ImportFormat.STATE_YEARS
                ? stateYear(row.line(), organization, name, fields, sourced)
                : change(row.line(), organization, name, fields, sourced);
    }

    private StagedRow stateYear(
            int line, String organization, Optional<String> name, ObjectNode fields, Sourced sourced) {
        int year = year(take(fields, "year"));
        var status = status(take(fields, "status"));
        var party = parties.code(take(fields, "party"), String.valueOf(year));
        fields.fieldNames().forEachRemaining(other -> {
            throw new IllegalArgumentException(other + ": There is no such field here");
        });
        var body = "{\"status\":\"" + status + "\",\"sources\":" + sourced.json() + "}";
        return new StagedRow(line, organization, name, party, Optional.of(year), body);
    }

    private static int year(String text) {
        return StateYear.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "year: '%s' is not a year from 1000 to %d".formatted(text, StateYear.latest())));
    }

    private static Status status(String text) {
        try {
            return Status.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("status: " + unknown.getMessage());
        }
    }

    private StagedRow change(int line, String organization, Optional<String> name, ObjectNode fields, Sourced sourced)
            throws JsonProcessingException {
        var body = FactRequestBody.of(fields, mapper);
        MembershipInput.party(body.fields(), "party", MembershipInput.date(body, "effective"));
        var change = body.with("organization", organization).statement(MembershipChange.class);
        var statement = mapper.writeValueAsString(new SourcedChange(change, sourced.sources()));
        return new StagedRow(line, organization, name, change.party().code(), Optional.empty(), statement);
    }

    /** Takes what makes up the sources out of the row: {@code sources}, or the columns of one. */
    private Sourced takeSources(ObjectNode fields) throws JsonProcessingException {
        var given = fields.remove("sources");
        var node = given == null ? mapper.createArrayNode().add(source(fields)) : given;
        var known = sources.get(node);
        if (known != null) {
            return known;
        }
        var body = FactRequestBody.of(mapper.createObjectNode().set("sources", node), mapper);
        var taken = body.takeSources();
        quotes.check("sources", taken);
        var sourced = new Sourced(taken, mapper.writeValueAsString(taken));
        if (sourced.json().length() <= WORTH_REMEMBERING) {
            sources.put(node, sourced);
        }
        return sourced;
    }

    private JsonNode source(ObjectNode fields) {
        var source = mapper.createObjectNode();
        for (var column : ImportFormat.SOURCE) {
            var value = fields.remove(column);
            if (value instanceof ObjectNode whole && column.equals("source")) {
                return whole;
            }
            if (value != null) {
                source.set(name(column, value), value);
            }
        }
        if (source.isEmpty()) {
            throw new IllegalArgumentException("source: Every fact needs at least one source");
        }
        return source;
    }

    /** What stands as the source is a link, or the title of something. */
    private static String name(String column, JsonNode value) {
        return !column.equals("source") ? column : LINK.matcher(value.asText()).matches() ? "uri" : "title";
    }

    private static String take(ObjectNode fields, String field) {
        return takeIfAny(fields, field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static Optional<String> takeIfAny(ObjectNode fields, String field) {
        return Optional.ofNullable(fields.remove(field))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(value -> value.asText().strip())
                .filter(text -> !text.isEmpty());
    }
}
