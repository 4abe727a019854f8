package org.depositary.gateway.feeder;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The names of the topics whose ids stand beside records. */
@ApplicationScoped
public class TopicNames {

    private final TopicIds topics;

    TopicNames(TopicIds topics) {
        this.topics = topics;
    }

    /** Empty for a topic that is no more, or was made anew since. */
    public Optional<String> of(String topicId) {
        return topics.name(topicId);
    }
}
