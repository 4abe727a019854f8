package org.depositary.local.command;

import java.io.IOException;
import org.depositary.local.client.GatewayClient;
import org.depositary.local.installation.DataDirectory;
import org.depositary.local.installation.InstallationFile;
import org.depositary.local.installation.InstallationPorts;
import org.depositary.local.process.LaunchFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

final class RunningInstallationOption {

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The gateway's port (default: that of the installation that runs on the data).")
    private Integer port;

    DataDirectory directory() {
        return data.directory();
    }

    GatewayClient gateway(String role) {
        if (!data.directory().hasKey()) {
            throw notRunning();
        }
        var gateway = new GatewayClient(url(), data.directory().tokens().token(role));
        try {
            gateway.checkReachable();
        } catch (IOException nobody) {
            throw notRunning();
        }
        return gateway;
    }

    private LaunchFailure notRunning() {
        return new LaunchFailure("No installation answers at %s (data in %s). Start it first: ./depositary up"
                .formatted(url(), data.directory().path()));
    }

    private String url() {
        if (port != null) {
            return "http://127.0.0.1:" + port;
        }
        return data.directory()
                .installationFile()
                .read()
                .map(InstallationFile.Running::url)
                .orElse("http://127.0.0.1:" + InstallationPorts.DEFAULT);
    }
}
