package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** What one broker cannot show: there, a record that one replica has is a record that all have. */
class AcknowledgedProducerTest {

    private static final String ALL = "-1";

    private final ProducerConfig asked =
            new ProducerConfig(new AcknowledgedProducer(Map.of("bootstrap.servers", "127.0.0.1:9092")).configuration());

    @Test
    void everyInSyncReplicaHasWhatIsAcknowledged() {
        assertThat(asked.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo(ALL);
    }

    @Test
    void nothingOvertakesAndARepeatedRequestAddsNothing() {
        assertThat(asked.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION))
                .isEqualTo(1);
        assertThat(asked.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    }
}
