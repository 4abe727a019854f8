package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.depositary.vocabulary.validation.TextValidator;

/** The text that identifies an exercise in its set. It also decides the batch in which the exercise is recorded. */
public final class ExerciseKey {

    /** The number of batches of a file. It must never change, because the batches of a set are stored. */
    private static final int BATCHES = 64;

    private static final int MAX_ID_LENGTH = 200;

    private ExerciseKey() {}

    static int batch(String key) {
        return Math.floorMod(key.hashCode(), BATCHES);
    }

    /** Returns the key of the unit, which is the number of the batch. */
    static String unit(String key) {
        return String.valueOf(batch(key));
    }

    static int batches() {
        return BATCHES;
    }

    /** Returns the column {@code id}, or name and start. Empty if the row has neither. */
    static Optional<String> of(ObjectNode fields, ExerciseFileOptions options) {
        var id = options.text(fields, "id");
        return id.isPresent() ? id.filter(text -> idError(text).isEmpty()) : ofName(fields, options);
    }

    private static Optional<String> ofName(ObjectNode fields, ExerciseFileOptions options) {
        var name = options.text(fields, "name");
        var start = options.text(fields, "start").flatMap(text -> FileDates.edtf(text, options));
        return name.isPresent() && start.isPresent()
                ? Optional.of("%s, %s".formatted(name.get(), start.get()))
                : Optional.empty();
    }

    /** @throws RowRejection if the row has an invalid id */
    static void check(ObjectNode fields, ExerciseFileOptions options) {
        options.text(fields, "id").flatMap(ExerciseKey::idError).ifPresent(error -> {
            throw new RowRejection("id", error);
        });
    }

    private static Optional<String> idError(String id) {
        return TextValidator.violation("", id, MAX_ID_LENGTH).map(violation -> violation.detail());
    }
}
