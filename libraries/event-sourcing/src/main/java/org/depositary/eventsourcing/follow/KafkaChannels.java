package org.depositary.eventsourcing.follow;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Gives readers their Kafka settings and channels, as Quarkus Messaging configures them. */
@Singleton
public class KafkaChannels {

    private final Map<String, Object> kafka;
    private final KafkaClientService clients;
    private final ChannelRegistry channels;
    private final Config configuration;
    private final MeterRegistry meters;

    KafkaChannels(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            KafkaClientService clients,
            ChannelRegistry channels,
            Config configuration,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.clients = clients;
        this.channels = channels;
        this.configuration = configuration;
        this.meters = meters;
    }

    /** The connection settings of Kafka clients, as Quarkus configures them. */
    Map<String, Object> kafka() {
        return kafka;
    }

    MeterRegistry meters() {
        return meters;
    }

    List<String> topics(String channel) {
        return configuration.getValues("mp.messaging.incoming." + channel + ".topics", String.class);
    }

    KafkaConsumer<byte[], byte[]> consumer(String channel) {
        return clients.getConsumer(channel);
    }

    /** The subscription of the channel. It is paused at first, so no record is read before {@code resume()}. */
    PausableChannel subscription(String channel) {
        return channels.getPausable(channel);
    }
}
