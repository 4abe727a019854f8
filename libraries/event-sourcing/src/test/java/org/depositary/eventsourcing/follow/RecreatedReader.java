package org.depositary.eventsourcing.follow;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A reader whose topic is deleted and created again. */
@Singleton
@Identifier("recreated")
@IfBuildProfile(TopicReaderTest.PROFILE)
class RecreatedReader extends MemoryReader {

    RecreatedReader(KafkaChannels channels) {
        super("recreated", channels);
    }

    @Incoming("recreated")
    @Override
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return super.onBatch(records);
    }
}
