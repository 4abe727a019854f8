package org.depositary.eventsourcing.follow;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A reader whose Kafka consumer loses its subscription by mistake. */
@Singleton
@Identifier("unsubscribed")
@IfBuildProfile(TopicReaderTest.PROFILE)
class UnsubscribedReader extends MemoryReader {

    UnsubscribedReader(KafkaChannels channels) {
        super("unsubscribed", channels);
    }

    @Incoming("unsubscribed")
    @Override
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return super.onBatch(records);
    }
}
