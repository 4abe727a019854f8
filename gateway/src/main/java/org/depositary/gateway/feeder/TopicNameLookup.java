package org.depositary.gateway.feeder;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The names of the topics whose ids stand beside records. */
@ApplicationScoped
public class TopicNameLookup {

    private final Feeder feeder;

    TopicNameLookup(@Identifier(Feeder.CHANNEL) Feeder feeder) {
        this.feeder = feeder;
    }

    /** Empty for a topic that is no more, or was made anew since. */
    public Optional<String> of(String topicId) {
        return feeder.topics().name(topicId);
    }
}
