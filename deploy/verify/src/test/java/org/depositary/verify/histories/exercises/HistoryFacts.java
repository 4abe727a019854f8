package org.depositary.verify.histories.exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ids of the facts of a history in the register. */
final class HistoryFacts {

    static final String EXERCISES = "/api/exercises/";

    /** The letter of the organisation that has members and holds the exercises of files. */
    static final String FIRST = "a";

    static final String SECOND = "b";

    /** The letters of all organisations of a history. Each exercise is held by at least one of them. */
    static final List<String> ORGANIZATIONS = List.of(FIRST, SECOND);

    private final String prefix;
    private final Map<Integer, String> exercises = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> participations = new ArrayList<>();
    private final List<String> phases = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();

    HistoryFacts(String prefix) {
        this.prefix = prefix;
    }

    /** The organisation that has members. */
    String organization() {
        return organization(FIRST);
    }

    String organization(String letter) {
        return prefix + letter;
    }

    String letter(String organization) {
        return organization.substring(prefix.length());
    }

    /** The filter that selects all exercises of the history. */
    String anyOrganization() {
        return ORGANIZATIONS.stream().map(this::organization).collect(Collectors.joining(","));
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
