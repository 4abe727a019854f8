package org.depositary.verify.monitoring;

import java.nio.file.Path;
import java.util.List;

/** A real Alertmanager without peers. */
public final class AlertmanagerServer implements AutoCloseable {

    private final MonitoringProcess process;

    private AlertmanagerServer(MonitoringProcess process) {
        this.process = process;
    }

    /** @param directory for its files */
    public static AlertmanagerServer start(Path directory, String configuration) {
        int port = MonitoringProcess.freePort();
        PrometheusServer.write(directory.resolve("alertmanager.yaml"), configuration);
        return new AlertmanagerServer(MonitoringProcess.start(
                port,
                directory.resolve("alertmanager.log"),
                List.of(
                        "prometheus-alertmanager",
                        "--config.file=" + directory.resolve("alertmanager.yaml"),
                        "--storage.path=" + directory.resolve("notifications"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)));
    }

    String authority() {
        return process.address().getAuthority();
    }

    @Override
    public void close() {
        process.close();
    }
}
