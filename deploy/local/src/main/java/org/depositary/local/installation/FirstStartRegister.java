package org.depositary.local.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.depositary.local.client.GatewayClient;
import org.depositary.local.client.StartingRegisterUpload;
import org.depositary.local.process.Console;
import org.depositary.local.process.LaunchFailure;

/**
 * Sends the starting register on the first start of an installation. A marker remembers it; without the marker everything
 * is sent again, which adds nothing.
 */
public record FirstStartRegister(LocalInstallation installation, Console console) {

    /** The actor of these events. */
    private static final String SUBJECT = "starting-register";

    public void send() {
        if (Files.exists(installation.data().registerMarker())) {
            return;
        }
        var refused = sendAll();
        if (refused.isEmpty()) {
            mark("sent");
            return;
        }
        refused.forEach(line -> console.say("starting register: %s", line));
        console.say(
                "%d lines of the starting register were not taken; the next start sends them again", refused.size());
    }

    /** Now and at later starts: what has been curated since must not be mixed with it unasked. */
    public void leaveOut() {
        if (!Files.exists(installation.data().registerMarker())) {
            mark("left out");
        }
    }

    private List<String> sendAll() {
        var token = installation.data().tokens().token("curator", SUBJECT);
        var directory = installation.home().resolve("deploy/register");
        try {
            return new StartingRegisterUpload(
                            directory,
                            new GatewayClient(installation.url("gateway"), token),
                            text -> console.say("%s", text))
                    .send();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void mark(String what) {
        try {
            Files.writeString(installation.data().registerMarker(), what + "\n");
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write the marker: " + e.getMessage(), e);
        }
    }
}
