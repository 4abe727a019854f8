package org.depositary.eventsourcing.follow;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A reader whose Kafka consumer is closed by mistake. */
@Singleton
@Identifier("closed")
@IfBuildProfile(TopicReaderTest.PROFILE)
class ClosedReader extends MemoryReader {

    ClosedReader(KafkaChannels channels) {
        super("closed", channels);
    }

    @Incoming("closed")
    @Override
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return super.onBatch(records);
    }
}
