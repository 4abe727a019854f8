package org.depositary.kubernetes.rules;

import java.util.stream.Stream;
import org.depositary.kubernetes.render.Overlay;

/** A condition that every overlay satisfies. */
@FunctionalInterface
public interface Rule {

    /** Returns what is wrong, one sentence each. */
    Stream<String> violations(Overlay overlay);
}
