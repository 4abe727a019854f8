package org.depositary.local.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.depositary.local.client.GatewayClient;
import org.depositary.local.client.StartingRegisterUpload;
import org.depositary.local.process.Console;
import org.depositary.local.process.LaunchFailure;

/**
 * Sends the starting register at the first start of an installation. A marker file prevents a second upload. If the
 * file is lost, everything is sent again, which adds nothing.
 */
public record FirstStartUpload(LocalInstallation installation, Console console) {

    /** The subject of the token that sends the register. It becomes the actor of the recorded events. */
    private static final String SUBJECT = "starting-register";

    public void send() {
        if (Files.exists(installation.data().registerMarker())) {
            return;
        }
        var refused = sendAll();
        if (refused.isEmpty()) {
            writeMarker("sent");
            return;
        }
        refused.forEach(line -> console.print("starting register: %s", line));
        console.print(
                "%d lines of the starting register were rejected; the next start sends them again", refused.size());
    }

    /**
     * Makes this start and all later starts skip the register, so that it is never mixed into data that curators have
     * recorded.
     */
    public void skip() {
        if (!Files.exists(installation.data().registerMarker())) {
            writeMarker("left out");
        }
    }

    private List<String> sendAll() {
        var token = installation.data().tokens().token("curator", SUBJECT);
        var directory = installation.home().resolve("deploy/register");
        try {
            return new StartingRegisterUpload(
                            directory,
                            new GatewayClient(installation.url("gateway"), token),
                            text -> console.print("%s", text))
                    .send();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void writeMarker(String what) {
        try {
            Files.writeString(installation.data().registerMarker(), what + "\n");
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Cannot write %s, which marks the starting register as sent: %s"
                            .formatted(installation.data().registerMarker(), e.getMessage()),
                    e);
        }
    }
}
