package org.depositary.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.depositary.local.process.ExitWithLauncher;

/** The main class of the Kafka process. Arguments: a properties file, and the file to create once Kafka has started. */
public final class KafkaNode {

    private KafkaNode() {}

    public static void main(String[] args) throws Exception {
        ExitWithLauncher.watch(System.in);
        quietLog();
        var properties = new Properties();
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            properties.load(in);
        }
        format(properties);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        server.startup();
        Files.createFile(Path.of(args[1]));
        server.awaitShutdown();
    }

    private static void end(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Properties properties) throws Exception {
        var directory = properties.getProperty("log.dirs");
        if (Files.exists(Path.of(directory, "meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .addDirectory(directory)
                .setMetadataLogDirectory(directory)
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .setIgnoreFormatted(true)
                .setPrintStream(System.out)
                .run();
    }

    /** Limits the log of Kafka to warnings, because at INFO it writes too much for the terminal of a curator. */
    private static void quietLog() throws IOException {
        try (var settings = KafkaNode.class.getResourceAsStream("kafka-log.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
