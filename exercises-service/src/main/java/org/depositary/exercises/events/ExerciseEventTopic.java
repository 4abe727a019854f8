package org.depositary.exercises.events;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.TopicDefinition;

final class ExerciseEventTopic {

    private ExerciseEventTopic() {}

    @Produces
    @Singleton
    static EventEnvelope envelope() {
        return new EventEnvelope(TopicDefinition.ofEvents("exercises.events"), "exercise", "/exercises-service");
    }
}
