package org.depositary.verify;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The URL and tokens of the shared installation, for tests in other packages. */
public final class SharedOrigin implements ParameterResolver {

    /**
     * The URL of the installation.
     *
     * @param token for a role
     */
    public record Origin(URI address, UnaryOperator<String> token) {}

    private final SharedInstallation shared = new SharedInstallation();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Origin.class;
    }

    @Override
    public Origin resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var installation = shared.resolveParameter(parameter, context);
        return new Origin(installation.client().origin(), installation::token);
    }
}
