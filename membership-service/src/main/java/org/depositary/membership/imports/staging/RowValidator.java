package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.imports.file.FileRow;
import org.depositary.imports.file.WholeNumberText;
import org.depositary.imports.rows.PartyResolver;
import org.depositary.imports.rows.RowSources;
import org.depositary.membership.command.MembershipRequestParser;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.timeline.MembershipStatus;
import org.depositary.vocabulary.validation.TextValidator;

/**
 * The rules for a single row of an import file. Turns a row into its canonical form, or throws the reason for its
 * rejection.
 *
 * <p>Whether a row contradicts other rows or recorded facts is decided later, in
 * {@code org.depositary.membership.imports.decision}.
 */
final class RowValidator {

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final int MAX_NAME_LENGTH = 300;

    private final ImportRowKind format;
    private final ObjectMapper mapper;
    private final RowSources rowSources;
    private final PartyResolver parties;

    /** @param connection the database connection for looking up quoted passages */
    RowValidator(ImportRowKind format, ObjectMapper mapper, PartyResolver parties, Connection connection) {
        this.format = format;
        this.parties = parties;
        this.mapper = mapper;
        this.rowSources = new RowSources(mapper, connection);
    }

    /**
     * Validates a row. Removes the fields from {@code row} as it reads them.
     *
     * @throws Problem with the reason for the rejection
     * @throws IllegalArgumentException with the reason for the rejection
     */
    StagedRow validate(FileRow.Readable row) throws JsonProcessingException {
        var fields = row.fields();
        var organization = MembershipRequestParser.organization(removeRequired(fields, "organization"));
        var name = remove(fields, "organization_name");
        TextValidator.violation("", name.orElse(null), MAX_NAME_LENGTH).ifPresent(violation -> {
            throw new IllegalArgumentException("organization_name: " + violation.detail());
        });
        var sources = rowSources.remove(fields);
        return format == ImportRowKind.STATE_YEARS
                ? validateStateYear(row.line(), organization, name, fields, sources)
                : validateChange(row.line(), organization, name, fields, sources);
    }

    private StagedRow validateStateYear(
            int line, String organization, Optional<String> name, ObjectNode fields, RowSources.Checked sources) {
        int year = requireYear(removeRequired(fields, "year"));
        var status = requireStatus(removeRequired(fields, "status"));
        var party = requireParty(removeRequired(fields, "party"), year);
        fields.fieldNames().forEachRemaining(other -> {
            throw new IllegalArgumentException(other + ": Unknown field");
        });
        // This is the JSON of a StagedStateYear.
        var asWritten = party.asWritten()
                .map(code -> ",\"partyAsWritten\":\"" + code + "\"")
                .orElse("");
        var body = "{\"status\":\"" + status + "\"" + asWritten + ",\"sources\":" + sources.json() + "}";
        return new StagedRow(line, organization, name, party.code(), Optional.of(year), body);
    }

    private PartyResolver.ResolvedParty requireParty(String text, int year) {
        try {
            return parties.require(text, String.valueOf(year));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("party: " + unknown.getMessage(), unknown);
        }
    }

    /** Parses the year of a state-year. Empty unless it is a number from 1000 to next year. */
    static Optional<Integer> parseYear(String text) {
        return Optional.of(WholeNumberText.of(text))
                .filter(given -> YEAR.matcher(given).matches())
                .map(Integer::valueOf)
                .filter(year -> year <= maxYear());
    }

    private static int maxYear() {
        return LocalDate.now(ZoneOffset.UTC).getYear() + 1;
    }

    private static int requireYear(String text) {
        return parseYear(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "year: '%s' is not a year from 1000 to %d".formatted(text, maxYear())));
    }

    private static MembershipStatus requireStatus(String text) {
        try {
            return MembershipStatus.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("status: " + unknown.getMessage());
        }
    }

    private StagedRow validateChange(
            int line, String organization, Optional<String> name, ObjectNode fields, RowSources.Checked sources)
            throws JsonProcessingException {
        var request = FactRequestBody.of(fields, mapper);
        MembershipRequestParser.partyOfMembership(request);
        var change = request.with("organization", organization).statement(MembershipChange.class);
        var body = mapper.writeValueAsString(new SourcedChange(change, sources.sources()));
        return new StagedRow(line, organization, name, change.party().code(), Optional.empty(), body);
    }

    private static String removeRequired(ObjectNode fields, String field) {
        return remove(fields, field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static Optional<String> remove(ObjectNode fields, String field) {
        return Optional.ofNullable(fields.remove(field))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(value -> value.asText().strip())
                .filter(text -> !text.isEmpty());
    }
}
