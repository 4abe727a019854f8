package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/** Deletes a topic and publishes it again, as the runbook says. */
record LostTopic(String service, String topic) implements Fault {

    @Override
    public boolean publishesAgain() {
        return true;
    }

    @Override
    public BooleanSupplier strike(Scene scene) throws InterruptedException, ExecutionException {
        var installation = scene.installation();
        try (var admin = Admin.create(Map.of("bootstrap.servers", installation.kafka()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
        FaultPause.millis(scene.between(100, 3_000));
        var runbook = Runbook.of("lost-topic", installation, Map.of("SERVICE", service));
        runbook.run(1);
        runbook.wasCarriedOut();
        var tables = new EventTables(installation);
        await("all is published again")
                .until(() -> tables.outbox() < scene.load().writesPerSecond());
        return installation::ready;
    }

    @Override
    public String toString() {
        return "topic %s lost and published again".formatted(topic);
    }
}
