package org.depositary.local.command;

import java.util.Iterator;
import java.util.List;
import org.depositary.local.installation.InstallationPorts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of {@code --dev}: the names of the services, with or without {@code -service}. */
final class DevModeService implements ITypeConverter<String>, Iterable<String> {

    private static final String SUFFIX = "-service";

    /** Returns the full name of the service. */
    @Override
    public String convert(String value) {
        return InstallationPorts.SERVICES.stream()
                .filter(name -> name.equals(value) || shortName(name).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "Unknown service '%s'. The services: %s.".formatted(value, String.join(", ", shortNames()))));
    }

    @Override
    public Iterator<String> iterator() {
        return shortNames().iterator();
    }

    private static List<String> shortNames() {
        return InstallationPorts.SERVICES.stream()
                .map(DevModeService::shortName)
                .toList();
    }

    private static String shortName(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
