package org.depositary.exercises.imports.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.depositary.exercises.domain.Exercise;

/** Reads and writes the stored JSON of exercises, and compares exercises by their fields. */
public record SourcedExerciseJson(ObjectMapper mapper) {

    public String write(SourcedExercise exercise) {
        // As a tree, as events are written and read. Then a decimal such as 43.80 has the same digits here and there.
        return mapper.valueToTree(exercise).toString();
    }

    public SourcedExercise read(String json) {
        try {
            return mapper.treeToValue(mapper.readTree(json), SourcedExercise.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot parse a stored exercise", impossible);
        }
    }

    /** Returns the names of the fields in which the exercises differ. */
    public List<String> differences(Exercise before, Exercise after) {
        ObjectNode was = mapper.valueToTree(before);
        ObjectNode is = mapper.valueToTree(after);
        var names = new TreeSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        var different = new ArrayList<String>();
        for (var name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                different.add(name);
            }
        }
        return List.copyOf(different);
    }

    /** Whether the exercises and sources are equal, except that one field may differ. */
    public boolean areEqualExcept(String field, SourcedExercise before, SourcedExercise after) {
        return before.sources().equals(after.sources())
                && List.of(field).containsAll(differences(before.exercise(), after.exercise()));
    }
}
