package org.depositary.eventsourcing.follow;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A reader whose group has committed an offset to Kafka before the reader stored any. */
@Singleton
@Identifier("committed")
@IfBuildProfile(TopicReaderTest.PROFILE)
class CommittedReader extends MemoryReader {

    CommittedReader(KafkaChannels channels) {
        super("committed", channels);
    }

    @Incoming("committed")
    @Override
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return super.onBatch(records);
    }
}
