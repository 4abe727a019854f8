package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** A kind of step in the life of an exercise or operation. The constants have the order in which steps can happen. */
public enum ExerciseStepKind {
    REQUEST("request", false, true),
    DECISION("decision", false, true),
    DEPLOYMENT("deployment", false, true),
    WITHDRAWAL("withdrawal", false, true),
    ANNOUNCEMENT("announcement", true, false),
    SCHEDULE("schedule", true, true),
    START("start", true, false),
    COMPLETION("completion", true, false),
    CANCELLATION("cancellation", true, false);

    private final String json;
    private final boolean lifecycle;
    private final boolean repeatable;

    ExerciseStepKind(String json, boolean lifecycle, boolean repeatable) {
        this.json = json;
        this.lifecycle = lifecycle;
        this.repeatable = repeatable;
    }

    /**
     * Returns the kind with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExerciseStepKind of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** Whether an exercise can have several steps of this kind: it can be scheduled again. */
    boolean isRepeatable() {
        return repeatable;
    }

    /**
     * Whether a step of this kind can only happen before a step of the other kind. The steps of an operation have no
     * order, because parties deploy and withdraw independently.
     */
    boolean precedes(ExerciseStepKind other) {
        return lifecycle && other.lifecycle && compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return json;
    }
}
