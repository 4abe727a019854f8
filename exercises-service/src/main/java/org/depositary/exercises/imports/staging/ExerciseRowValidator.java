package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.depositary.exercises.domain.Exercise;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseKind;
import org.depositary.exercises.domain.ExerciseStatus;
import org.depositary.exercises.imports.report.SourcedExercise;
import org.depositary.exercises.imports.report.SourcedExerciseJson;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.imports.file.FileRow;
import org.depositary.imports.rows.PartyResolver;
import org.depositary.imports.rows.RowSources;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** The rules for a single row of a file of exercises. Turns a row into the statement of an exercise. */
final class ExerciseRowValidator {

    private final ExerciseFileOptions options;
    private final ObjectMapper mapper;
    private final PartyResolver parties = new PartyResolver();
    private final RowSources sources;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    ExerciseRowValidator(ExerciseFileOptions options, ObjectMapper mapper, Connection connection) {
        this.options = options;
        this.mapper = mapper;
        this.sources = new RowSources(mapper, connection);
    }

    /**
     * Validates a row.
     *
     * @throws RowRejection with the column and the reason
     * @throws org.depositary.eventsourcing.Problem with a pointer to the wrong field
     */
    StagedExercise validate(FileRow.Readable row) throws JsonProcessingException {
        var fields = row.fields();
        rejectUnknownFields(fields);
        ExerciseKey.check(fields, options);
        var dates = FileDates.period(fields, options);
        var date = dates.start().edtf().isEmpty() ? dates.edtf() : dates.start().edtf();
        var participants = new RowParticipants(options, parties, date);
        var status = options.text(fields, "status").map(text -> parse("status", text, ExerciseStatus::of));
        var statement = statement(fields, dates, date);
        statement.put(
                "status", status.orElseGet(() -> FileDates.status(dates, today)).toString());
        statement.set("participants", participants.read(fields));
        var exercise = FactRequestBody.of(statement, mapper).statement(Exercise.class);
        ExerciseDecider.validate(exercise);
        var checked = sources.remove(withoutMissing(fields));
        var body = new SourcedExerciseJson(mapper).write(new SourcedExercise(exercise, checked.sources()));
        var key = ExerciseKey.of(fields, options).orElseGet(() -> label(statement));
        var organizations = exercise.organizations().stream().map(Party::code).collect(Collectors.toSet());
        return new StagedExercise(row.line(), key, body, status.isPresent(), participants.warning(organizations));
    }

    private static void rejectUnknownFields(ObjectNode fields) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!ExerciseFileColumns.NAMED.contains(name)
                    && !ExerciseFileColumns.isParty(name)
                    && !RowSources.COLUMNS.contains(name)
                    && !name.equals("sources")) {
                throw new RowRejection(name, "Unknown field");
            }
        });
    }

    private ObjectNode statement(ObjectNode fields, Period dates, String date) {
        var statement = mapper.createObjectNode();
        statement.put("dates", dates.edtf());
        var kind = options.text(fields, "kind").map(text -> parse("kind", text, ExerciseKind::of));
        statement.put("kind", kind.orElse(ExerciseKind.EXERCISE).toString());
        options.text(fields, "name").ifPresent(name -> statement.put("name", name));
        options.text(fields, "series").ifPresent(series -> statement.put("series", series));
        putOrganizations(statement, fields, date);
        putPlace(statement, fields, date);
        putStrength(statement, fields);
        return statement;
    }

    private static <T> T parse(String column, String text, Function<String, T> parser) {
        try {
            return parser.apply(text.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-'));
        } catch (IllegalArgumentException unknown) {
            throw new RowRejection(column, unknown.getMessage());
        }
    }

    private void putOrganizations(ObjectNode statement, ObjectNode fields, String date) {
        var list = statement.putArray("organizations");
        new RowParticipants(options, parties, date)
                .elements(fields.get("organization")).stream()
                        .flatMap(element -> options.withoutAlias(element).stream())
                        .map(text -> organization(text, date))
                        .distinct()
                        .forEach(list::add);
    }

    private String organization(String text, String date) {
        var code = parties.findCode(text, Optional.of(date))
                .orElseThrow(() -> new RowRejection(
                        "organization",
                        "'%s' is not the id of an organisation, such as sco. Write the id, or declare an alias: aliases=%s=…"
                                .formatted(text, text)));
        if (PartyLookup.isState(code)) {
            throw new RowRejection("organization", "'%s' is a state. Use the id of an organisation".formatted(text));
        }
        return code;
    }

    private String party(String column, String text, String date) {
        try {
            return parties.require(text, date).code();
        } catch (IllegalArgumentException unknown) {
            throw new RowRejection(column, unknown.getMessage());
        }
    }

    private void putPlace(ObjectNode statement, ObjectNode fields, String date) {
        var place = mapper.createObjectNode();
        options.text(fields, "place").ifPresent(name -> place.put("name", name));
        putCountries(place, fields, date);
        options.coordinate(fields, "lat").ifPresent(text -> place.put("lat", FileCoordinate.parse("lat", text)));
        options.coordinate(fields, "lon").ifPresent(text -> place.put("lon", FileCoordinate.parse("lon", text)));
        if (!place.isEmpty()) {
            statement.putArray("phases").addObject().set("place", place);
        }
    }

    /** Several countries are those of a border area. */
    private void putCountries(ObjectNode place, ObjectNode fields, String date) {
        var names = new RowParticipants(options, parties, date).states(fields.get("country"));
        var codes = names.stream()
                .map(name -> party("country", name, date))
                .distinct()
                .toList();
        if (codes.size() == 1) {
            place.put("country", codes.getFirst());
        } else if (!codes.isEmpty()) {
            var countries = place.putArray("countries");
            codes.forEach(countries::add);
        }
    }

    private void putStrength(ObjectNode statement, ObjectNode fields) {
        var bounds = FileStrength.bounds(options.text(fields, "strength_min"), options.text(fields, "strength_max"));
        var strength = mapper.createObjectNode();
        bounds.min().ifPresent(min -> strength.put("min", min));
        bounds.max().ifPresent(max -> strength.put("max", max));
        if (!strength.isEmpty()) {
            statement.set("strength", strength.put("approximate", bounds.approximate()));
        }
    }

    private ObjectNode withoutMissing(ObjectNode fields) {
        var source = mapper.createObjectNode();
        for (var column : RowSources.COLUMNS) {
            var value = fields.get(column);
            if (value != null && (value.isObject() || options.text(value).isPresent())) {
                source.set(column, value);
            }
        }
        Optional.ofNullable(fields.get("sources")).ifPresent(given -> source.set("sources", given));
        return source;
    }

    /** Identifies an exercise without id and name: by kind, date and participants. */
    private static String label(ObjectNode statement) {
        var parties = new StringBuilder();
        statement.get("participants").forEach(participant -> parties.append(' ')
                .append(participant
                        .path("party")
                        .asText(participant.path("members-of").asText())));
        return "%s, %s,%s"
                .formatted(
                        statement.get("kind").asText(), statement.get("dates").asText(), parties);
    }
}
