package org.depositary.gateway.feeder;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up the names of topics by their ids. Stored records have only the id. */
@ApplicationScoped
public class TopicNameLookup {

    private final ChangeLogFeeder feeder;

    TopicNameLookup(@Identifier(ChangeLogFeeder.CHANNEL) ChangeLogFeeder feeder) {
        this.feeder = feeder;
    }

    /** The name of the topic with this id. Empty if the topic no longer exists, or was deleted and created again. */
    public Optional<String> of(String topicId) {
        return feeder.topics().name(topicId);
    }
}
