package org.depositary.exercises.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.depositary.exercises.domain.ExerciseKind;
import org.depositary.exercises.domain.ExerciseStatus;
import org.depositary.exercises.domain.ExerciseStepKind;
import org.depositary.exercises.domain.Force;
import org.depositary.exercises.domain.Participant;
import org.depositary.exercises.domain.ParticipantRole;
import org.depositary.exercises.domain.Participation;
import org.depositary.exercises.domain.PurposeView;
import org.depositary.facts.events.VocabularyTypesJson;
import org.depositary.vocabulary.parties.Party;

/** Reads and writes the types of this service as JSON, in addition to those of the vocabulary. */
@Singleton
public class ExerciseTypesJson implements ObjectMapperCustomizer {

    /** Gives {@code membersOf} its JSON name, which is not a valid Java name. */
    private interface ParticipantNames {
        @JsonProperty("members-of")
        Optional<Party> membersOf();
    }

    /** Returns an object mapper that supports these types, for code that runs before dependency injection. */
    static ObjectMapper mapper() {
        var mapper = VocabularyTypesJson.mapper();
        apply(mapper);
        return mapper;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        apply(mapper);
    }

    private static void apply(ObjectMapper mapper) {
        mapper.registerModule(words());
        // A fraction for a whole number, such as 2.5 days, must be rejected. By default Jackson would round it.
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    private static SimpleModule words() {
        var module = new SimpleModule("exercises");
        VocabularyTypesJson.asText(module, ExerciseKind.class, ExerciseKind::of, ExerciseKind::toString);
        VocabularyTypesJson.asText(module, ExerciseStatus.class, ExerciseStatus::of, ExerciseStatus::toString);
        VocabularyTypesJson.asText(module, ParticipantRole.class, ParticipantRole::of, ParticipantRole::toString);
        VocabularyTypesJson.asText(module, ExerciseStepKind.class, ExerciseStepKind::of, ExerciseStepKind::toString);
        VocabularyTypesJson.asText(module, Force.class, Force::of, Force::toString);
        VocabularyTypesJson.asText(module, PurposeView.class, PurposeView::of, PurposeView::toString);
        module.setMixInAnnotation(Participant.class, ParticipantNames.class);
        module.setMixInAnnotation(Participation.class, ParticipantNames.class);
        return module;
    }
}
