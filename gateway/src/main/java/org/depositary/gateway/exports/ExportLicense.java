package org.depositary.gateway.exports;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The licence of all exports of this installation. */
@ApplicationScoped
public class ExportLicense {

    private final String address;

    ExportLicense(
            @ConfigProperty(name = "depositary.licence", defaultValue = "https://creativecommons.org/licenses/by/4.0/")
                    String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }
}
