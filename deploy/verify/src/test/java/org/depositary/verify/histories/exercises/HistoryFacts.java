package org.depositary.verify.histories.exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ids of the facts of a history in the register. */
final class HistoryFacts {

    static final String EXERCISES = "/api/exercises/";

    private final String prefix;
    private final Map<Integer, String> exercises = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> participations = new ArrayList<>();
    private final List<String> phases = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();

    HistoryFacts(String prefix) {
        this.prefix = prefix;
    }

    /** The organisation that holds all exercises of the history. */
    String organization() {
        return prefix + "a";
    }

    String set() {
        return prefix + "set";
    }

    void addExercise(int number, String id) {
        exercises.put(number, id);
    }

    boolean hasExercise(int number) {
        return exercises.containsKey(number);
    }

    boolean hasExercise(String id) {
        return exercises.containsValue(id);
    }

    String exercise(int number) {
        return exercises.get(number);
    }

    /** The number of the exercise with this id; -1 if this history has not recorded it. */
    int number(String exercise) {
        return exercises.entrySet().stream()
                .filter(entry -> entry.getValue().equals(exercise))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    void addStep(String id) {
        steps.add(id);
    }

    String step(int number) {
        return "/api/exercise-steps/" + steps.get(number);
    }

    void addParticipation(String id) {
        participations.add(id);
    }

    String participation(int number) {
        return "/api/participations/" + participations.get(number);
    }

    void addPhase(String id) {
        phases.add(id);
    }

    String phase(int number) {
        return "/api/exercise-phases/" + phases.get(number);
    }

    void addImport(String address) {
        imports.add(address);
    }

    String imported(int number) {
        return imports.get(number);
    }
}
